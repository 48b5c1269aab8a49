namespace Alys.Access;

/// <summary>Options of accounts and sign-in.</summary>
public sealed class AccessOptions
{
    [Setting("Hours for which a sign-in lasts.")]
    public int SessionHours { get; set; } = 14;

    [Setting("Rounds of hashing of a new password; fewer make a stolen database easier to guess from.")]
    public int PasswordRounds { get; set; } = 100_000;

    [Setting("Wrong passwords in a row before an account rests.")]
    public int WrongPasswords { get; set; } = 8;

    [Setting("Minutes for which an account rests after too many wrong passwords.")]
    public int RestMinutes { get; set; } = 10;
}
