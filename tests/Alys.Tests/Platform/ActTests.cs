using Alys.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Tests.Platform;

/// <summary>An act stands or falls whole, with its journal entry, and is done once.</summary>
public sealed class ActTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ARefusedActLeavesNothingBehind()
    {
        var before = await Count();
        await Assert.ThrowsAsync<Refusal>(() => alys.Act<int>(async act =>
        {
            act.Wrote("test.half-done", "Test", Guid.CreateVersion7());
            await act.Db.SaveChangesAsync(act.Ct);
            throw new Refusal("platform.refusal.value-missing");
        }));
        Assert.Equal(before, await Count());

        Task<int> Count() => alys.Read(db => db.Set<JournalEntry>().CountAsync(e => e.What == "test.half-done", Ct));
    }

    [Fact]
    public async Task NumbersOfManyActsAtOnceHaveNoGapAndNoDouble()
    {
        var scope = Guid.CreateVersion7();
        var numbers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => alys.Act(act => act.NextNumber("test.number", scope))));
        Assert.Equal(Enumerable.Range(1, 40), numbers.Order());
    }

    [Fact]
    public async Task ARowThatSomeoneElseChangedMeanwhileIsRefused()
    {
        var refusal = await Assert.ThrowsAsync<Refusal>(() => alys.Act<int>(async act =>
        {
            var person = await act.Db.Set<Alys.Access.Person>().FirstAsync(p => p.UserName == "saule", act.Ct);
            await act.Db.Database.ExecuteSqlAsync($"""update access_people set "RowVersion" = "RowVersion" + 1 where "UserName" = 'saule'""", act.Ct);
            person.Language = "ru";
            return 0;
        }));
        Assert.Equal("platform.refusal.changed-meanwhile", refusal.TextKey);
    }

    [Fact]
    public async Task AHotActIsAcknowledgedAfterItsRowsAreThereAndABadOneFailsAlone()
    {
        var lane = alys.Service<Lane>();
        var scope = Guid.CreateVersion7().ToString("N");
        HotStatement Insert(string kind) => new("""insert into platform_numbers ("Kind","ScopeId","Last") values (@p0,@p1,7)""", kind, scope);
        var writes = Enumerable.Range(0, 200).Select(i => lane.Write([Insert("k" + i % 199)], Ct)).ToArray();
        var results = await Task.WhenAll(writes.Select(async w => { try { return await w; } catch (Exception) { return -1; } }));
        Assert.Equal(199, results.Count(r => r == 1));
        Assert.Equal(1, results.Count(r => r == -1));
        Assert.Equal(199, await alys.Read(db => db.Set<NumberRow>().CountAsync(n => n.ScopeId == scope, Ct)));
    }

    [Fact]
    public async Task AHotActWhoseFirstStatementChangesNothingWritesNothingElse()
    {
        var lane = alys.Service<Lane>();
        var scope = Guid.CreateVersion7().ToString("N");
        var changed = await lane.Write(
        [
            new("""update platform_numbers set "Last" = 1 where "ScopeId" = @p0""", scope),
            new("""insert into platform_numbers ("Kind","ScopeId","Last") values ('second',@p0,1)""", scope),
        ], Ct);
        Assert.Equal(0, changed);
        Assert.Equal(0, await alys.Read(db => db.Set<NumberRow>().CountAsync(n => n.ScopeId == scope, Ct)));
    }
}
