namespace Alys.Access;

/// <summary>Options of accounts and sign-in.</summary>
public sealed class AccessOptions
{
    [Setting("Hours for which a sign-in lasts.")]
    public int SessionHours { get; set; } = 14;

    [Setting("Wrong passwords in a row before an account rests.")]
    public int WrongPasswords { get; set; } = 8;

    [Setting("Minutes for which an account rests after too many wrong passwords.")]
    public int RestMinutes { get; set; } = 10;
}
