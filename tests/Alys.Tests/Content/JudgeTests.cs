using Alys.Content;
using Alys.Content.Packs;
using Alys.Content.Verdicts;
using Alys.Platform;

namespace Alys.Tests.Content;

/// <summary>R-36 and R-37: a complete pack is green; take any one mandatory thing away and it is red, naming clause and slot.</summary>
public sealed class JudgeTests
{
    private static readonly Guid First = Guid.CreateVersion7(), Second = Guid.CreateVersion7();

    private static readonly SyllabusFacts Syllabus = new(1, true, [4, 2, 2, 6, 20],
    [
        new TopicFacts(First, 1, new("Бірінші", "Первая", "First"), 1, 1, [2, 2, 0, 3, 10]),
        new TopicFacts(Second, 2, new("Екінші", "Вторая", "Second"), 2, 1, [2, 0, 2, 3, 10]),
    ]) { Modules = [1], MainLiterature = 1, AdditionalLiterature = 1, Consultations = 1 };

    private static readonly UnitFacts[] Units =
    [
        Unit(1, "M3") with { TopicId = First }, Unit(2, "M3") with { TopicId = Second }, Unit(3, "M4"),
        Unit(4, "M5.tasks"), Unit(5, "M5.examples"), Unit(6, "M5.guidance"), Unit(7, "M6.iws"), Unit(8, "M6.iwst"), Unit(9, "M7"),
        Unit(10, "M8.tests") with { Kind = UnitKind.QuestionSet, Draws = [new("db-1", 5, 15), new("", 2, 40)] },
    ];

    private static UnitFacts Unit(int no, string slot) => new(no, slot, UnitKind.Text, null, true);

    private static PackContents Complete => new(Guid.CreateVersion7(), 1, FinalForm.Tests, Syllabus, Syllabus, Units, 3);

    private static SlotVerdict Red(PackContents pack, string slot)
    {
        var verdict = Judge.Pack(pack);
        Assert.False(verdict.IsNetworkComplete);
        var red = Assert.Single(verdict.Slots, s => s.State == SlotState.NotMet);
        Assert.Equal(slot, red.Slot);
        Assert.Equal(slot.Length == 0 ? "36" : "37", red.Clause);
        Assert.NotEmpty(red.Reasons);
        return red;
    }

    [Fact]
    public void ACompletePackIsGreenForTheNetworkAndNotYetForAutonomousStudy()
    {
        var verdict = Judge.Pack(Complete);
        Assert.True(verdict.IsNetworkComplete);
        Assert.False(verdict.IsAutonomousComplete);
        Assert.Equal(Slot.All.Count + 1, verdict.Slots.Count);
    }

    [Theory]
    [InlineData("M4"), InlineData("M5.tasks"), InlineData("M5.examples"), InlineData("M5.guidance"), InlineData("M6.iws"), InlineData("M6.iwst"), InlineData("M7"), InlineData("M8.tests")]
    public void WithoutAnyOneSubSlotThePackIsRedAndNamesIt(string slot)
    {
        var red = Red(Complete with { Units = [.. Units.Where(u => u.Slot != slot)] }, slot);
        Assert.Equal("content.verdict.empty-slot", red.Reasons[0].TextKey);
        Assert.Equal($"/content/units/new/1?slot={slot}", red.Reasons[0].Url);
    }

    [Fact]
    public void AUnitThatIsOnlyADraftDoesNotFillItsSlot() =>
        Assert.Equal("content.verdict.only-drafts", Red(Complete with { Units = [.. Units.Select(u => u.Slot == "M4" ? u with { IsPublished = false } : u)] }, "M4").Reasons[0].TextKey);

    [Fact]
    public void EveryLectureTopicNeedsALecture()
    {
        var red = Red(Complete with { Units = [.. Units.Where(u => u.TopicId != Second)] }, "M3");
        Assert.Equal(("content.verdict.topic-uncovered", 2), (red.Reasons[0].TextKey, red.Reasons[0].Args[0]));
    }

    [Fact]
    public void ATopicWithoutLectureHoursNeedsNone()
    {
        var topics = Syllabus.Topics.Select(t => t.Id == Second ? t with { Hours = [0, 0, 2, 3, 10] } : t with { Hours = [4, 2, 0, 3, 10] }).ToList();
        Assert.True(Judge.Pack(Complete with { Working = Syllabus with { Topics = topics }, Units = [.. Units.Where(u => u.TopicId != Second)] }).IsNetworkComplete);
    }

    [Fact]
    public void WithoutTypicalSyllabusBothTheChainAndItsSlotAreRed() =>
        Assert.Equal(["", "M1"], Judge.Pack(Complete with { Typical = null }).Slots.Where(s => s.State == SlotState.NotMet).Select(s => s.Slot));

