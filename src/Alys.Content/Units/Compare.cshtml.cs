using Alys.Assessment;
using Alys.Content.Reviews;
using Alys.Content.Text;
using Alys.Curriculum;

namespace Alys.Content.Units;

/// <summary>What differs between two versions: the newest and the one before it, if the address names no others.</summary>
[Needs(Rights.Write, Rights.Review, Rights.Approve)]
internal sealed class CompareModel : UnitPage
{
    [BindProperty(SupportsGet = true)] public int? From { get; set; }
    [BindProperty(SupportsGet = true)] public int? To { get; set; }

    /// <summary>A named value of a version that is not the same in the other.</summary>
    internal sealed record Difference(string TextKey, object? Before, object? After);

    public IReadOnlyList<int> Numbers { get; private set; } = [];
    public UnitVersion? Before { get; private set; }
    public UnitVersion? After { get; private set; }
    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public IReadOnlyList<DiffStretch> Stretches { get; private set; } = [];
    public int SameAfter { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        var reach = await ReviewReach.Of(Db, Reader, Ct);
        if (!await FindUnit(reach.ToAll)) return NotFound();
        Numbers = await Db.UnitVersions.Where(v => v.UnitId == Unit.Id).OrderBy(v => v.Number).Select(v => v.Number).ToListAsync(Ct);
        if (Numbers.Count < 2 && From is null) return Page();
        var to = To ?? Unit.Versions;
        var from = From ?? to - 1;
        Before = await Db.UnitVersions.AsNoTracking().FirstOrDefaultAsync(v => v.UnitId == Unit.Id && v.Number == from, Ct);
        After = await Db.UnitVersions.AsNoTracking().FirstOrDefaultAsync(v => v.UnitId == Unit.Id && v.Number == to, Ct);
        if (Before is null || After is null) return NotFound();
        (From, To) = (from, to);
        (Stretches, SameAfter) = WordDiff.Of(Before.Source, After.Source);
        Differences = [.. (await Values(Before)).Zip(await Values(After), (b, a) => new Difference(b.Key, b.Value, a.Value)).Where(d => !Equals(d.Before, d.After))];
        return Page();
    }

    private async Task<IReadOnlyList<(string Key, object? Value)>> Values(UnitVersion version)
    {
        var topic = version.TopicId is { } t ? await Db.Set<TopicRow>().FirstOrDefaultAsync(x => x.Id == t, Ct) : null;
        var test = version.TestId is { } s ? await Db.Set<TestRow>().FirstOrDefaultAsync(x => x.Id == s, Ct) : null;
        var file = version.MediaId is { } m ? await Db.Media.AsNoTracking().FirstOrDefaultAsync(x => x.Id == m, Ct) : null;
        return
        [
            ("content.unit.title", version.Title), ("content.unit.kind", T["enum.UnitKind." + version.Kind]), ("content.unit.topic", topic?.Title().In(T.Language)), ("content.unit.form", version.Form.ToString()),
            ("content.unit.points", version.MaxPoints), ("content.unit.answer-text", YesNo(version, version.AnswerByText)), ("content.unit.answer-files", YesNo(version, version.AnswerByFiles)),
            ("content.unit.file", file is null ? null : T["content.media.line", file.No, file.FileName, T.Bytes(file.Bytes)]), ("content.unit.test", test?.Title.In(T.Language)),
        ];
    }

    private string? YesNo(UnitVersion version, bool yes) => version.Kind == UnitKind.Task ? T[yes ? "content.yes" : "content.no"] : null;
}
