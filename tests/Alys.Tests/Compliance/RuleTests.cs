using Alys.Compliance;
using Alys.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Tests.Compliance;

/// <summary>
/// Each automatic rule on the believable institution as it keeps the rule and as it breaks it. The test brings the tables into the state that it
/// wants and puts them back, so that what is judged are the records and not the pages that made them.
/// </summary>
public sealed class RuleTests(AlysHost alys) : RuleWorld(alys), IClassFixture<AlysHost>
{
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
    public async Task R13IsMetByOrdersOnTimeAndNeedsThem()
    {
        var finding = await Look("R-13");
        Assert.True(finding.Verdict == Verdict.Met, string.Join('\n', finding.Evidence.Select(x => $"{x.Subject.Ru}: {x.Note} {string.Join(" ", x.Args)}")));
        Assert.Contains(finding.Evidence, x => x.Note == "compliance.orders.in-use");
        Assert.Contains(finding.Evidence, x => x.Note == "compliance.orders.due");
        await During("delete from content_orders", "content_orders", async () => Assert.Equal(Verdict.EvidenceMissing, (await Look("R-13")).Verdict));
    }

    [Theory]
    [InlineData("update content_orders set \"DueOn\" = '2026-11-22'", "content_orders")]
    [InlineData("update content_order_steps set \"DueOn\" = '2026-11-22' where \"DoneAt\" is null", "content_order_steps")]
    public async Task R13IsBrokenByAMissedDayOfAnOrderOrOfAStep(string deed, string table)
    {
        await During(deed, table, async () =>
        {
            var finding = await Look("R-13");
            Assert.Equal(Verdict.NotMet, finding.Verdict);
            Assert.Equal("compliance.orders.overdue", Assert.Single(finding.Evidence, x => !x.IsGood).Note);
        });
    }

    [Fact]
    public async Task R44IsMetByClassesAtTheTopicsOfTheSyllabus()
    {
        var finding = await Look("R-44");
        Assert.True(finding.Verdict == Verdict.Met, string.Join('\n', finding.Evidence.Select(x => $"{x.Subject.Ru}: {x.Note} {string.Join(" ", x.Args)}")));
    }

    [Theory]
    [InlineData("update content_unit_versions set \"TopicId\" = null", "content_unit_versions", "compliance.freedom.outside")]
    [InlineData("update curriculum_topics set \"LectureHours\" = 0", "curriculum_topics", "compliance.freedom.no-hours")]
    [InlineData("update content_packs set \"SyllabusId\" = null", "content_packs", "compliance.freedom.no-syllabus")]
    public async Task R44IsBrokenByContentOutsideTopicsOrHours(string deed, string table, string note)
    {
        await During(deed, table, async () =>
        {
            var finding = await Look("R-44");
            Assert.Equal(Verdict.NotMet, finding.Verdict);
            Assert.Contains(finding.Evidence, x => x.Note == note);
        });
    }

    [Fact]
    public async Task R46IsMetByResourcesThatSufficeAndACard()
    {
        var finding = await Look("R-46");
        Assert.True(finding.Verdict == Verdict.Met, string.Join('\n', finding.Evidence.Select(x => $"{x.Subject.Ru}: {x.Note} {string.Join(" ", x.Args)}")));
    }

    [Theory]
    [InlineData("update content_resources set \"Url\" = null", "content_resources", "compliance.provision.no-electronic")]
    [InlineData("update content_resources set \"AvailableUntil\" = '2026-01-15'", "content_resources", "compliance.provision.no-electronic")]
    [InlineData("update content_resources set \"CopiesInLibrary\" = 1 where \"Url\" is null", "content_resources", "compliance.provision.uncovered")]
    [InlineData("update content_resource_uses set \"Source\" = null", "content_resource_uses", "compliance.provision.uncovered")]
    [InlineData("delete from documents_documents where \"Kind\" = 'provision-card'", "documents_documents", "compliance.provision.no-card")]
    [InlineData("insert into documents_annulments (\"Id\", \"VersionId\", \"At\", \"ByPersonId\", \"Reason\") select \"Id\", \"Id\", '2026-11-20 00:00:00', \"Id\", '' from documents_versions", "documents_annulments", "compliance.provision.no-card")]
    [InlineData("update documents_versions set \"IssuedAt\" = '2025-11-01 00:00:00'", "documents_versions", "compliance.provision.old-card")]
    public async Task R46IsBrokenByWhatIsMissingShortOrOld(string deed, string table, string note)
    {
        await During(deed, table, async () =>
        {
            var finding = await Look("R-46");
            Assert.Equal(Verdict.NotMet, finding.Verdict);
            Assert.Contains(finding.Evidence, x => x.Note == note);
        });
    }

    [Fact]
    public async Task R48IsMetByGroupsWithPeopleAndPacksWithinTheirDay()
    {
        var finding = await Look("R-48");
        Assert.True(finding.Verdict == Verdict.Met, string.Join('\n', finding.Evidence.Select(x => $"{x.Subject.Ru}: {x.Note} {string.Join(" ", x.Args)}")));
        Assert.Contains(finding.Evidence, x => x.Note == "compliance.staff.pack-current");
        Assert.Equal(5, finding.Evidence.Count(x => x.Note == "compliance.staff.people"));
    }

    [Theory]
    [InlineData("update content_packs set \"ReviewBy\" = '2026-01-15' where \"No\" = 1", "content_packs", "compliance.staff.pack-due")]
    [InlineData("delete from staffing_authors", "staffing_authors", "compliance.staff.people")]
    [InlineData("delete from staffing_assignments where \"Duty\" = 'Tutor'", "staffing_assignments", "compliance.staff.people")]
    public async Task R48IsBrokenByOnePackPastItsDayAndByAnEmptyGroup(string deed, string table, string note)
    {
        await During(deed, table, async () =>
        {
            var finding = await Look("R-48");
            Assert.Equal(Verdict.NotMet, finding.Verdict);
            Assert.Equal(note, Assert.Single(finding.Evidence, x => !x.IsGood).Note);
        });
    }

    [Fact]
    public async Task R545NeedsAVerificationAndHearsOfHarm()
    {
        await Execute("delete from audit_verifications");
        Assert.Equal(Verdict.EvidenceMissing, (await Look("R-54.5")).Verdict);
        await Host.Act(async act => { await Task.CompletedTask; act.Db.Add(Alys.Audit.Verification.Of(act, new(3, 60, null))); return 0; });
        Assert.Equal(Verdict.Met, (await Look("R-54.5")).Verdict);
        await Task.Delay(5, Ct);
        await Host.Act(async act => { await Task.CompletedTask; act.Db.Add(Alys.Audit.Verification.Of(act, new(3, 60, new(Alys.Audit.Harm.RowChanged, 2, new(0, 21))))); return 0; });
        Assert.Equal(Verdict.NotMet, (await Look("R-54.5")).Verdict);
        await Execute("delete from audit_verifications");
    }

    [Fact]
    public void EveryAutomaticRuleHasItsCheckAndNoOtherHas()
    {
        using var scope = Host.Service<IServiceScopeFactory>().CreateScope();
        var checks = scope.ServiceProvider.GetServices<ICheck>().Select(x => x.Rule).Order();
        Assert.Equal(Host.Service<RulePack>().Rules.Where(x => x.IsAutomatic).Select(x => x.Code).Order(), checks);
    }
}
