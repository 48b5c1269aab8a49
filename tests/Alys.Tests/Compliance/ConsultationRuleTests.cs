using Alys.Communication;
using Alys.Communication.Consultations;
using Alys.Compliance;
using Alys.Enrolment;
using Alys.Platform;

namespace Alys.Tests.Compliance;

/// <summary>R-27, R-28 and R-42: the help that learners get between sessions, as it is given and as it is missing.</summary>
public sealed class ConsultationRuleTests(AlysHost alys) : RuleWorld(alys), IClassFixture<AlysHost>
{
    [Fact]
    public async Task R27IsMetByOpenCoursesWithConsultationsInTheirTimetable()
    {
        var finding = await Look("R-27");
        Assert.True(finding.Verdict == Verdict.Met, string.Join('\n', finding.Evidence.Select(x => $"{x.Subject.Ru}: {x.Note}")));
        Assert.NotEmpty(finding.Evidence);
    }

    [Fact]
    public async Task R27LooksAtTheSyllabusOfThePackThatIsStudied() => await During("update enrolment_courses set \"SyllabusId\" = null", "enrolment_courses", async () => Assert.Equal(Verdict.Met, (await Look("R-27")).Verdict));

    [Theory]
    [InlineData("delete from curriculum_consultation_slots", "curriculum_consultation_slots", "compliance.help.unscheduled")]
    [InlineData("delete from learning_openings", "learning_openings", "compliance.help.closed")]
    [InlineData("update learning_openings set \"OpensOn\" = '2020-01-01', \"Until\" = '2020-02-01'", "learning_openings", "compliance.help.closed")]
    public async Task R27IsBroken(string deed, string table, string note) => await During(deed, table, async () =>
    {
        var finding = await Look("R-27");
        Assert.Equal(Verdict.NotMet, finding.Verdict);
        Assert.All(finding.Evidence, x => Assert.Equal(note, x.Note));
    });

    [Fact]
    public async Task R28AsksForAllThreeKinds()
    {
        await During("delete from communication_consultations", "communication_consultations", async () =>
        {
            Assert.Equal(Verdict.EvidenceMissing, (await Look("R-28")).Verdict);
            await During("delete from curriculum_consultation_slots where \"Kind\" = 'Forum'", "curriculum_consultation_slots", async () => Assert.Equal(Verdict.NotMet, (await Look("R-28")).Verdict));
            await Hold(ConsultationKind.IndividualFaceToFace, alone: true);
            Assert.Equal(Verdict.Met, (await Look("R-28")).Verdict);
        });
    }

    [Fact]
    public async Task R42IsMetWhenEveryLearnerWasConsultedAloneOrWithTheGroup()
    {
        await During("delete from communication_consultations", "communication_consultations", async () => await During("delete from learning_submissions", "learning_submissions", async () =>
        {
            var finding = await Look("R-42");
            Assert.Equal(Verdict.NotMet, finding.Verdict);
            Assert.All(finding.Evidence, x => Assert.Equal(0, x.Args[0]));
            await Hold(ConsultationKind.IndividualDistance, alone: true);
            finding = await Look("R-42");
            Assert.Equal(Verdict.NotMet, finding.Verdict);
            Assert.All(finding.Evidence, x => Assert.Equal(1, x.Args[0]));
            await Hold(ConsultationKind.GroupDistance, alone: false);
            Assert.Equal(Verdict.Met, (await Look("R-42")).Verdict);
        }));
    }

    /// <summary>One consultation in each course: of its first learner alone, or of the whole group.</summary>
    private Task<int> Hold(ConsultationKind kind, bool alone) => Host.Act(async act =>
    {
        foreach (var course in await act.Db.Set<CourseRow>().ToListAsync(act.Ct))
        {
            Guid? learner = alone ? await act.Db.Set<GroupMemberRow>().Where(m => m.GroupId == course.GroupId && m.To == null).OrderBy(m => m.PersonId).Select(m => m.PersonId).FirstAsync(act.Ct) : null;
            act.Db.Add(new Consultation { No = await act.NextNumber("communication.consultation", course.Id), CourseId = course.Id, PersonId = learner, Kind = kind, Channel = ConsultationChannel.Phone, Topic = "Кеңес", HeldAt = act.Now, Minutes = 10, LastAt = act.Now });
        }
        return 0;
    });
}
