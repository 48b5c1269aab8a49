using Alys.Enrolment;

namespace Alys.Staffing;

/// <summary>A learner of a course.</summary>
public sealed class LearnerOfCourse
{
    public Guid CourseId { get; init; }
    public Guid PersonId { get; init; }
}

/// <summary>Queries for rule .</summary>
public static class Coverage
{
    /// <summary>
    /// Clause 3.1: learners, by course, who on the day study in a course that has no tutor then. Courses whose period does not include the day are left out.
    /// </summary>
    public static IQueryable<LearnerOfCourse> WithoutTutor(Db db, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(db);
        return from c in db.Set<CourseRow>()
               join p in db.Set<Institution.PeriodRow>() on c.PeriodId equals p.Id
               join m in db.Set<GroupMemberRow>() on c.GroupId equals m.GroupId
               where p.Start <= day && p.End >= day && m.From <= day && (m.To == null || m.To >= day)
                   && !db.Set<AssignmentRow>().Any(a => a.CourseId == c.Id && a.Duty == Duty.Tutor && a.From <= day && (a.To == null || a.To >= day))
               select new LearnerOfCourse { CourseId = c.Id, PersonId = m.PersonId };
    }
}
