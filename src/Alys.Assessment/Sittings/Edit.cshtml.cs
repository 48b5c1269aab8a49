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
            var before = new { sitting.OpensAt, sitting.ClosesAt, sitting.Minutes, sitting.Attempts };
            Form.Fill(sitting);
            var extra = await act.Db.ExtraTimes.Where(e => e.SittingId == sitting.Id).GroupBy(e => e.PersonId).Select(g => new { g.Key, Minutes = g.Sum(e => e.Minutes) }).ToDictionaryAsync(e => e.Key, e => e.Minutes, act.Ct);
            var attempts = await act.Db.Attempts.Where(a => a.SittingId == sitting.Id && a.State == AttemptState.Running).ToListAsync(act.Ct);
            foreach (var attempt in attempts) attempt.MoveDeadline(sitting.DeadlineOf(attempt.StartedAt, TimeSpan.FromMinutes(extra.GetValueOrDefault(attempt.PersonId))));
            moved = [.. attempts.Select(a => a.Code)];
            act.Wrote("assessment.sitting.changed", sitting, sitting.Scope, before: before, after: new { sitting.OpensAt, sitting.ClosesAt, sitting.Minutes, sitting.Attempts });
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
