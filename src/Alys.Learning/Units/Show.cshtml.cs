using Alys.Content;
using Alys.Learning.Courses;
using Alys.Learning.Deliveries;

namespace Alys.Learning.Units;

/// <summary>A page of a unit; the form at its end says that the unit is finished.</summary>
[Needs(Rights.Study, Rights.Follow)]
internal sealed class ShowModel : AppPage
{
    [FromRoute] public int S { get; set; }
    [FromRoute] public int U { get; set; }
    [FromQuery(Name = "p")] public int? PageNo { get; set; }

    public CourseHead Course { get; private set; } = null!;
    public PublishedUnitRow Unit { get; private set; } = null!;
    public PublishedUnitRow? Previous { get; private set; }
    public PublishedUnitRow? Following { get; private set; }
    public UnitText? Text { get; private set; }
    public int Number => Math.Clamp(PageNo ?? 1, 1, Unit.Pages);
    public bool IsLearner { get; private set; }
    public bool IsFinished { get; private set; }
    public SubmissionState? State { get; private set; }
    public decimal? Points { get; private set; }
    public int? SittingNo { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        IsLearner = Course.IsStudiedBy(Reader);
        Text = await Service<UnitTexts>().Page(Db, Unit.VersionId, Number, Ct);
        if (Text is { HasMaths: true }) ViewData["MathFont"] = true;
        if (Text is { HasPlayers: true }) HttpContext.AllowMediaStreams();
        if (Unit.TestId is { } test) SittingNo = (await Service<CourseSittings>().Rows(Db, Course.Id)).LastOrDefault(x => x.TestId == test)?.No;
        if (!IsLearner) return Page();
        if (await Service<UnitQueries>().Mine(Db, Reader.PersonId, Course.Id, Unit.Id) is { } mine) (IsFinished, State, Points) = (mine.IsFinished, mine.State, mine.Points);
        Service<ViewBuffer>().Saw(Course.Id, Unit.Id, Reader.PersonId, Number, Now);
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (!await Load() || !Course.IsStudiedBy(Reader)) return NotFound();
        if (Unit.Kind == UnitKind.Task) throw new Refusal("learning.refusal.task-by-answer");
        var delivery = await Db.Deliveries.FirstOrDefaultAsync(d => d.PersonId == Reader.PersonId && d.CourseId == Course.Id && d.UnitId == Unit.Id && d.Channel == DeliveryChannel.Network, Ct);
        if (delivery is null) Db.Add(delivery = new Delivery { CourseId = Course.Id, UnitId = Unit.Id, PersonId = Reader.PersonId, Channel = DeliveryChannel.Network, IssuedAt = act.Now });
        delivery.Finish(act, Course.Scope);
        return Done(Following is { } next ? $"/s/{S}/u/{next.No}" : $"/s/{S}", "learning.finished.done");
    }, OnGet);

    private async Task<bool> Load()
    {
        if (await Service<CourseQueries>().Find(Db, S, Reader, Now) is not { PackId: { } pack } course) return false;
        var units = await Service<PackUnits>().Of(Db, pack);
        var at = 0;
        while (at < units.Count && units[at].No != U) at++;
        if (at == units.Count) return false;
        (Course, Unit) = (course, units[at]);
        (Previous, Following) = (at > 0 ? units[at - 1] : null, at + 1 < units.Count ? units[at + 1] : null);
        return true;
    }
}

/// <summary>What became of a unit for one learner.</summary>
internal sealed class UnitMine
{
    public bool IsFinished { get; init; }
    public SubmissionState? State { get; init; }
    public decimal? Points { get; init; }
}

/// <summary>The compiled queries of the unit page.</summary>
internal sealed class UnitQueries
{
    public Func<Db, Guid, Guid, Guid, Task<UnitMine?>> Mine { get; } = EF.CompileAsyncQuery((Db db, Guid person, Guid course, Guid unit) =>
        (from d in db.Set<Delivery>()
         where d.PersonId == person && d.CourseId == course && d.UnitId == unit && d.Channel == DeliveryChannel.Network
         from s in db.Set<Submissions.Submission>().Where(s => s.PersonId == person && s.CourseId == course && s.UnitId == unit).DefaultIfEmpty()
         select new UnitMine { IsFinished = d.FinishedAt != null, State = s == null ? null : s.State, Points = s == null ? null : s.Points }).FirstOrDefault());
}
