using Alys.Curriculum;
using Alys.Enrolment;
using Alys.Grading;
using Alys.Platform;

namespace Alys.Tests.Grading;

/// <summary>Where the tests of grading find their way in the believable institution.</summary>
internal static class GradingWorld
{
    public static Task<CourseRow> Course(this AlysHost alys, string subject, string group) => alys.Read(db =>
        (from course in db.Set<CourseRow>()
         join s in db.Set<SubjectRow>() on course.SubjectId equals s.Id
         join g in db.Set<GroupRow>() on course.GroupId equals g.Id
         where s.Code == subject && g.Code == @group
         select course).SingleAsync());

    public static Task<ControlEvent> Event(this AlysHost alys, CourseRow course, RatingPart part, int order = 0) => alys.Read(async db =>
        (await db.ControlEvents.Where(e => e.CourseId == course.Id && e.Part == part && e.RemovedAt == null).OrderBy(e => e.Order).ToListAsync())[order]);

    /// <summary>A person of the world who reads English.</summary>
    public static async Task<Visitor> English(this AlysHost alys, string userName)
    {
        var visitor = await alys.SignIn(userName);
        await visitor.Get("/language/en?to=/");
        return visitor;
    }

    /// <summary>Types marks for one event: the first learners get the given ones in the order of the table, the others stay.</summary>
    public static async Task<PageAnswer> EnterMarks(this Visitor teacher, CourseRow course, ControlEvent into, string ground, params string[] marks)
    {
        var form = await teacher.Get($"/s/{course.No}/grades/enter/{into.No}");
        var fields = form.Document.QuerySelectorAll("form.marks input[name^=Marks]").Select(i => i.GetAttribute("name")!).ToList();
        var values = fields.Zip(marks).ToDictionary(p => p.First, p => p.Second);
        values["Reason"] = ground;
        return await form.Submit("form.marks", values);
    }
}
