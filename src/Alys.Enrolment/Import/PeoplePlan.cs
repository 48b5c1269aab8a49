using Alys.Access;
using Alys.Formats;
using Alys.Formats.Csv;

namespace Alys.Enrolment;

/// <summary>A table of people, row by row: what is to be done and what cannot be. The dry run and the import follow the same plan.</summary>
internal sealed class PeoplePlan
{
    private sealed record Step(int Line, NewPerson Person, Guid? Known, string[] Roles, Group? Group, DateOnly From);

    private static readonly string[] WithDuty = [Roles.Teacher, Roles.Tutor, Roles.Examiner, Roles.Author, Roles.Reviewer, Roles.ChairHead];

    private readonly List<ImportLine> _lines = [];
    private readonly List<Step> _steps = [];
    private readonly Dictionary<string, Group> _groups;
    private readonly Dictionary<string, PersonRow> _known;
    private readonly HashSet<(Guid, Guid)> _members;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _iins = new(StringComparer.Ordinal);
    private readonly Reader _reader;
    private readonly DateOnly _today;

    private PeoplePlan(Reader reader, DateOnly today, Dictionary<string, Group> groups, Dictionary<string, PersonRow> known, HashSet<(Guid, Guid)> members) =>
        (_reader, _today, _groups, _known, _members) = (reader, today, groups, known, members);

    public IReadOnlyList<ImportLine> Lines => [.. _lines.OrderBy(l => l.Line)];
    public bool HasWork => _steps.Count > 0;

    /// <summary>Reads the table and looks up whom the institution knows already.</summary>
    public static async Task<PeoplePlan> Make(Db db, Reader reader, byte[] bytes, DateOnly today, CancellationToken ct)
    {
        var table = TableReader.Read(bytes, PeopleTable.Columns, PeopleTable.MaxRows);
        var names = table.Rows.Select(r => r["UserName"].ToLowerInvariant()).Distinct().ToArray();
        var known = await db.Set<PersonRow>().Where(p => names.Contains(p.UserName)).ToDictionaryAsync(p => p.UserName, StringComparer.Ordinal, ct);
        var groups = await db.Groups.VisibleTo(reader, Group.Visibility).ToDictionaryAsync(g => g.Code, StringComparer.OrdinalIgnoreCase, ct);
        var ids = known.Values.Select(p => p.Id).ToArray();
        var members = (await db.Memberships.Where(m => ids.Contains(m.PersonId) && (m.To == null || m.To >= today)).Select(m => new { m.PersonId, m.GroupId }).ToListAsync(ct)).Select(m => (m.PersonId, m.GroupId)).ToHashSet();
        var plan = new PeoplePlan(reader, today, groups, known, members);
        foreach (var problem in table.Problems) plan.Tell(problem);
        foreach (var row in table.Rows) plan.Take(row);
        return plan;
    }

    /// <summary>Does what the plan says; rows that the register refuses are added to the report and leave nothing behind.</summary>
    public async Task Do(Act act, People people, Movements movements)
    {
        foreach (var step in _steps)
        {
            var id = step.Known ?? await people.Register(act, step.Person);
            foreach (var role in step.Roles) await people.Grant(act, id, role, Scope.Institution);
            if (step.Group is { } group && !_members.Contains((id, group.Id))) await movements.Enrol(act, id, group, new(step.From));
            await act.Db.SaveChangesAsync(act.Ct);
        }
    }

