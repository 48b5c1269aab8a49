using Alys.Access;
using Alys.Content;
using Alys.Staffing;

namespace Alys.Compliance;

/// <summary>R-48: each of the groups of clause 48 has somebody on the day, and no pack with published content is past its review-by date (48.4).</summary>
internal sealed class StaffCheck(TextTable texts) : ICheck
{
    public string Rule => "R-48";

    public async Task<Finding> Look(Db db, DateOnly day, CancellationToken ct)
    {
        var authors = await db.Set<AuthorRow>().Where(x => x.From <= day && (x.To == null || day <= x.To)).Select(x => x.PersonId).Distinct().CountAsync(ct);
        var duties = await db.Set<AssignmentRow>().Where(x => x.From <= day && (x.To == null || day <= x.To)).Select(x => new { x.Duty, x.PersonId }).Distinct().ToListAsync(ct);
        var roles = await db.Set<RightHolderRow>().Where(x => (x.Role == Roles.Organiser || x.Role == Roles.Administrator) && x.From <= day && (x.Until == null || day <= x.Until)).Select(x => new { x.Role, x.PersonId }).Distinct().ToListAsync(ct);
        var packs = await db.Set<PackRow>().Where(x => x.ReviewBy != null).OrderBy(x => x.No).ToListAsync(ct);
        List<Evidence> looked =
        [
            Group(Roles.Author, authors, "/staffing/authors"),
            Group(Roles.Teacher, duties.Count(x => x.Duty == Duty.Teacher), "/staffing/assignments"),
            Group(Roles.Tutor, duties.Count(x => x.Duty == Duty.Tutor), "/staffing/assignments"),
            Group(Roles.Organiser, roles.Count(x => x.Role == Roles.Organiser), "/access/people"),
            Group(Roles.Administrator, roles.Count(x => x.Role == Roles.Administrator), "/access/people"),
            .. packs.Select(pack => new Evidence(day <= pack.ReviewBy, pack.Title, string.Create(CultureInfo.InvariantCulture, $"/content/packs/looked/{pack.No}"),
                day <= pack.ReviewBy ? "compliance.staff.pack-current" : "compliance.staff.pack-due", pack.ReviewBy)),
        ];
        return Finding.Of(looked, "compliance.reason.no-packs", "compliance.staff.counted");
    }

    private Evidence Group(string role, int people, string url) =>
        new(people > 0, new LocalText(texts.For("kk")["role." + role], texts.For("ru")["role." + role], texts.For("en")["role." + role]), url, "compliance.staff.people", people);
}
