using System.Text.Json;
using Alys.Content.Media;
using Alys.Content.Packs;
using Alys.Content.Text;

namespace Alys.Content.Units;

/// <summary>What an author says of a unit, before it is a version.</summary>
internal sealed record UnitWords(UnitKind Kind, string Title, TextForm Form, string Source)
{
    public Guid? TopicId { get; init; }
    public int? MaxPoints { get; init; }
    public bool AnswerByText { get; init; }
    public bool AnswerByFiles { get; init; }
    public Guid? MediaId { get; init; }
    public Guid? TestId { get; init; }
    public bool IsImported { get; init; }
    public string? Why { get; init; }

    public void Check()
    {
        if (string.IsNullOrWhiteSpace(Title)) throw new Refusal("content.refusal.no-title") { Field = "Title" };
        if (Title.Length > UnitVersion.MaxTitle) throw new Refusal("content.refusal.long-title", UnitVersion.MaxTitle) { Field = "Title" };
        if (Why?.Trim().Length > UnitVersion.MaxWhy) throw new Refusal("content.refusal.long-word", UnitVersion.MaxWhy) { Field = "Why" };
        if (Kind == UnitKind.Task)
        {
            if (MaxPoints is not (>= 1 and <= UnitVersion.MaxTaskPoints)) throw new Refusal("content.refusal.points", UnitVersion.MaxTaskPoints) { Field = "MaxPoints" };
            if (!AnswerByText && !AnswerByFiles) throw new Refusal("content.refusal.no-answer-kind") { Field = "AnswerByText" };
        }
        if (Kind is UnitKind.Text or UnitKind.Task && string.IsNullOrWhiteSpace(Source)) throw new Refusal("content.refusal.no-text") { Field = "Source" };
        if (Kind == UnitKind.File && MediaId is null) throw new Refusal("content.refusal.no-file") { Field = "MediaId" };
        if (Kind == UnitKind.QuestionSet && TestId is null) throw new Refusal("content.refusal.no-test") { Field = "TestId" };
    }
}

/// <summary>A version with its rendered pages, not stored yet.</summary>
internal sealed record ComposedVersion(UnitVersion Version, IReadOnlyList<VersionPage> Pages, IReadOnlyList<TextNote> Notes)
{
    public void Store(Act act, Unit unit)
    {
        unit.Take(act, Version);
        act.Db.AddRange(Pages);
        act.Db.AddRange(VersionMedia.In(Version, Pages));
    }
}

/// <summary>Renders words into versions for one pack: knows where its links may lead.</summary>
internal sealed class Composer(string language, Func<string, TextTarget?> resolve)
{
    public static async Task<Composer> For(Db db, Pack pack, CancellationToken ct)
    {
        var units = (await db.Units.AsNoTracking().Where(u => u.PackId == pack.Id).Select(u => u.No).ToListAsync(ct)).ToHashSet();
        var media = await db.Media.AsNoTracking().Where(m => m.PackId == pack.Id).ToListAsync(ct);
        return new Composer(pack.Language, target => Named(target, units, media));
    }

    public static TextTarget? Named(string target, HashSet<int> units, IReadOnlyList<StoredMedia> media) => TextRenderer.Named(target) switch
    {
        ("unit", var no) when units.Contains(no) => new TextTarget.Unit(no),
        ("media", var no) => media.FirstOrDefault(m => m.No == no)?.Target,
        _ => null,
    };

    public ComposedVersion Compose(UnitWords words, Reader author, DateTime now)
    {
        var text = TextRenderer.Render(new AuthoredText(words.Form, words.Source), words.Title, language, resolve);
        var pages = text.Pages.Count > 0 ? text.Pages : [new TextPage(1, "", 0, false)];
        var version = new UnitVersion
        {
            Kind = words.Kind, Title = words.Title.Trim(), TopicId = words.TopicId, Form = words.Form, Source = words.Source,
            MaxPoints = words.Kind == UnitKind.Task ? words.MaxPoints : null,
            AnswerByText = words.Kind == UnitKind.Task && words.AnswerByText,
            AnswerByFiles = words.Kind == UnitKind.Task && words.AnswerByFiles,
            MediaId = words.Kind == UnitKind.File ? words.MediaId : null,
            TestId = words.Kind == UnitKind.QuestionSet ? words.TestId : null,
            IsImported = words.IsImported,
            Why = string.IsNullOrWhiteSpace(words.Why) ? null : words.Why.Trim(),
            Pages = pages.Count, Bytes = pages.Sum(p => p.CompressedBytes), Notes = JsonSerializer.Serialize(text.Notes),
            At = now, ByPersonId = author.IsSignedIn ? author.PersonId : null,
        };
        return new ComposedVersion(version,
            [.. pages.Select(p => new VersionPage { VersionId = version.Id, Number = p.Number, Html = p.Html, Bytes = p.CompressedBytes, HasMaths = p.HasMaths })],
            text.Notes);
    }

    /// <summary>As <see cref="Compose"/>, for words that a person typed: what the learner would see wrong is refused by name.</summary>
    public ComposedVersion ComposeTyped(UnitWords words, Reader author, DateTime now)
    {
        words.Check();
        var composed = Compose(words, author, now);
        if (composed.Notes.FirstOrDefault(n => n.IsProblem) is { } problem)
        {
            throw new Refusal(problem.TextKey, problem.Detail) { Field = "Source" };
        }
        return composed;
    }
}
