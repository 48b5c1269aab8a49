using System.IO.Compression;
using Alys.Assessment;
using Alys.Content.Media;
using Alys.Content.Packs;
using Alys.Content.Units;
using Alys.Formats.Cartridges;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Content.Export;

/// <summary>A pack as Common Cartridge 1.3: made whole in memory but for the media, which stream from their files.</summary>
internal sealed class PackExport
{
    private readonly List<WrittenResource> _resources = [];
    private readonly List<(string Path, byte[] Content)> _files = [];
    private readonly Dictionary<string, List<WrittenItem>> _places = new(StringComparer.Ordinal);
    private readonly List<Loss> _losses = [];
    private readonly Pack _pack;
    private readonly Texts _texts;
    private List<StoredMedia> _media = [];

    private PackExport(Pack pack, Texts texts) => (_pack, _texts) = (pack, texts);

    public IReadOnlyList<Loss> Losses => _losses;
    public IReadOnlyList<StoredMedia> Media => _media;
    public int Units { get; private set; }
    public int Questions { get; private set; }
    public int Tests { get; private set; }

    /// <param name="db">Where the pack is read.</param>
    /// <param name="services">Those of the request.</param>
    /// <param name="pack">The pack.</param>
    /// <param name="mayBank">Without the right to the bank the package has neither questions nor tests.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task<PackExport> Make(Db db, IServiceProvider services, Pack pack, bool mayBank, CancellationToken ct)
    {
        var export = new PackExport(pack, services.GetRequiredService<TextTable>().For(pack.Language));
        var rows = await (from unit in db.Units.AsNoTracking()
                          join version in db.UnitVersions.AsNoTracking() on unit.DraftVersionId equals version.Id
                          where unit.PackId == pack.Id
                          orderby unit.Order, unit.No
                          select new { unit, version }).ToListAsync(ct);
        var pages = (await (from page in db.VersionPages.AsNoTracking()
                            join unit in db.Units on page.VersionId equals unit.DraftVersionId
                            where unit.PackId == pack.Id
                            select page).ToListAsync(ct)).ToLookup(p => p.VersionId);
        var media = await db.Media.AsNoTracking().Where(m => m.PackId == pack.Id).OrderBy(m => m.No).ToListAsync(ct);
        var tests = rows.Select(r => r.version.TestId).OfType<Guid>().ToArray();
        var bank = mayBank ? await ExportedBank.Of(db, services, pack.SubjectId, pack.Language, tests, ct) : new ExportedBank([], []);
        var questions = new ExportedQuestions(bank, pack.Language, export);
        var texts = new ExportedText(media.ToDictionary(m => m.Key, StringComparer.Ordinal), rows.Where(r => r.version.Kind != UnitKind.QuestionSet).ToDictionary(r => r.unit.No, r => UnitFile.PathOf(r.unit.No, r.version.Kind)));
        foreach (var row in rows) export.Add(row.unit, row.version, pages[row.version.Id], texts, questions, media);
        questions.AddBank();
        export.Finish(rows.Count, await db.Units.CountAsync(u => u.PackId == pack.Id && u.DraftVersionId == null, ct), media, texts, mayBank);
        return export;
    }

    public void Add(WrittenResource resource, byte[] content)
    {
        _resources.Add(resource);
        _files.Add((resource.Href, content));
    }

    public void Lose(Loss loss) => _losses.Add(loss);

