using Microsoft.Extensions.DependencyInjection;

namespace Alys.Enrolment;

/// <summary>Groups, their learners and courses of the believable institution.</summary>
internal static class DemoEnrolment
{
    public static async Task Load(Act act, Demo demo)
    {
        var movements = demo.Services.GetRequiredService<Movements>();
        var groups = new Dictionary<string, Group>(StringComparer.Ordinal);
        foreach (var row in demo.Table("groups.csv"))
        {
            var group = groups[row["Code"]] = await Group.Open(act, row["Code"], Id(demo, "unit:", row["Centre"]), Id(demo, "programme:", row["Programme"]), row["Language"], demo.Day(row["Started"]));
            demo.Ids["group:" + group.Code] = group.Id;
            await act.Db.SaveChangesAsync(act.Ct);
        }
        foreach (var row in demo.Table("members.csv"))
        {
            await movements.Enrol(act, demo.Ids["person:" + row["UserName"]], groups[row["Group"]], new(demo.Day(row["From"])));
        }
        await act.Db.SaveChangesAsync(act.Ct);
        foreach (var row in demo.Table("courses.csv"))
        {
            var course = await Course.Open(act, demo.Ids["subject:" + row["Subject"]], groups[row["Group"]].Id, demo.Ids["period:" + row["Period"]], Id(demo, "syllabus:", row["Subject"] + "-working"));
            demo.Ids["course:" + row["Course"]] = course.Id;
            await act.Db.SaveChangesAsync(act.Ct);
        }
    }

    private static Guid? Id(Demo demo, string kind, string code) => demo.Ids.TryGetValue(kind + code, out var id) ? id : null;

}
