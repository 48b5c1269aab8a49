using Alys.Assessment.Bank;
using Alys.Assessment.Sittings;
using Alys.Enrolment;

namespace Alys.Assessment.Statistics;

/// <summary>What the pages of statistics share: a sitting (?s=3-1) or every sitting of a test (?t=2), and the figures of its attempts.</summary>
internal abstract class StatisticsPage : AppPage
{
    public LocalText Title { get; private set; } = null!;
    /// <summary>"?s=3-1" or "?t=2", for the links between the pages.</summary>
    public string Query { get; private set; } = "";
    public string Here { get; private set; } = "";
    public IReadOnlyList<Guid> Sittings { get; private set; } = [];
    public AttemptSample Sample { get; private set; } = null!;
    public TestFigures Figures { get; private set; } = null!;
    public IReadOnlyList<ItemLine> Items { get; private set; } = [];
    private IReadOnlyList<Crumb> _way = [];

    public IReadOnlyList<Crumb> Trail(string? last) => Crumb.Trail([.. _way, .. last is null ? new[] { new Crumb(T["assessment.statistics"], null) } : [new Crumb(T["assessment.statistics"], Here), new Crumb(last, null)]]);

    protected async Task<bool> FindSitting(int course, int no)
    {
        var found = await (from x in Db.Sittings.AsNoTracking().VisibleTo(Reader, Alys.Assessment.Sittings.IndexModel.Staff)
                           join c in Db.Set<CourseRow>() on x.CourseId equals c.Id
                           where c.No == course && x.No == no
                           select x).FirstOrDefaultAsync(Ct);
        if (found is null) return false;
        (Title, Sittings, Query, Here) = (found.Title, [found.Id], $"?s={course}-{no}", $"/assessment/statistics/sitting/{course}/{no}");
        _way = [new(T["assessment.menu.sittings"], "/assessment/sittings"), new(found.Title.In(T.Language), $"/assessment/sittings/show/{course}/{no}")];
        return true;
    }

    protected async Task<bool> FindTest(int no)
    {
        var test = await Db.Tests.AsNoTracking().FirstOrDefaultAsync(t => t.No == no, Ct);
        if (test is null || !Reader.Has(Rights.EditBank) || !await BankSubjects.May(Db, Reader, test.SubjectId, Ct)) return false;
        (Title, Query, Here) = (test.Title, $"?t={no}", $"/assessment/statistics/test/{no}");
        Sittings = await Db.Sittings.Where(s => s.TestId == test.Id).Select(s => s.Id).ToListAsync(Ct);
        _way = [new(T["assessment.menu.tests"], "/assessment/tests"), new(test.Title.In(T.Language), $"/assessment/tests/edit/{no}")];
        return true;
    }

    /// <summary>By what stands in the query.</summary>
    protected Task<bool> Find(string? s, int? t) =>
        t is { } test ? FindTest(test) : s?.Split('-') is [var course, var no] && int.TryParse(course, CultureInfo.InvariantCulture, out var c) && int.TryParse(no, CultureInfo.InvariantCulture, out var n) ? FindSitting(c, n) : Task.FromResult(false);

    protected async Task Reckon()
    {
        Sample = await AttemptSample.Of(Db, Sittings, Ct);
        Figures = Sample.Test();
        var answers = Sample.ByVersion();
        var versions = answers.Select(g => g.Key).ToArray();
        var known = new List<ItemLine>();
        foreach (var some in versions.Chunk(500))
            known.AddRange(await (from v in Db.ItemVersions
                                  join i in Db.Items on v.ItemId equals i.Id
                                  where some.Contains(v.Id)
                                  select new ItemLine(v.Id, i.No, v.Number, i.Versions, i.Title, v.Kind)).ToListAsync(Ct));
        Items = [.. known.Select(i => i with { Figures = ItemFigures.Of([.. answers[i.VersionId]]) }).OrderBy(i => i.No).ThenBy(i => i.Version)];
    }

    internal sealed record ItemLine(Guid VersionId, int No, int Version, int Newest, string Title, ItemKind Kind)
    {
        public ItemFigures Figures { get; init; } = null!;
    }

    public string Percent(double? share) => share is { } s ? T.Number(100 * s, 1) + "\u00a0%" : "–";
    public string Coefficient(double? value) => value is { } v ? v.ToString("0.00", T.Culture) : "–";
    public string Seconds(double? seconds) => seconds is { } s ? T["assessment.statistics.seconds", Math.Round(s)] : "–";
}
