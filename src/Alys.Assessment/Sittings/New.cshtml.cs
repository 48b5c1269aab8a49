using Alys.Assessment.Bank;
using Alys.Assessment.Draw;
using Alys.Assessment.Tests;
using Alys.Curriculum;
using Alys.Enrolment;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Assessment.Sittings;

/// <summary>Gives a test to a course.</summary>
[Needs(Rights.GiveTests)]
internal sealed class NewModel(Candidates candidates) : AppPage
{
    private const int MostCourses = 100;

    public IReadOnlyList<SelectListItem> Courses { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Tests { get; private set; } = [];
    [BindProperty] public int Course { get; set; }
    [BindProperty(SupportsGet = true)] public int Test { get; set; }
    /// <summary>Code of the group, where the reader has more courses than a list holds.</summary>
    [BindProperty(SupportsGet = true)] public string? Find { get; set; }
    public bool AsksGroup => !string.IsNullOrWhiteSpace(Find) || Courses.Count == MostCourses;
    [BindProperty] public SittingForm Form { get; set; } = new();

    public async Task<IActionResult> OnGet(int? course = null)
    {
        if (course is { } wanted && Course == 0) Course = wanted;
        var code = (Find ?? "").Trim().ToUpperInvariant();
        var courses = await (from c in MyCourses()
                             join subject in Db.Set<SubjectRow>() on c.SubjectId equals subject.Id
                             join g in Db.Set<GroupRow>() on c.GroupId equals g.Id
                             where code == "" || g.Code.Contains(code)
                             orderby c.No == Course ? 0 : 1, c.No
                             select new { c.No, c.SubjectId, subject.NameKk, subject.NameRu, subject.NameEn, g.Code }).Take(MostCourses).ToListAsync(Ct);
        var subjects = courses.Select(c => c.SubjectId).Distinct().ToArray();
        var tests = await Db.Tests.AsNoTracking().Where(t => subjects.Contains(t.SubjectId)).OrderBy(t => t.No).ToListAsync(Ct);
        Courses = [.. courses.Select(c => new SelectListItem($"{new LocalText(c.NameKk, c.NameRu, c.NameEn).In(T.Language)} · {c.Code}", c.No.ToString(CultureInfo.InvariantCulture)))];
        Tests = [.. tests.Select(t => new SelectListItem($"{t.Title.In(T.Language)} · {T["assessment.language." + t.Language]}", t.No.ToString(CultureInfo.InvariantCulture)))];
        if (HttpMethods.IsGet(Request.Method))
        {
            var chosen = tests.FirstOrDefault(t => t.No == Test);
            var today = Texts.Local(Now).Date;
            Form = new() { Opens = today.AddHours(8), Closes = today.AddDays(7).AddHours(23).AddMinutes(59), Minutes = chosen?.Minutes ?? 0, Attempts = chosen?.Attempts ?? 1, Counting = chosen?.Counting ?? default, PauseMinutes = chosen?.PauseMinutes ?? 0 };
            if (Course == 0 && chosen is not null) Course = courses.FirstOrDefault(c => c.SubjectId == chosen.SubjectId)?.No ?? 0;
        }
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        var course = await MyCourses().FirstOrDefaultAsync(c => c.No == Course, act.Ct);
        var test = await act.Db.Tests.Include(t => t.Sections).FirstOrDefaultAsync(t => t.No == Test, act.Ct);
        if (course is null || test is null) return NotFound();
        var sitting = await Give(act, candidates, test, course, Form);
        return Done($"/assessment/sittings/show/{course.No}/{sitting.No}", "assessment.sittings.given");
    }, () => OnGet());

    /// <exception cref="Refusal">The test is of another subject, the window is wrong, or the bank has too few items.</exception>
    internal static async Task<Sitting> Give(Act act, Candidates candidates, Test test, CourseRow course, SittingForm form)
    {
        if (test.SubjectId != course.SubjectId) throw new Refusal("assessment.refusal.other-subject") { Field = "Test" };
        var check = Draw.Form.Check(test.Plan, await candidates.Of(act.Db, test.SubjectId, test.Language, act.Ct));
        if (check.Any(c => !c.IsMet)) throw new Refusal("assessment.refusal.bank-too-small") { Field = "Test" };
        var sitting = Sitting.Of(test, course.Id, course.GroupId, Texts.Utc(form.Opens), Texts.Utc(form.Closes), form.Minutes, form.Attempts);
        form.Fill(sitting);
        sitting.No = await act.NextNumber("assessment.sitting", course.Id);
        act.Db.Add(sitting);
        act.Wrote("assessment.sitting.given", sitting, sitting.Scope, after: new { sitting.No, sitting.Title, sitting.OpensAt, sitting.ClosesAt, sitting.Minutes, sitting.Attempts, sitting.Counting, sitting.PauseMinutes, sitting.Purpose });
        return sitting;
    }

    private IQueryable<CourseRow> MyCourses()
    {
        if (Reader.Everywhere(Rights.GiveTests)) return Db.Set<CourseRow>();
        var mine = Reader.ScopesOf(Rights.GiveTests, ScopeKinds.Course);
        return Db.Set<CourseRow>().Where(c => mine.Contains(c.Id));
    }
}
