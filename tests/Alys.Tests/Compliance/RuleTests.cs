using Alys.Compliance;
using Alys.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Tests.Compliance;

/// <summary>
/// Each automatic rule on the believable institution as it keeps the rule and as it breaks it. The test brings the tables into the state that it
/// wants and puts them back, so that what is judged are the records and not the pages that made them.
/// </summary>
public sealed class RuleTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R31IsMetWhileEveryCourseHasATutorAndBrokenByOneWithout()
    {
        Assert.Equal(Verdict.Met, (await Look("R-3.1")).Verdict);
        await During("delete from staffing_assignments where \"Duty\" = 'Tutor'", "staffing_assignments", async () =>
        {
            var finding = await Look("R-3.1");
            Assert.Equal(Verdict.NotMet, finding.Verdict);
            Assert.All(finding.Evidence, x => Assert.Equal("compliance.tutors.missing", x.Note));
        });
    }

    [Fact]
    public async Task R31AsksOnlyForTutorsOfTheDay()
    {
        await During("update staffing_assignments set \"To\" = \"From\" where \"Duty\" = 'Tutor'", "staffing_assignments",
            async () => Assert.Equal(Verdict.NotMet, (await Look("R-3.1")).Verdict));
    }

    [Fact]
    public async Task R92IsMetWhenAllThatIsDueWasIssuedAndOpened()
    {
        await During("update learning_deliveries set \"OpenedAt\" = \"IssuedAt\"", "learning_deliveries", async () =>
        {
            var finding = await Look("R-9.2");
            Assert.True(finding.Verdict == Verdict.Met, string.Join('\n', finding.Evidence.Select(x => $"{x.Subject.Ru}: {string.Join(" ", x.Args)}")));
        });
    }

    [Fact]
    public async Task R92IsBrokenByUnitsThatNobodyWasGiven()
    {
        await During("delete from learning_deliveries", "learning_deliveries", async () => Assert.Equal(Verdict.NotMet, (await Look("R-9.2")).Verdict));
    }

    [Fact]
    public async Task R35IsMetByPublishedPacksAndBrokenByAnUnpublishedOne()
    {
        Assert.Equal(Verdict.Met, (await Look("R-35")).Verdict);
        await During("update content_units set \"PublishedVersionId\" = null", "content_units", async () =>
        {
            var finding = await Look("R-35");
            Assert.Equal(Verdict.NotMet, finding.Verdict);
            Assert.Equal([0], finding.Evidence[0].Args);
        });
    }

    [Fact]
    public async Task R36IsMetByApprovedSyllabiThatMatchTheTypicalOnes()
    {
        var finding = await Look("R-36");
        Assert.True(finding.Verdict == Verdict.Met, string.Join('\n', finding.Evidence.Select(x => $"{x.Subject.Ru}: {x.Note}")));
    }

    [Theory]
    [InlineData("update content_packs set \"SyllabusId\" = null", "content_packs", "compliance.syllabi.none")]
    [InlineData("delete from curriculum_syllabus_approvals", "curriculum_syllabus_approvals", "compliance.syllabi.unapproved")]
    [InlineData("update curriculum_syllabi set \"LectureHours\" = \"LectureHours\" + 1 where \"Kind\" = 'Working'", "curriculum_syllabi", "compliance.syllabi.hours")]
    public async Task R36IsBroken(string deed, string table, string note)
    {
        await During(deed, table, async () =>
        {
            var finding = await Look("R-36");
            Assert.Equal(Verdict.NotMet, finding.Verdict);
            Assert.Contains(finding.Evidence, x => x.Note == note);
        });
    }

    [Fact]
    public async Task R37IsMetByCompletePacks()
    {
        var finding = await Look("R-37");
        Assert.True(finding.Verdict == Verdict.Met, string.Join('\n', finding.Evidence.Select(x => $"{x.Subject.Ru}: {x.Note} {string.Join(" ", x.Args)}")));
    }

    [Fact]
    public async Task R37NamesTheSlotThatIsMissing()
    {
        await During("update content_units set \"PublishedVersionId\" = null where \"Slot\" = 'M3'", "content_units", async () =>
        {
            var finding = await Look("R-37");
            Assert.Equal(Verdict.NotMet, finding.Verdict);
            Assert.Contains("M3", string.Concat(finding.Evidence[0].Args));
        });
    }

    [Fact]
    public async Task R545NeedsAVerificationAndHearsOfHarm()
    {
        await Execute("delete from audit_verifications");
        Assert.Equal(Verdict.EvidenceMissing, (await Look("R-54.5")).Verdict);
        await alys.Act(async act => { await Task.CompletedTask; act.Db.Add(Alys.Audit.Verification.Of(act, new(3, 60, null))); return 0; });
        Assert.Equal(Verdict.Met, (await Look("R-54.5")).Verdict);
        await Task.Delay(5, Ct);
        await alys.Act(async act => { await Task.CompletedTask; act.Db.Add(Alys.Audit.Verification.Of(act, new(3, 60, new(Alys.Audit.Harm.RowChanged, 2, new(0, 21))))); return 0; });
        Assert.Equal(Verdict.NotMet, (await Look("R-54.5")).Verdict);
        await Execute("delete from audit_verifications");
    }

    [Fact]
    public void EveryAutomaticRuleHasItsCheckAndNoOtherHas()
    {
        using var scope = alys.Service<IServiceScopeFactory>().CreateScope();
        var checks = scope.ServiceProvider.GetServices<ICheck>().Select(x => x.Rule).Order();
        Assert.Equal(alys.Service<RulePack>().Rules.Where(x => x.IsAutomatic).Select(x => x.Code).Order(), checks);
    }

    private async Task<Finding> Look(string rule)
    {
        await using var scope = alys.Service<IServiceScopeFactory>().CreateAsyncScope();
        return await scope.ServiceProvider.GetServices<ICheck>().Single(x => x.Rule == rule)
            .Look(scope.ServiceProvider.GetRequiredService<Db>(), DateOnly.FromDateTime(DateTime.UtcNow), Ct);
    }

    /// <summary>Changes a table for the time of a look and restores its rows.</summary>
    private async Task During(string deed, string table, Func<Task> look)
    {
        await Execute($"drop table if exists kept_{table}");
        await Execute($"create table kept_{table} as select * from {table}");
        try
        {
            await WithoutForeignKeys(deed);
            await look();
        }
        finally
        {
            await WithoutForeignKeys($"delete from {table}; insert into {table} select * from kept_{table}");
            await Execute($"drop table kept_{table}");
        }
    }

    private Task WithoutForeignKeys(string sql) =>
        Execute(TestDatabase.IsPostgres ? $"set session_replication_role = replica; {sql}; set session_replication_role = default" : $"pragma foreign_keys = off; {sql}; pragma foreign_keys = on");

    private async Task Execute(string sql)
    {
        await using var connection = alys.Service<StorageEngine>().Open();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Ct);
    }
}
