using System.Security.Cryptography;
using Alys.Assessment;
using Alys.Content.Media;
using Alys.Content.Packs;
using Alys.Content.Text;
using Alys.Content.Units;
using Alys.Curriculum;
using Alys.Formats;
using Alys.Formats.Archives;

namespace Alys.Content.Import;

/// <summary>Works out what an archive becomes in a pack. Reads only; the same archive, rules and pack always give the same plan.</summary>
internal sealed class Planner(Files files, MediaStore store, ContentOptions options, TextTable texts)
{
    /// <param name="db">Where the pack is read.</param>
    /// <param name="pack">The pack.</param>
    /// <param name="import">The archive and its rules.</param>
    /// <param name="author">Who imports.</param>
    /// <param name="now">Time of the versions.</param>
    /// <param name="prepare">True before a run: light variants of pictures are made and stored. A trial goes without.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<ImportPlan> Plan(Db db, Pack pack, LessonImport import, Reader author, DateTime now, bool prepare, CancellationToken ct)
    {
        await using var stream = await SinglePage.AsArchive(files.Open(import.Hash), import.FileName, ct);
        if (!SafeArchive.TryOpen(stream, null, out var archive, out var problems)) return Refused(problems);
        using (archive)
        {
            var material = Material.Read(archive, stream, import, texts.For(pack.Language));
            if (material.Lessons == 0 && material.Package is null) return Refused(material.Problems);
            var rules = PlacementRules.FromJson(import.Rules).Suited(material);
            var work = new PlannerRun(pack, rules, author, now)
            {
                Existing = await db.Units.AsNoTracking().Where(u => u.PackId == pack.Id && u.SourcePath != null).ToDictionaryAsync(u => u.SourcePath!, ct),
                Drafts = await Drafts(db, pack, ct),
                State = await PackState.Of(db, pack.Id, ct),
                Topics = import.SpreadTopics ? await db.Set<TopicRow>().Where(t => t.SyllabusId == pack.SyllabusId).OrderBy(t => t.Order).Select(t => t.Id).ToListAsync(ct) : [],
            };
            var mayBank = material.Questions is not null && await PackageQuestions.May(db, author, pack.SubjectId, ct);
            var placed = work.Place(material, mayBank);
            var known = await db.Media.AsNoTracking().Where(m => m.PackId == pack.Id).ToDictionaryAsync(m => m.Hash, ct);
            var stored = await Stored(path => material.Inner.GetValueOrDefault(path) ?? archive.ReadAll(path), Needed(material, placed), known, prepare, ct);
            var plan = work.Finish(material, placed, stored) with { Questions = mayBank ? material.Questions : null };
            plan = plan with { Lines = await Questions(db, pack, import, material, plan, ct) };
            return plan with { HasWord = material.HasWord, Lines = [.. plan.Lines, .. material.IsWord ? [] : Unread(archive, plan)], Warnings = [.. problems, .. material.Problems], Package = material.Package, Rules = rules };
        }
    }

    private static async Task<IReadOnlyList<ImportLine>> Questions(Db db, Pack pack, LessonImport import, Material material, ImportPlan plan, CancellationToken ct) =>
        material.Questions is null ? plan.Lines
        : plan.Questions is null ? QuestionLines.WithoutRight(plan.Lines, material.Questions)
        : QuestionLines.Complete(plan.Lines, await plan.Questions.Try(db, QuestionLines.Place(pack, import), plan.Tests, ct));

    // One sentence is enough to know that the archive must be made anew.
    private static ImportPlan Refused(IReadOnlyList<Problem> problems) => new() { Refused = [problems.First(p => p.IsError)] };

    private static async Task<Dictionary<Guid, (UnitVersion, List<VersionPage>)>> Drafts(Db db, Pack pack, CancellationToken ct)
    {
        var versions = await (from unit in db.Units
                              join version in db.UnitVersions on unit.DraftVersionId equals version.Id
                              where unit.PackId == pack.Id && unit.SourcePath != null
                              select version).AsNoTracking().ToListAsync(ct);
        var pages = (await (from page in db.VersionPages
                            join unit in db.Units on page.VersionId equals unit.DraftVersionId
                            where unit.PackId == pack.Id && unit.SourcePath != null
                            select page).AsNoTracking().ToListAsync(ct)).ToLookup(p => p.VersionId);
        return versions.ToDictionary(v => v.UnitId, v => (v, pages[v.Id].ToList()));
    }

    private static HashSet<string> Needed(Material material, IEnumerable<PlacedPage> placed)
    {
        var held = material.Files.Select(f => f.Path).Concat(material.Pages.Select(p => p.FilePath).OfType<string>()).ToHashSet(StringComparer.Ordinal);
        return [.. placed.Where(p => p.Slot is not null).SelectMany(p => p.Page.References).Select(r => r.Path).OfType<string>().Where(held.Contains)];
    }

    // Whatever the archive holds stands in the report: what no reader took, too.
    private static IEnumerable<ImportLine> Unread(SafeArchive archive, ImportPlan plan) =>
        archive.Files.Select(f => f.Path).Except(plan.Lines.Select(l => l.Path)).Select(path => new ImportLine(path, LessonOutcome.Skipped, "content.import.not-read"));

    private async Task<Dictionary<string, StoredFileOutcome>> Stored(Func<string, byte[]> read, HashSet<string> needed, Dictionary<string, StoredMedia> known, bool prepare, CancellationToken ct)
    {
        var stored = new Dictionary<string, StoredFileOutcome>(StringComparer.Ordinal);
        foreach (var path in needed.Order(StringComparer.Ordinal))
        {
            var bytes = read(path);
            if (known.TryGetValue(Convert.ToHexStringLower(SHA256.HashData(bytes)), out var media))
            {
                stored[path] = new StoredFileOutcome(media.AsPrepared, null);
                continue;
            }
            try
            {
                stored[path] = prepare
                    ? new StoredFileOutcome(await store.Prepare(new MemoryStream(bytes), path, options.MediaMegabytes * 1024L * 1024, ct), null)
                    : Try(path, bytes);
            }
            catch (Refusal refusal)
            {
                stored[path] = new StoredFileOutcome(null, refusal);
            }
        }
        return stored;
    }

    // In a trial a picture counts with its own bytes: what its light variant weighs shows when it is made.
    private StoredFileOutcome Try(string path, byte[] bytes)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (bytes.Length == 0) return new StoredFileOutcome(null, new Refusal("content.refusal.empty-file", name));
        if (bytes.Length > options.MediaMegabytes * 1024L * 1024) return new StoredFileOutcome(null, new Refusal("platform.refusal.file-too-large", options.MediaMegabytes));
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (!MediaStore.IsPictureName(name)) return new StoredFileOutcome(new PreparedMedia(hash, bytes.Length, name, "application/octet-stream", null, null), null);
        return LightImages.TypeOf(bytes) is { } type
            ? new StoredFileOutcome(new PreparedMedia(hash, bytes.Length, name, type, new StoredFile(hash, bytes.Length), null), null)
            : new StoredFileOutcome(null, new Refusal("content.refusal.picture", name, "?"));
    }
}

internal sealed record StoredFileOutcome(PreparedMedia? Media, Refusal? Refused);
