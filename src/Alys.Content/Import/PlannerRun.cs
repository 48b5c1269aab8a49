using Alys.Content.Packs;
using Alys.Content.Text;
using Alys.Content.Units;
using Alys.Formats.Archives;

namespace Alys.Content.Import;

/// <summary>A text with the slot that the rules give it; no slot: left out, for the reason.</summary>
internal sealed record PlacedPage(LessonPage Page, string? Lesson, string? Slot, int? Points, Guid? TopicId, int No, string? Reason);

/// <summary>One planning: places the texts, then renders them with their links resolved.</summary>
internal sealed class PlannerRun(Pack pack, PlacementRules rules, Reader author, DateTime now)
{
    public required Dictionary<string, Unit> Existing { get; init; }
    public required Dictionary<Guid, (UnitVersion Version, List<VersionPage> Pages)> Drafts { get; init; }
    public required PackState State { get; init; }
    public required IReadOnlyList<Guid> Topics { get; init; }

    public List<PlacedPage> Place(LessonArchive archive)
    {
        var next = State.LastUnit;
        var placed = new List<PlacedPage>();
        foreach (var (index, lesson) in archive.Lessons.Index())
        {
            // Fewer topics than lessons: neighbours share one; so every topic has its lesson.
            Guid? topic = Topics.Count == 0 ? null : Topics[Math.Min(Topics.Count - 1, index * Topics.Count / archive.Lessons.Count)];
            foreach (var page in lesson.Pages)
            {
                var role = page == lesson.Main ? PageRole.Main : page == lesson.Assignment ? PageRole.Assignment : PageRole.Variant;
                placed.Add(PlaceOne(page, role, lesson.Title, topic, ref next));
            }
        }
        foreach (var page in archive.OtherPages)
        {
            placed.Add(PlaceOne(page, PageRole.Other, null, null, ref next));
        }
        return placed;
    }

    private PlacedPage PlaceOne(LessonPage page, PageRole role, string? lesson, Guid? topic, ref int next)
    {
        var rule = rules.For(role, page);
        if (Existing.TryGetValue(page.Path, out var unit))
        {
            // Where a person has put a unit, it stays.
            var version = unit.DraftVersionId is null ? null : Drafts[unit.Id].Version;
            return new PlacedPage(page, lesson, unit.Slot, version is null ? rule?.Points : version.MaxPoints, version is null ? topic : version.TopicId, unit.No, null);
        }
        if (rule is null || rule.Slot.Length == 0)
        {
            return new PlacedPage(page, lesson, null, null, null, 0, rule is null ? "content.import.no-rule" : role == PageRole.Other ? "content.import.no-lesson" : "content.import.left-out");
        }
        return new PlacedPage(page, lesson, rule.Slot, rule.Points, topic, ++next, null);
    }

    public ImportPlan Finish(LessonArchive archive, List<PlacedPage> placed, Dictionary<string, StoredFileOutcome> stored)
    {
        var numbers = placed.Where(p => p.Slot is not null).ToDictionary(p => p.Page.Path, p => p.No, StringComparer.Ordinal);
        var units = new List<PlannedUnit>();
        var lines = new List<ImportLine>();
        foreach (var page in placed)
        {
            if (page.Slot is null)
            {
                lines.Add(new ImportLine(page.Page.Path, LessonOutcome.Skipped, page.Reason) { Lesson = page.Lesson, Title = page.Page.Title });
                continue;
            }
            var (unit, line) = Render(page, numbers, stored);
            units.Add(unit);
            lines.Add(line);
        }
        var media = new List<PlannedMedia>();
        foreach (var path in archive.Files)
        {
            lines.Add(FileLine(path, stored));
            if (stored.TryGetValue(path, out var outcome) && outcome.Media is not null) media.Add(new PlannedMedia(path, outcome.Media));
        }
        return new ImportPlan { Lines = lines, Units = units, Media = media, Lessons = archive.Lessons.Count, State = State };
    }

    private (PlannedUnit, ImportLine) Render(PlacedPage placed, Dictionary<string, int> numbers, Dictionary<string, StoredFileOutcome> stored)
    {
        var page = placed.Page;
        var targets = Targets(page, numbers, stored);
        var composer = new Composer(pack.Language, target => targets.GetValueOrDefault(target) ?? targets.GetValueOrDefault(Uri.UnescapeDataString(target)));
        var form = page.Format == LessonFormat.Html ? TextForm.Html : TextForm.Markdown;
        var composed = composer.Compose(new UnitWords(placed.Points is null ? UnitKind.Text : UnitKind.Task, page.Title, form, page.Text)
        {
            TopicId = placed.TopicId, MaxPoints = placed.Points, AnswerByText = true, AnswerByFiles = true, IsImported = true,
        }, author, now);
        var existing = Existing.GetValueOrDefault(page.Path);
        (UnitVersion Version, List<VersionPage> Pages) known = existing is null ? default : Drafts.GetValueOrDefault(existing.Id);
        var isSame = known.Version is not null && composed.Version.SaysTheSame(known.Version, composed.Pages, known.Pages);
        var outcome = isSame ? LessonOutcome.Unchanged : existing is null ? LessonOutcome.Created : LessonOutcome.Changed;
        var reason = !isSame && known.Version is { IsImported: false } ? "content.import.over-hand" : null;
        return (new PlannedUnit(page.Path, placed.Slot!, placed.No, existing, isSame ? null : composed), new ImportLine(page.Path, outcome, reason)
        {
            Lesson = placed.Lesson, Slot = placed.Slot, UnitNo = placed.No, Title = page.Title,
            MissingImages = [.. composed.Notes.Where(n => n.Kind == TextNoteKind.MissingImage).Select(n => n.Detail)],
            Remarks = [.. composed.Notes.Where(n => n.Kind != TextNoteKind.MissingImage).Select(n => new ImportRemark(n.TextKey, n.Detail))],
        });
    }

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

    private static ImportLine FileLine(string path, Dictionary<string, StoredFileOutcome> stored)
    {
        if (!stored.TryGetValue(path, out var outcome)) return new ImportLine(path, LessonOutcome.Skipped, "content.import.unused-file") { IsMedia = true };
        return outcome.Refused is { } refused
            ? new ImportLine(path, LessonOutcome.Skipped, refused.TextKey, [.. refused.Args.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture) ?? "")]) { IsMedia = true }
            : new ImportLine(path, LessonOutcome.Created, null) { IsMedia = true };
    }
}
