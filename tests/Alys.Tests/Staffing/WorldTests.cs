using Alys.Access;
using Alys.Curriculum;
using Alys.Enrolment;
using Alys.Institution;
using Alys.Staffing;

namespace Alys.Tests.Staffing;

/// <summary>The believable institution, as the modules beneath load it.</summary>
public sealed class WorldTests(AlysHost alys) : IClassFixture<AlysHost>
{
    [Fact]
    public async Task TheInstitutionItsUnitsAndPeriodsStand()
    {
        var institution = await alys.Read(db => db.Set<InstitutionRow>().SingleAsync());
        Assert.Equal(("Asia/Almaty", "kk ru en", "Астана"), (institution.TimeZone, institution.Languages, institution.City));
        var units = await alys.Read(db => db.Set<UnitRow>().ToListAsync());
        Assert.Equal(2, units.Count(u => u.Kind == UnitKind.StudyCentre));
        Assert.Equal(UnitKind.University, Assert.Single(units, u => u.ParentId is null).Kind);
        var periods = await alys.Read(db => db.Set<PeriodRow>().ToListAsync());
        Assert.Single(periods, p => p.Kind == PeriodKind.Year);
        Assert.All(periods.Where(p => p.Kind != PeriodKind.Year), p => Assert.NotNull(p.ParentId));
    }

    [Fact]
    public async Task SubjectsHaveApprovedSyllabiThatMatch()
    {
        foreach (var subject in await alys.Read(db => db.Set<SubjectRow>().ToListAsync()))
        {
            var syllabi = await alys.Read(db => db.Set<SyllabusRow>().Where(s => s.SubjectId == subject.Id).ToListAsync());
            Assert.Equal(2, syllabi.Count);
            Assert.All(syllabi, s => Assert.NotNull(s.ApprovedByPersonId));
            var working = syllabi.Single(s => s.Kind == SyllabusKind.Working);
            Assert.Empty(await alys.Read(db => Syllabi.DifferencesFromTypical(db, working.Id, CancellationToken.None)));
            var topics = await alys.Read(db => db.Set<TopicRow>().Where(t => t.SyllabusId == working.Id).ToListAsync());
            Assert.Equal(working.LectureHours, topics.Sum(t => t.LectureHours));
            Assert.NotEmpty(await alys.Read(db => db.Set<LiteratureRow>().Where(l => l.SyllabusId == working.Id && l.Kind == LiteratureKind.Main).ToListAsync()));
            Assert.NotEmpty(await alys.Read(db => db.Set<ConsultationSlotRow>().Where(c => c.SyllabusId == working.Id && c.Day >= 1).ToListAsync()));
            Assert.NotEmpty(await alys.Read(db => db.Set<SyllabusModuleRow>().Where(c => c.SyllabusId == working.Id).ToListAsync()));
        }
    }

    [Fact]
    public async Task EveryLearnerOfEveryCourseHasATutor()
    {
        var day = new DateOnly(2026, 11, 23);
        Assert.Equal(4, await alys.Read(db => db.Set<CourseRow>().CountAsync(c => c.SyllabusId != null)));
        Assert.Equal(30, await alys.Read(db => db.Set<GroupMemberRow>().CountAsync()));
        Assert.Empty(await alys.Read(db => Coverage.WithoutTutor(db, day).ToListAsync()));
        Assert.NotEmpty(await alys.Read(db => db.Set<AuthorRow>().ToListAsync()));
    }

    [Fact]
    public async Task ALearnerWithoutATutorIsFound()
    {
        var before = new DateOnly(2026, 12, 1);
        var course = await alys.Read(db => db.Set<CourseRow>().OrderBy(c => c.No).FirstAsync());
        await alys.Act(async act =>
        {
            await act.Db.Assignments.Where(a => a.CourseId == course.Id && a.Duty == Duty.Tutor).ExecuteUpdateAsync(a => a.SetProperty(x => x.To, before));
            return 0;
        });
        var found = await alys.Read(db => Coverage.WithoutTutor(db, before.AddDays(1)).ToListAsync());
        Assert.Equal(15, found.Count);
        Assert.All(found, f => Assert.Equal(course.Id, f.CourseId));
    }

    [Fact]
    public async Task ProgrammesAndPeopleStandBehindTheGroups()
    {
        var groups = await alys.Read(db => (from g in db.Set<GroupRow>() join p in db.Set<ProgrammeRow>() on g.ProgrammeId equals (Guid?)p.Id join u in db.Set<UnitRow>() on g.CentreId equals (Guid?)u.Id select new { g.Code, Programme = p.Code, u.Kind }).ToListAsync());
        Assert.Equal(2, groups.Count);
        Assert.All(groups, g => Assert.Equal(UnitKind.StudyCentre, g.Kind));
        Assert.True(await alys.Read(db => (from m in db.Set<GroupMemberRow>() join p in db.Set<PersonRow>() on m.PersonId equals p.Id where p.UserName == "aliya" select p).AnyAsync()));
    }
}
