using Alys.Curriculum;
using Alys.Enrolment;

namespace Alys.Tests.Communication;

internal static class TestCourses
{
    /// <summary>Number of the course that the world's group studies in the world's subject.</summary>
    public static Task<int> Number(AlysHost alys, string group, string subject) => alys.Read(db => (
        from c in db.Set<CourseRow>()
        join g in db.Set<GroupRow>() on c.GroupId equals g.Id
        join s in db.Set<SubjectRow>() on c.SubjectId equals s.Id
        where g.Code == @group && s.Code == subject
        select c.No).FirstAsync());
}