    private void Take(TableRow row)
    {
        var person = PeopleTable.Person(row);
        var who = string.Join(' ', new[] { person.Surname, person.Given, person.Patronymic }.Where(p => !string.IsNullOrEmpty(p)).DefaultIfEmpty(person.UserName));
        var notes = new List<ImportNote>();
        var known = _known.GetValueOrDefault(person.UserName);
        var roles = RolesOf(row, notes, out var rolesKnown);
        var from = PeopleTable.Day(row["From"]);
        var group = row["Group"] == "" ? null : _groups.GetValueOrDefault(row["Group"]);
        var refusal =
            !_names.Add(person.UserName) ? new ImportNote("enrolment.import.twice", person.UserName)
            : person.Iin is { Length: > 0 } iin && !_iins.Add(iin) ? new ImportNote("enrolment.import.iin-twice", iin)
            : person.Iin is { Length: > 0 } number && !Iin.IsValid(number) ? new ImportNote("access.refusal.iin", number)
            : known is null && !PeopleName.IsMatch(person.UserName) ? new ImportNote("access.refusal.user-name", person.UserName)
            : known is null && person.Surname == "" && person.Given == "" ? new ImportNote("access.refusal.name-missing")
            : person.Password is { Length: < PeopleName.LeastPassword } ? new ImportNote("access.refusal.password-short", PeopleName.LeastPassword.ToString(CultureInfo.InvariantCulture))
            : !TextTable.Languages.Contains(person.Language) ? new ImportNote("enrolment.refusal.language", person.Language)
            : person.Born == DateOnly.MinValue || from == DateOnly.MinValue ? new ImportNote("enrolment.import.day")
            : rolesKnown is { } unknown ? new ImportNote("access.refusal.no-role", unknown)
            : row["Group"] != "" && group is null ? new ImportNote("enrolment.import.no-group", row["Group"])
            : group is not null && (from ?? _today) < group.Started ? new ImportNote("enrolment.import.before-start", group.Code)
            : roles.Length > 0 && !_reader.Everywhere(AccessRights.GrantRoles) ? new ImportNote("enrolment.import.no-right-to-grant")
            : null;
        if (refusal is not null)
        {
            _lines.Add(new(row.Line, who, PersonOutcome.Refused, [refusal]));
            return;
        }
        if (person is { Iin.Length: > 0, Born: { } born } && !PeopleTable.Agrees(person.Iin, born)) notes.Add(new("enrolment.import.iin-born"));
        var joins = group is not null && (known is null || !_members.Contains((known.Id, group.Id)));
        if (known is not null) notes.Add(new("enrolment.import.known", known.Name));
        if (joins) notes.Add(new("enrolment.import.joins", group!.Code));
        if (known is null && person.Password is null) notes.Add(new("enrolment.import.no-password"));
        var outcome = known is null ? PersonOutcome.Created : joins || roles.Length > 0 ? PersonOutcome.Changed : PersonOutcome.Skipped;
        _lines.Add(new(row.Line, who, outcome, notes));
        if (outcome != PersonOutcome.Skipped) _steps.Add(new(row.Line, person, known?.Id, roles, joins ? group : null, from ?? _today));
    }

    // The learner's role comes with the group, a teacher's with a duty: only the others are given here.
    private static string[] RolesOf(TableRow row, List<ImportNote> notes, out string? unknown)
    {
        var named = row["Roles"].ToLowerInvariant().Split([' ', '+'], StringSplitOptions.RemoveEmptyEntries);
        unknown = named.FirstOrDefault(r => !Roles.All.Contains(r));
        if (named.Any(WithDuty.Contains)) notes.Add(new("enrolment.import.duty-later"));
        if (named.Contains(Roles.Learner) && row["Group"] == "") notes.Add(new("enrolment.import.group-later"));
        return [.. named.Where(r => r != Roles.Learner && !WithDuty.Contains(r)).Distinct()];
    }

    private void Tell(Problem problem) =>
        _lines.Add(new(problem.Line, "", problem.IsError ? PersonOutcome.Refused : PersonOutcome.Skipped, [new(problem.Key, [.. problem.Args.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture) ?? "")])]));
}

/// <summary>What the register will ask of a user name and a password, so that the dry run can tell it beforehand.</summary>
internal static partial class PeopleName
{
    public const int LeastPassword = 10;

    public static bool IsMatch(string userName) => Pattern().IsMatch(userName);

    [System.Text.RegularExpressions.GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,59}$")]
    private static partial System.Text.RegularExpressions.Regex Pattern();
}
