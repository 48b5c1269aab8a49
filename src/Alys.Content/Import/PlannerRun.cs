using Alys.Content.Packs;
using Alys.Content.Text;
using Alys.Content.Units;
using Alys.Formats.Archives;

namespace Alys.Content.Import;

/// <summary>A text with the slot that the rules give it; no slot: left out, for the reason.</summary>
internal sealed record PlacedPage(MaterialPage From, string? Slot, int? Points, Guid? TopicId, int No, string? Reason)
{
    public LessonPage Page => From.Page;
}

/// <summary>One planning: places the texts, then renders them with their links resolved.</summary>
internal sealed class PlannerRun(Pack pack, PlacementRules rules, Reader author, DateTime now)
{
    public required Dictionary<string, Unit> Existing { get; init; }
    public required Dictionary<Guid, (UnitVersion Version, List<VersionPage> Pages)> Drafts { get; init; }
    public required PackState State { get; init; }
    public required IReadOnlyList<Guid> Topics { get; init; }

    private readonly Dictionary<string, Guid> _tests = new(StringComparer.Ordinal);

    /// <param name="material">What the archive offers.</param>
    /// <param name="mayBank">Without the right to write the bank there are no questions, and so no tests.</param>
    public List<PlacedPage> Place(Material material, bool mayBank)
    {
        var next = State.LastUnit;
        // Fewer topics than lessons: neighbours share one; so every topic has its lesson.
        return [.. material.Pages.Where(p => !p.IsTest || mayBank).Select(p => PlaceOne(p, Topics.Count == 0 || p.LessonNo is not { } no ? null : Topics[Math.Min(Topics.Count - 1, no * Topics.Count / material.Lessons)], ref next))];
    }

    private PlacedPage PlaceOne(MaterialPage page, Guid? topic, ref int next)
    {
        var rule = rules.For(page);
        // A pack that comes back stands as it stood, unless a rule calls the unit by its name.
        if (page.OwnSlot is { } own && (rule is null or { Pattern: ['@', ..] })) rule = new PlacementRule("", own, page.Role == PageRole.Assignment ? rule?.Points ?? UnitVersion.UsualTaskPoints : null);
        var points = rule?.Points is null ? null : page.Points ?? rule.Points;
        if (Existing.TryGetValue(page.Page.Path, out var unit))
        {
            // Where a person has put a unit, it stays.
            var version = unit.DraftVersionId is null ? null : Drafts[unit.Id].Version;
            return new PlacedPage(page, unit.Slot, version is null ? points : version.MaxPoints, version is null ? topic : version.TopicId, unit.No, null);
        }
        if (rule is null || rule.Slot.Length == 0) return new PlacedPage(page, null, null, null, 0, rule is null ? "content.import.no-rule" : WhyLeftOut(page));
        return new PlacedPage(page, rule.Slot, points, topic, ++next, null);
    }

    private static string WhyLeftOut(MaterialPage page) => page.Role switch
    {
        PageRole.Other => page.Called is null ? "content.import.no-lesson" : "content.import.not-in-contents",
        PageRole.Teachers => "content.import.for-teachers",
        _ => "content.import.left-out",
    };

    public ImportPlan Finish(Material material, List<PlacedPage> placed, Dictionary<string, StoredFileOutcome> stored)
    {
        var numbers = placed.Where(p => p.Slot is not null).SelectMany(p => p.From.Aliases.Append(p.Page.Path).Select(path => (path, p.No))).DistinctBy(p => p.path)
            .ToDictionary(p => p.path, p => p.No, StringComparer.Ordinal);
        var units = new List<PlannedUnit>();
        var lines = new List<ImportLine>();
        foreach (var page in placed)
        {
            if (page.Slot is null)
            {
                lines.AddRange(PerSource(page, LeftOut(page, stored)));
            }
            else if (page.From.FilePath is { } file && stored[file].Refused is not null)
            {
                lines.AddRange(PerSource(page, FileLine(new MaterialFile(file, ""), stored) with { IsMedia = false }));
            }
            else
            {
                var (unit, line) = Render(page, numbers, stored);
                units.Add(unit);
                lines.AddRange(PerSource(page, line));
            }
        }
        lines.AddRange(material.Skipped);
        lines.AddRange(material.Files.Select(f => FileLine(f, stored)));
        return new ImportPlan
        {
            Lines = lines, Units = units, Tests = _tests, Lessons = material.Lessons, State = State,
            Media = [.. stored.OrderBy(s => s.Key, StringComparer.Ordinal).Where(s => s.Value.Media is not null).Select(s => new PlannedMedia(s.Key, s.Value.Media))],
        };
    }

