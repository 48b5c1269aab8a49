using Alys.Access;
using Alys.Formats.Csv;

namespace Alys.Enrolment;

/// <summary>What will happen, or has happened, to a row.</summary>
internal enum PersonOutcome
{
    /// <summary>A person is registered (and enrolled, where a group is named).</summary>
    Created,
    /// <summary>The person is known; a membership or role is added.</summary>
    Changed,
    /// <summary>Nothing to do.</summary>
    Skipped,
    /// <summary>The row could not be taken.</summary>
    Refused,
}

/// <summary>A sentence about a row.</summary>
internal sealed record ImportNote(string Key, params IReadOnlyList<string> Args);

/// <summary>One row of the report.</summary>
internal sealed record ImportLine(int Line, string Who, PersonOutcome Outcome, IReadOnlyList<ImportNote> Notes);

internal static class PeopleTable
{
    public const int MaxRows = 500;
    public const int MaxBytes = 1 << 20;

    public static readonly IReadOnlyList<TableColumn> Columns =
    [
        new("UserName", true, "Логин", "Пайдаланушы аты", "Имя пользователя", "Login"),
        new("Surname", false, "Тегі", "Фамилия", "Last name"),
        new("Given", false, "Аты", "Имя", "First name", "Given name"),
        new("Patronymic", false, "Әкесінің аты", "Отчество", "Middle name"),
        new("Email", false, "Электрондық пошта", "Эл. почта", "Почта", "E-mail"),
        new("Language", false, "Тілі", "Язык"),
        new("Iin", false, "ЖСН", "ИИН"),
        new("Born", false, "Туған күні", "Дата рождения", "Date of birth"),
        new("Roles", false, "Рөлдері", "Роли", "Role", "Рөлі", "Роль"),
        new("Group", false, "Тобы", "Группа", "Топ"),
        new("From", false, "Қабылдау күні", "Дата зачисления", "Enrolled"),
        new("Password", false, "Құпиясөз", "Пароль"),
        new("Unit", false, "Бөлімше", "Подразделение"),
    ];

    /// <summary>A day as <c>2026-09-01</c> or <c>01.09.2026</c>; null for an empty cell; <see cref="DateOnly.MinValue"/> for anything else.</summary>
    public static DateOnly? Day(string text) =>
        text == "" ? null
        : DateOnly.TryParseExact(text, ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : DateOnly.MinValue;

    /// <summary>
    /// The date in an IIN and the date of birth need not agree (Government decree 853 of 26.08.2013), so this is only worth a look.
    /// </summary>
    public static bool Agrees(string iin, DateOnly born) => iin.StartsWith(born.ToString("yyMMdd", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    public static NewPerson Person(TableRow row) => new(
        row["UserName"].ToLowerInvariant(), row["Surname"], row["Given"], row["Patronymic"], row["Email"],
        row["Language"] == "" ? "kk" : row["Language"].ToLowerInvariant(), row["Iin"], Day(row["Born"]), row["Password"] == "" ? null : row["Password"]);
}
