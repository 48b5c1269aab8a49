using Alys.Communication;
using Alys.Enrolment;
using Alys.Learning.Courses;

namespace Alys.Learning.DueDays;

/// <summary>Moves the last day of one task in one course and tells the group.</summary>
[Needs(Rights.SetDays)]
internal sealed class EditModel : AppPage
{
    [FromRoute] public int S { get; set; }
    [FromRoute] public int U { get; set; }
    [BindProperty] public DateOnly? On { get; set; }
    public CourseHead Course { get; private set; } = null!;
    public DueTask Task { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        if (HttpMethods.IsGet(Request.Method)) On = Task.On;
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (!await Load()) return NotFound();
        if (On == Task.Planned) On = null;
        if (On == Task.Set) return Done($"/learning/duedays/{S}");
        await DueDay.Move(act, Course, Task.Id, On);
        await Tell(act, On ?? Task.Planned);
        return Done($"/learning/duedays/{S}", "learning.due-day.saved");
    }, OnGet);

    private async Task<bool> Load()
    {
        if (await Service<CourseQueries>().Find(Db, S, Reader, Now) is not { IsOpen: true } course || !Reader.May(Rights.SetDays, course.Scope)) return false;
        if ((await DueTask.Of(Db, course, Ct)).FirstOrDefault(t => t.No == U) is not { } task) return false;
        (Course, Task) = (course, task);
        return true;
    }

    private async Task Tell(Act act, DateOnly? on)
    {
        if (on is not { } day) return;
        var today = DateOnly.FromDateTime(Texts.Local(act.Now));
        var words = Service<TextTable>();
        var written = new LocalText(words.For("kk").Date(day), words.For("ru").Date(day), words.For("en").Date(day));
        foreach (var learner in await act.Db.Set<GroupMemberRow>().Where(m => m.GroupId == Course.GroupId && m.From <= today && (m.To == null || m.To >= today)).Select(m => m.PersonId).Distinct().OrderBy(p => p).ToListAsync(Ct))
            await Service<Notices>().Give(act, learner, "learning.notice.due-day", [Task.Title, written], $"/s/{S}/u/{U}");
    }
}