    private static IEnumerable<ImportLine> PerSource(PlacedPage page, ImportLine line)
    {
        // What an author should look at is said once, with the first of the objects.
        return page.From.Sources.Count == 0 ? [line] : page.From.Sources.Select((s, i) => i == 0 ? line with { Path = s.Path, Title = s.Title }
            : line with { Path = s.Path, Title = s.Title, Remarks = [], MissingImages = [] });
    }

    // A file that is left out of the contents is stored nevertheless if a text refers to it.
    private static ImportLine LeftOut(PlacedPage page, Dictionary<string, StoredFileOutcome> stored) =>
        page.From.FilePath is { } file && stored.ContainsKey(file) ? FileLine(new MaterialFile(file, ""), stored) with { Title = page.Page.Title }
        : new ImportLine(page.Page.Path, LessonOutcome.Skipped, page.Reason) { Lesson = page.From.Lesson, Title = page.Page.Title };

    private (PlannedUnit, ImportLine) Render(PlacedPage placed, Dictionary<string, int> numbers, Dictionary<string, StoredFileOutcome> stored)
    {
        var page = placed.Page;
        var targets = Targets(page, numbers, stored);
        var composer = new Composer(pack.Language, target => targets.GetValueOrDefault(target) ?? targets.GetValueOrDefault(Uri.UnescapeDataString(target)));
        var form = page.Format == LessonFormat.Html ? TextForm.Html : TextForm.Markdown;
        var existing = Existing.GetValueOrDefault(page.Path);
        (UnitVersion Version, List<VersionPage> Pages) known = existing is null ? default : Drafts.GetValueOrDefault(existing.Id);
        if (placed.From.IsTest) _tests[page.Path] = known.Version?.TestId ?? Guid.CreateVersion7();
        var composed = composer.Compose(new UnitWords(KindOf(placed), page.Title, form, page.Text)
        {
            TestId = placed.From.IsTest ? _tests[page.Path] : null, TopicId = placed.TopicId, MaxPoints = placed.Points, AnswerByText = placed.From.AnswerByText, AnswerByFiles = placed.From.AnswerByFiles, IsImported = true,
        }, author, now);
        var isSame = known.Version is not null && composed.Version.SaysTheSame(known.Version, composed.Pages, known.Pages);
        var outcome = isSame ? LessonOutcome.Unchanged : existing is null ? LessonOutcome.Created : LessonOutcome.Changed;
        var reason = !isSame && known.Version is { IsImported: false } ? "content.import.over-hand" : placed.From.Reason;
        return (new PlannedUnit(page.Path, placed.Slot!, placed.No, existing, isSame ? null : composed), new ImportLine(page.Path, outcome, reason)
        {
            Lesson = placed.From.Lesson, Slot = placed.Slot, UnitNo = placed.No, Title = page.Title,
            MissingImages = [.. composed.Notes.Where(n => n.Kind == TextNoteKind.MissingImage).Select(n => n.Detail)],
            Remarks = [.. placed.From.Remarks, .. composed.Notes.Where(n => n.Kind != TextNoteKind.MissingImage).Select(n => new ImportRemark(n.TextKey, n.Detail))],
        });
    }

    private static UnitKind KindOf(PlacedPage placed) => placed.From.IsTest ? UnitKind.QuestionSet : placed.Points is null ? UnitKind.Text : UnitKind.Task;

    private static Dictionary<string, TextTarget?> Targets(LessonPage page, Dictionary<string, int> numbers, Dictionary<string, StoredFileOutcome> stored)
    {
        var targets = new Dictionary<string, TextTarget?>(StringComparer.Ordinal);
        foreach (var reference in page.References.Where(r => r is { State: ReferenceState.Found, Path: not null }))
        {
            TextTarget? target = numbers.TryGetValue(reference.Path!, out var no) ? new TextTarget.Unit(no)
                : stored.TryGetValue(reference.Path!, out var outcome) ? outcome.Media?.Target : null;
            targets[reference.Target] = target;
            targets[Uri.UnescapeDataString(reference.Target)] = target;
        }
        return targets;
    }

    private static ImportLine FileLine(MaterialFile file, Dictionary<string, StoredFileOutcome> stored)
    {
        if (!stored.TryGetValue(file.Path, out var outcome)) return new ImportLine(file.Path, LessonOutcome.Skipped, file.Unused) { IsMedia = true };
        return outcome.Refused is { } refused
            ? new ImportLine(file.Path, LessonOutcome.Skipped, refused.TextKey, [.. refused.Args.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture) ?? "")]) { IsMedia = true }
            : new ImportLine(file.Path, LessonOutcome.Created, null) { IsMedia = true };
    }
}
