using Alys.Assessment.Attempts;
using Alys.Enrolment;

namespace Alys.Assessment.Sittings;

/// <summary>Moves the window of a sitting and what it shows when. Attempts that run keep their deadline, or get a later one, never an earlier.</summary>
[Needs(Rights.GiveTests)]
internal sealed class EditModel(RunningAttempts running) : AppPage
{
    public Sitting Sitting { get; private set; } = null!;
    public int Course { get; private set; }
    [BindProperty] public SittingForm Form { get; set; } = new();

    public async Task<IActionResult> OnGet(int course, int no)
    {
        if (await Find(course, no) is not { } sitting) return NotFound();
        (Sitting, Course) = (sitting, course);
        if (HttpMethods.IsGet(Request.Method)) Form = SittingForm.Of(sitting);
        return Page();
    }

    public async Task<IActionResult> OnPost(int course, int no)
    {
        IReadOnlyList<string> moved = [];
        var result = await Act(async act =>
        {
            if (await Find(course, no) is not { } sitting) return NotFound();
            var before = new { sitting.OpensAt, sitting.ClosesAt, sitting.Minutes, sitting.Attempts, sitting.Counting, sitting.PauseMinutes };
            Form.Fill(sitting);
            moved = await SittingTerms.MoveDeadlines(act, sitting);
            act.Wrote("assessment.sitting.changed", sitting, sitting.Scope, before: before, after: new { sitting.OpensAt, sitting.ClosesAt, sitting.Minutes, sitting.Attempts, sitting.Counting, sitting.PauseMinutes });
            return Done($"/assessment/sittings/show/{course}/{no}", "assessment.sittings.saved");
        }, () => OnGet(course, no));
        foreach (var code in moved) running.Forget(code);
        return result;
    }

    private async Task<Sitting?> Find(int course, int no)
    {
        var sitting = await (from x in Db.Sittings join c in Db.Set<CourseRow>() on x.CourseId equals c.Id where c.No == course && x.No == no select x).FirstOrDefaultAsync(Ct);
        return sitting is not null && Reader.May(Rights.GiveTests, sitting.Scope) ? sitting : null;
    }
}
