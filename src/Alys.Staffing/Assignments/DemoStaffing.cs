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
            await duties.Assign(act, demo.Ids["course:" + row["Course"]], demo.Ids["person:" + row["UserName"]], Enum.Parse<Duty>(row["Duty"], ignoreCase: true), Day(row["From"]), row["To"] == "" ? null : Day(row["To"]));
        }
        var today = DateOnly.FromDateTime(Texts.Local(act.Now));
        foreach (var row in demo.Table("authors.csv"))
        {
            await duties.LetWrite(act, demo.Ids["subject:" + row["Subject"]], demo.Ids["person:" + row["UserName"]], today, null);
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
