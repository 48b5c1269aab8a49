using Alys.Content.Reviews;
using Alys.Content.Text;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Content.Units;

[Needs(Rights.Write)]
internal sealed class EditModel : UnitPage
{
    [BindProperty] public string? Title { get; set; }
    [BindProperty] public string? Slot { get; set; }
    [BindProperty(SupportsGet = true)] public UnitKind Kind { get; set; }
    [BindProperty] public Guid? TopicId { get; set; }
    [BindProperty] public int Order { get; set; }
    [BindProperty] public TextForm Form { get; set; }
    [BindProperty] public string? Source { get; set; }
    [BindProperty] public int? MaxPoints { get; set; }
    [BindProperty] public bool AnswerByText { get; set; }
    [BindProperty] public bool AnswerByFiles { get; set; }
    [BindProperty] public Guid? MediaId { get; set; }
    [BindProperty] public Guid? TestId { get; set; }
    [BindProperty] public string? Why { get; set; }

    /// <summary>Versions that the unit had when the form was opened: another's save in between is not overwritten unseen.</summary>
    [BindProperty] public int Seen { get; set; }

    /// <summary>When what stands in the form was kept without being saved as a version.</summary>
    public DateTime? KeptAt { get; private set; }
    public IEnumerable<SelectListItem> Slots => UnitChoices.Slots(T);
    public IEnumerable<SelectListItem> Kinds => UnitChoices.Kinds(T);
    public List<SelectListItem> Topics { get; private set; } = [];
    public List<SelectListItem> Files { get; private set; } = [];
    public List<SelectListItem> Tests { get; private set; } = [];
    public UnitReview Review { get; private set; } = UnitReview.None;

    public async Task<IActionResult> OnGet()
    {
        if (!await FindUnit()) return NotFound();
        (Slot, Order, Seen) = (Unit.Slot, Unit.Order, Unit.Versions);
        var version = await Db.UnitVersions.AsNoTracking().FirstOrDefaultAsync(v => v.Id == Unit.DraftVersionId, Ct);
        if (version is null)
        {
            (MaxPoints, AnswerByText, AnswerByFiles) = (100, true, true);
        }
        else
        {
            (Title, Kind, TopicId, Form, Source) = (version.Title, version.Kind, version.TopicId, version.Form, version.Source);
            (MaxPoints, AnswerByText, AnswerByFiles, MediaId, TestId) = (version.MaxPoints ?? 100, version.AnswerByText, version.AnswerByFiles, version.MediaId, version.TestId);
        }
        if (await Db.UnitDrafts.AsNoTracking().FirstOrDefaultAsync(d => d.UnitId == Unit.Id && d.PersonId == Reader.PersonId, Ct) is { } kept)
        {
            (Title, Form, Source) = (kept.Title, kept.Form, kept.Source);
            KeptAt = kept.Source.Length > 0 ? kept.KeptAt : null;
        }
        return await Show();
    }

    private async Task<IActionResult> Show()
    {
        if (!await FindUnit()) return NotFound();
        Topics = await UnitChoices.Topics(Db, Pack, T, Ct);
        Files = await UnitChoices.Files(Db, Pack, T, Ct);
        Tests = await UnitChoices.Tests(Db, Pack, T, Ct);
        Review = await UnitReview.Of(Db, Unit, Ct);
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        await FoundUnit();
        if (Seen != Unit.Versions) throw new Refusal("content.refusal.saved-meanwhile", Unit.Versions) { Field = nameof(Source) };
        var composer = await Composer.For(act.Db, Pack, Ct);
        var composed = composer.ComposeTyped(await Words(act.Db), Reader, act.Now);
        (Unit.Slot, Unit.Order) = (Packs.Slot.Of(Slot).Code, Order);
        composed.Store(act, Unit);
        await act.Db.UnitDrafts.Where(d => d.UnitId == Unit.Id && d.PersonId == Reader.PersonId).ExecuteDeleteAsync(Ct);
        act.Wrote("content.unit.saved", Unit, Pack.Scope, after: new { packId = Pack.Id, Unit.No, Unit.Slot, version = composed.Version.Number, composed.Version.Title });
        return Done(At("show"), "content.unit.saved");
    }, Show);

    private async Task<UnitWords> Words(Db db)
    {
        var topics = await UnitChoices.Topics(db, Pack, T, Ct);
        if (TopicId is { } topic && topics.TrueForAll(x => x.Value != topic.ToString())) throw new Refusal("content.refusal.topic") { Field = nameof(TopicId) };
        if (MediaId is { } media && !await db.Media.AnyAsync(m => m.Id == media && m.PackId == Pack.Id, Ct)) throw new Refusal("content.refusal.no-file") { Field = nameof(MediaId) };
        if (TestId is { } test && (await UnitChoices.Tests(db, Pack, T, Ct)).TrueForAll(x => x.Value != test.ToString())) throw new Refusal("content.refusal.no-test") { Field = nameof(TestId) };
        return new UnitWords(Kind, Title ?? "", Form, Source ?? "")
        {
            TopicId = TopicId, MaxPoints = MaxPoints, AnswerByText = AnswerByText, AnswerByFiles = AnswerByFiles, MediaId = MediaId, TestId = TestId, Why = Why,
        };
    }
}