    [Fact]
    public void WithoutWorkingSyllabusAllItsPartsAreRed() =>
        Assert.Equal(["", "M2.content", "M2.plan", "M2.literature", "M2.modules", "M2.consultations"],
            Judge.Pack(Complete with { Working = null }).Slots.Where(s => s.State == SlotState.NotMet).Select(s => s.Slot));

    [Fact]
    public void AWorkingSyllabusThatIsNotApprovedIsRedByClause36() =>
        Assert.Equal("content.verdict.working-not-approved", Red(Complete with { Working = Syllabus with { IsApproved = false } }, "").Reasons[0].TextKey);

    [Fact]
    public void HoursThatDepartFromTheTypicalSyllabusAreRedWithBothNumbers()
    {
        var red = Red(Complete with { Typical = Syllabus with { Hours = [6, 2, 2, 6, 20] } }, "");
        Assert.Equal(("content.verdict.departs.lecture", 6, 4), (red.Reasons[0].TextKey, red.Reasons[0].Args[0], red.Reasons[0].Args[1]));
    }

    [Fact]
    public void APlanWhoseRowsDoNotAddUpIsRedWithBothNumbers()
    {
        var topics = Syllabus.Topics.Select(t => t.Id == First ? t with { Hours = [1, 2, 0, 3, 10] } : t).ToList();
        var red = Red(Complete with { Working = Syllabus with { Topics = topics } }, "M2.plan");
        Assert.Equal(("content.verdict.hours.lecture", 3, 4), (red.Reasons[0].TextKey, red.Reasons[0].Args[0], red.Reasons[0].Args[1]));
    }

    [Fact]
    public void ATopicWithoutAWeekIsRed() =>
        Red(Complete with { Working = Syllabus with { Topics = [.. Syllabus.Topics.Select(t => t with { Week = 0 })] } }, "M2.plan");

    [Fact]
    public void LiteratureNeedsCoreAndAdditional()
    {
        Assert.Equal("content.verdict.no-main-literature", Assert.Single(Red(Complete with { Working = Syllabus with { MainLiterature = 0 } }, "M2.literature").Reasons).TextKey);
        Assert.Equal("content.verdict.no-additional-literature", Assert.Single(Red(Complete with { Working = Syllabus with { AdditionalLiterature = 0 } }, "M2.literature").Reasons).TextKey);
    }

    [Fact]
    public void EveryTopicBelongsToAModule() =>
        Red(Complete with { Working = Syllabus with { Topics = [.. Syllabus.Topics.Select(t => t.Order == 2 ? t with { Module = 0 } : t)] } }, "M2.modules");

    [Fact]
    public void TheConsultationTimetableMayNotBeEmpty() =>
        Red(Complete with { Working = Syllabus with { Consultations = 0 } }, "M2.consultations");

    [Fact]
    public void WithoutSuchHoursPracticalAndLaboratoryAreNotAskedForAndItSaysSo()
    {
        var topics = Syllabus.Topics.Select(t => t with { Hours = [2, 0, 0, 3, 10] }).ToList();
        var syllabus = Syllabus with { Hours = [4, 0, 0, 6, 20], Topics = topics };
        var verdict = Judge.Pack(Complete with { Working = syllabus, Typical = syllabus, Units = [.. Units.Where(u => u.Slot[1] is not ('4' or '5'))] });
        Assert.True(verdict.IsNetworkComplete);
        Assert.All(verdict.Slots.Where(s => s.Slot.StartsWith("M4", StringComparison.Ordinal) || s.Slot.StartsWith("M5", StringComparison.Ordinal)),
            s => { Assert.Equal(SlotState.NotApplicable, s.State); Assert.NotEmpty(s.Reasons); });
    }

    [Theory]
    [InlineData(14, false), InlineData(15, true)]
    public void TheFinalBankHoldsThreeTimesTheDraw(int inBank, bool isEnough)
    {
        var pack = Complete with { Units = [.. Units.Select(u => u.Slot == "M8.tests" ? u with { Draws = [new("db-1", 5, inBank)] } : u)] };
        if (isEnough)
        {
            Assert.True(Judge.Pack(pack).IsNetworkComplete);
            return;
        }
        var reason = Assert.Single(Red(pack, "M8.tests").Reasons);
        Assert.Equal([14, 5, 15, "db-1"], reason.Args);
    }

    [Fact]
    public void ATextIsNoExamTest() =>
        Assert.Equal("content.verdict.no-question-set", Red(Complete with { Units = [.. Units.Select(u => u.Slot == "M8.tests" ? Unit(10, "M8.tests") : u)] }, "M8.tests").Reasons[0].TextKey);

    [Theory]
    [InlineData(FinalForm.Questions, "M8.questions"), InlineData(FinalForm.Tickets, "M8.tickets"), InlineData(FinalForm.ControlWorks, "M8.works")]
    public void TheChosenFormOfFinalControlDecidesWhichSlotIsMandatory(FinalForm form, string slot) => Red(Complete with { FinalForm = form }, slot);
}