    private void Add(Unit unit, UnitVersion version, IEnumerable<VersionPage> pages, ExportedText texts, ExportedQuestions questions, List<StoredMedia> media)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"unit-{unit.No}");
        var body = texts.Html(version, pages, out var keepsFormulas);
        if (!keepsFormulas) Lose(new Loss("content.export.loss.formulas") { Names = [version.Title] });
        var file = version.MediaId is { } wanted ? media.Find(m => m.Id == wanted) : null;
        if (file is not null) body += $"\n<p><a href=\"{System.Net.WebUtility.HtmlEncode(texts.AddressOf(file))}\">{System.Net.WebUtility.HtmlEncode(file.FileName)}</a></p>";
        switch (version.Kind)
        {
            case UnitKind.QuestionSet:
                if (questions.Test(version.TestId, version.Title, id) is not { } test) return;
                id = test;
                break;
            case UnitKind.Task:
                string[] formats = [.. version.AnswerByText ? ["html"] : Array.Empty<string>(), .. version.AnswerByFiles ? ["file"] : Array.Empty<string>()];
                Add(new WrittenResource(id, CartridgeWriter.Assignment, UnitFile.PathOf(unit.No, UnitKind.Task)), CartridgeWriter.Task(id, version.Title, body, version.MaxPoints, formats));
                break;
            default:
                Add(new WrittenResource(id, CartridgeWriter.Page, UnitFile.PathOf(unit.No, UnitKind.Text)), CartridgeWriter.Html(version.Title, _pack.Language, body));
                break;
        }
        Units++;
        if (!_places.TryGetValue(unit.Slot, out var place)) _places[unit.Slot] = place = [];
        place.Add(new WrittenItem(string.Create(CultureInfo.InvariantCulture, $"place-{unit.No}"), version.Title, id));
    }

    private void Finish(int written, int unwritten, List<StoredMedia> media, ExportedText texts, bool mayBank)
    {
        _media = [.. media.Where(texts.Used.Contains)];
        _resources.AddRange(_media.Select(m => new WrittenResource(string.Create(CultureInfo.InvariantCulture, $"media-{m.No}"), CartridgeWriter.Page, ExportedText.PathOf(m))));
        if (unwritten > 0) Lose(new Loss("content.export.loss.unwritten", unwritten));
        if (media.Count > _media.Count) Lose(new Loss("content.export.loss.unused", media.Count - _media.Count) { Names = [.. media.Where(m => !texts.Used.Contains(m)).Select(m => m.FileName)] });
        if (texts.Recordings.Count > 0) Lose(new Loss("content.export.loss.recordings") { Names = [.. texts.Recordings] });
        if (!mayBank) Lose(new Loss("content.export.loss.no-right"));
        if (written > 0) Lose(new Loss("content.export.loss.pack"));
        if (_media.Count > 0) Lose(new Loss("content.export.loss.licences") { Names = [.. _media.Select(m => $"{m.FileName}: {(m.Licence.Length > 0 ? m.Licence : "—")}")] });
        // Not in the table of contents: it is for whoever unpacks the archive, not for learners.
        Add(new WrittenResource("cannot-say", CartridgeWriter.Page, "cannot-say.html"), CartridgeWriter.Html(_texts["content.export.losses"], _pack.Language, LossPage()));
        var title = _pack.Title.In(_pack.Language);
        var modules = Slot.All.Where(s => _places.ContainsKey(s.Code)).Select(s => new WrittenItem(SlotModule.Of(s.Code), _texts["content.slot-line", s.Code, _texts[s.TextKey]], null, [.. _places[s.Code]]));
        _files.Insert(0, (Cartridge.ManifestName, CartridgeWriter.Manifest(title, _pack.Language, modules, _resources)));
    }

    private string LossPage() => $"<p>{_texts["content.export.losses-text"]}</p>\n<ul>\n{string.Concat(_losses.Select(l => $"<li>{Encoded(Sentence(l, _texts))}{(l.Names.Count == 0 ? "" : $"<ul>{string.Concat(l.Names.Select(n => $"<li>{Encoded(n)}</li>"))}</ul>")}</li>\n"))}</ul>";

    public static string Sentence(Loss loss, Texts texts) => loss.KindText is { } kind ? texts[loss.TextKey, [texts[kind], .. loss.Args]] : texts[loss.TextKey, loss.Args];

    private static string Encoded(string text) => System.Net.WebUtility.HtmlEncode(text);

    /// <summary>Writes the archive; nothing of it is held but what is being written.</summary>
    public async Task Write(Stream output, Files files, CancellationToken ct)
    {
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        foreach (var (path, content) in _files)
        {
            await using var entry = await zip.CreateEntry(path, CompressionLevel.Optimal).OpenAsync(ct);
            await entry.WriteAsync(content, ct);
        }
        foreach (var media in _media)
        {
            await using var source = files.Open(media.Hash);
            await using var entry = await zip.CreateEntry(ExportedText.PathOf(media), CompressionLevel.Fastest).OpenAsync(ct);
            await source.CopyToAsync(entry, ct);
        }
    }

    public void CountQuestions(int questions) => Questions = questions;
    public void CountTest() => Tests++;
}

/// <summary>A module of a package that is a slot of a pack says so by its identifier, so that its units come back to their places.</summary>
internal static class SlotModule
{
    private const string Prefix = "alys-slot-";

    public static string Of(string slot) => Prefix + slot;

    public static string? SlotOf(string identifier) => identifier.StartsWith(Prefix, StringComparison.Ordinal) ? Slot.Find(identifier[Prefix.Length..])?.Code : null;
}
