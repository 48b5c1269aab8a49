using Alys.Access;
using Alys.Assessment.Attempts;
using Alys.Enrolment;

namespace Alys.Assessment.Sittings;

/// <summary>Gives one person more time, before or during an attempt; it lies beyond the limit and beyond the window.</summary>
[Needs(Rights.GiveTime)]
internal sealed class ExtraTimeModel(RunningAttempts running) : AppPage
{
    public Sitting Sitting { get; private set; } = null!;
    public int Course { get; private set; }
    public PersonRow Person { get; private set; } = null!;
    public Attempt? Running { get; private set; }
    public Terms Terms { get; private set; } = null!;
    public IReadOnlyList<ExtraTime> Given { get; private set; } = [];
    [BindProperty] public int Minutes { get; set; } = 10;
    [BindProperty] public string? Reason { get; set; }

    public async Task<IActionResult> OnGet(int course, int no, int person)
    {
        var sitting = await (from x in Db.Sittings join c in Db.Set<CourseRow>() on x.CourseId equals c.Id where c.No == course && x.No == no select x).FirstOrDefaultAsync(Ct);
        var found = await Db.Set<PersonRow>().FirstOrDefaultAsync(p => p.No == person, Ct);
        if (sitting is null || found is null || !Reader.May(Rights.GiveTime, sitting.Scope)) return NotFound();
        if (!await Db.Set<GroupMemberRow>().AnyAsync(m => m.GroupId == sitting.GroupId && m.PersonId == found.Id, Ct)) return NotFound();
        (Sitting, Course, Person) = (sitting, course, found);
        Running = await Db.Attempts.FirstOrDefaultAsync(a => a.SittingId == sitting.Id && a.PersonId == found.Id && a.State == AttemptState.Running, Ct);
        Terms = await Terms.Of(Db, sitting, found.Id, Now, Ct);
        Given = await Db.ExtraTimes.AsNoTracking().Where(e => e.SittingId == sitting.Id && e.PersonId == found.Id).OrderBy(e => e.At).ToListAsync(Ct);
        return Page();
    }

    public async Task<IActionResult> OnPost(int course, int no, int person)
    {
        var result = await Act(async act =>
        {
            if (await OnGet(course, no, person) is NotFoundResult) return NotFound();
            if (Minutes is < 1 or > 600) throw new Refusal("assessment.refusal.extra") { Field = nameof(Minutes) };
            if (string.IsNullOrWhiteSpace(Reason)) throw new Refusal("assessment.refusal.reason") { Field = nameof(Reason) };
            var extra = new ExtraTime { SittingId = Sitting.Id, PersonId = Person.Id, Minutes = Minutes, Reason = Reason.Trim(), ById = act.Reader.PersonId, At = act.Now };
            act.Db.Add(extra);
            Running?.Extend(TimeSpan.FromMinutes(Minutes));
            act.Wrote("assessment.extra-time.given", extra, Sitting.Scope, Person.Id, after: new { extra.Minutes, extra.Reason, Running?.Deadline });
            return Done($"/assessment/sittings/show/{course}/{no}", "assessment.extra.given");
        }, () => OnGet(course, no, person));
        if (Running is not null) running.Forget(Running.Code);
        return result;
    }
}
