using Microsoft.Extensions.DependencyInjection;

namespace Alys.Staffing;

/// <summary>Who teaches, tutors, examines and writes in the believable institution.</summary>
internal static class DemoStaffing
{
    public static async Task Load(Act act, Demo demo)
    {
        var duties = demo.Services.GetRequiredService<Duties>();
        foreach (var row in demo.Table("assignments.csv"))
        {
            await duties.Assign(act, demo.Ids["course:" + row["Course"]], demo.Ids["person:" + row["UserName"]], Enum.Parse<Duty>(row["Duty"], ignoreCase: true), demo.Day(row["From"]), row["To"] == "" ? null : demo.Day(row["To"]));
        }
        var today = DateOnly.FromDateTime(Texts.Local(act.Now));
        foreach (var row in demo.Table("authors.csv"))
        {
            await duties.LetWrite(act, demo.Ids["subject:" + row["Subject"]], demo.Ids["person:" + row["UserName"]], today, null);
        }
    }

}
