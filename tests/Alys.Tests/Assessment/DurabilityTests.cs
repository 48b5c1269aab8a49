using Alys.Drills;

namespace Alys.Tests.Assessment;

/// <summary>The drills in short form; bin/drill runs them in full.</summary>
public sealed class DurabilityTests(ITestOutputHelper output)
{
    [Fact]
    public async Task NothingAcknowledgedIsLostOrDoubledWhenTheServerIsKilled()
    {
        var outcome = await KillDrill.Run(Engine.Named(TestDatabase.IsPostgres ? "postgres" : "sqlite"), runs: 3, Random.Shared.Next(), output.WriteLine);
        Assert.True(outcome.Passed, outcome.Summary);
        Assert.True((long)outcome.Figures["acknowledged"] > 20, "Too few answers to say anything");
    }

    [Fact, Trait("Engine", "Sqlite")]
    public async Task EachAcknowledgementComesAfterTheLogIsOnDisk()
    {
        Assert.SkipUnless(SyncDrill.IsPossible, "There is no strace here.");
        var outcome = await SyncDrill.Run(10, output.WriteLine);
        Assert.True(outcome.Passed, outcome.Summary);
    }

    [Fact, Trait("Engine", "Sqlite")]
    public async Task AFullDiskRefusesByNameAndLosesNothing()
    {
        Assert.SkipUnless(FullDiskDrill.IsPossible, "A small file system cannot be mounted here.");
        var outcome = await FullDiskDrill.Run(1, Random.Shared.Next(), output.WriteLine);
        Assert.True(outcome.Passed, outcome.Summary);
    }
}
