using Alys.Audit;
using Alys.Platform;

namespace Alys.Tests.Audit;

/// <summary>Whoever changes the journal behind the program's back is found, on both engines.</summary>
public sealed class SealTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnUntouchedJournalIsWhole()
    {
        await Seal();
        var outcome = await Verify();
        Assert.Null(outcome.Broken);
        Assert.True(outcome.Segments > 1);
        Assert.Equal(await alys.Read(db => db.Segments.SumAsync(x => x.Rows, Ct)), outcome.Rows);
    }

    [Fact]
    public async Task EveryRowIsSealedOnceAndInOrder()
    {
        await Seal();
        var sealedRows = (await alys.Read(db => db.Segments.OrderBy(x => x.No).ToListAsync(Ct))).SelectMany(x => x.Sealed()).Select(x => x.Cursor).ToList();
        var rows = await alys.Read(db => alys.Service<JournalReader>().After(db, JournalCursor.Start, int.MaxValue, Ct));
        Assert.Equal(rows.Take(sealedRows.Count).Select(x => x.Cursor), sealedRows);
    }

    [Theory]
    [InlineData("\"What\" = 'assessment.attempt.marked'")]
    [InlineData("\"Data\" = '{\"after\":{\"points\":100}}'")]
    [InlineData("\"At\" = '2020-01-01 00:00:00'")]
    [InlineData("\"From\" = '203.0.113.7'")]
    public async Task AChangedRowIsFound(string change)
    {
        await Seal();
        var row = await SomeRow(3);
        await WithRowKept(row, async () =>
        {
            await Execute($"update platform_journal set {change} where \"Seq\" = {row.Seq}");
            Assert.Equal(new Break(Harm.RowChanged, await SegmentOf(row), row), (await Verify()).Broken);
        });
        Assert.Null((await Verify()).Broken);
    }

    [Fact]
    public async Task ADeletedRowIsFound()
    {
        await Seal();
        var row = await SomeRow(5);
        await WithRowKept(row, async () =>
        {
            await Execute($"delete from platform_journal where \"Seq\" = {row.Seq}");
            Assert.Equal(new Break(Harm.RowMissing, await SegmentOf(row), row), (await Verify()).Broken);
        });
        Assert.Null((await Verify()).Broken);
    }

    [Fact]
    public async Task TwoSwappedRowsAreFound()
    {
        await Seal();
        var (first, second) = (await SomeRow(2), await SomeRow(8));
        await Swap(first, second);
        Assert.Equal(new Break(Harm.RowChanged, await SegmentOf(first), first), (await Verify()).Broken);
        await Swap(first, second);
        Assert.Null((await Verify()).Broken);
    }

    [Fact]
    public async Task ASegmentThatWasComputedAnewIsFoundByTheNextOne()
    {
        await Seal();
        await Execute("update audit_segments set \"Hash\" = \"PreviousHash\" where \"No\" = 1");
        Assert.Equal(new Break(Harm.SegmentBroken, 1, null), (await Verify()).Broken);
        var first = await alys.Read(db => db.Segments.AsNoTracking().SingleAsync(x => x.No == 1, Ct));
        var rows = await alys.Read(db => alys.Service<JournalReader>().After(db, JournalCursor.Start, first.Rows, Ct));
        var hash = Convert.ToHexString(Segment.Close(null, rows, DateTime.UtcNow).Hash);
        await Execute($"update audit_segments set \"Hash\" = {(TestDatabase.IsPostgres ? $"'\\x{hash}'::bytea" : $"x'{hash}'")} where \"No\" = 1");
        Assert.Null((await Verify()).Broken);
    }

    private async Task Seal() => await new Sealer(alys.Service<Acts>(), alys.Service<JournalReader>(), new AuditOptions { SegmentRows = 20, SealAfterSeconds = 0 }).Run(Ct);

    private Task<Alys.Audit.Outcome> Verify() => new Verifier(alys.Service<Acts>(), alys.Service<JournalReader>()).Verify(Ct);

    private async Task<JournalCursor> SomeRow(int at) =>
        (await alys.Read(db => db.Segments.AsNoTracking().OrderBy(x => x.No).FirstAsync(Ct))).Sealed().ElementAt(at).Cursor;

    private async Task<int> SegmentOf(JournalCursor row) =>
        (await alys.Read(db => db.Segments.AsNoTracking().OrderBy(x => x.No).ToListAsync(Ct))).First(x => x.Sealed().Any(r => r.Cursor == row)).No;

    private async Task WithRowKept(JournalCursor row, Func<Task> deed)
    {
        await Execute($"create table kept_row as select * from platform_journal where \"Seq\" = {row.Seq}");
        await deed();
        await Execute($"delete from platform_journal where \"Seq\" = {row.Seq}");
        await Execute("insert into platform_journal select * from kept_row");
        await Execute("drop table kept_row");
    }

    private async Task Swap(JournalCursor one, JournalCursor other)
    {
        await Execute($"create table kept_row as select * from platform_journal where \"Seq\" = {one.Seq}");
        await Execute($"update platform_journal set \"Data\" = (select \"Data\" from platform_journal where \"Seq\" = {other.Seq}), \"Salt\" = (select \"Salt\" from platform_journal where \"Seq\" = {other.Seq}), \"What\" = (select \"What\" from platform_journal where \"Seq\" = {other.Seq}), \"ObjectId\" = (select \"ObjectId\" from platform_journal where \"Seq\" = {other.Seq}) where \"Seq\" = {one.Seq}");
        await Execute($"update platform_journal set \"Data\" = (select \"Data\" from kept_row), \"Salt\" = (select \"Salt\" from kept_row), \"What\" = (select \"What\" from kept_row), \"ObjectId\" = (select \"ObjectId\" from kept_row) where \"Seq\" = {other.Seq}");
        await Execute("drop table kept_row");
    }

    private async Task Execute(string sql)
    {
        await using var connection = alys.Service<StorageEngine>().Open();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Ct);
    }
}
