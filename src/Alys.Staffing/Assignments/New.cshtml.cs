using Alys.Access;
using Alys.Curriculum;
using Alys.Enrolment;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Staffing;

[Needs(StaffingRights.Assign)]
internal sealed class NewAssignmentModel(Duties duties) : AppPage
{
    [BindProperty(SupportsGet = true)] public int Course { get; set; }
    [BindProperty] public string? Person { get; set; }
    [BindProperty] public Duty Duty { get; set; }
    [BindProperty] public DateOnly? From { get; set; }
    [BindProperty] public DateOnly? To { get; set; }
    public LocalText Subject { get; private set; } = null!;
    public string Group { get; private set; } = "";
    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<Duty>().Select(d => new SelectListItem(T["enum.Duty." + d], d.ToString()));

    public async Task<IActionResult> OnGet()
    {
        var course = await (from c in Db.Set<CourseRow>()
                            join s in Db.Set<SubjectRow>() on c.SubjectId equals s.Id
                            join g in Db.Set<GroupRow>() on c.GroupId equals g.Id
                            where c.No == Course
                            select new { Subject = new LocalText(s.NameKk, s.NameRu, s.NameEn), g.Code }).FirstOrDefaultAsync(Ct);
        if (course is null) return NotFound();
        (Subject, Group) = (course.Subject, course.Code);
        From ??= DateOnly.FromDateTime(Texts.Local(Now));
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (await act.Db.Set<CourseRow>().FirstOrDefaultAsync(c => c.No == Course, Ct) is not { } course) return NotFound();
        await duties.Assign(act, course.Id, await PersonOf(act, Person), Duty, From ?? default, To);
        return Done("/staffing/assignments", "staffing.duty.given");
    }, OnGet);

    internal static async Task<Guid> PersonOf(Act act, string? userName)
    {
        var name = (userName ?? "").Trim().ToLowerInvariant();
        var person = await act.Db.Set<PersonRow>().FirstOrDefaultAsync(p => p.UserName == name, act.Ct) ?? throw new Refusal("staffing.refusal.no-person", name) { Field = "Person" };
        return person.Id;
    }
}
