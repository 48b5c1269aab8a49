using Alys.Curriculum;
using Alys.Documents;

namespace Alys.Content.Library;

/// <summary>The library of the believable institution, with what its subjects use and their provision cards.</summary>
internal static class DemoLibrary
{
    public static async Task Load(Demo demo, CancellationToken ct)
    {
        foreach (var row in demo.Table("library.csv")) await demo.Acts.Run(demo.Actor, act => Take(demo, act, row), ct);
        foreach (var subject in demo.Table("library.csv").Select(r => r["Subject"]).Distinct())
        {
            var id = demo.Ids["subject:" + subject];
            await demo.Acts.Run(demo.Actor, async act =>
            {
                await IssueModel.Issue(act, demo.Services.GetRequiredService<DocumentStore>(), await act.Db.Set<SubjectRow>().SingleAsync(s => s.Id == id, act.Ct), "kk", demo.Services.GetRequiredService<ContentOptions>());
                return 0;
            }, ct);
        }
    }

    private static async Task<int> Take(Demo demo, Act act, Demo.Row row)
    {
        var form = new ResourceForm
        {
            Title = row["Title"], Authors = row["Authors"], Publisher = row["Publisher"], Language = row["Language"], Kind = Enum.Parse<ResourceKind>(row["Kind"]),
            Year = Number(row["Year"]), Url = row["Url"], Seats = Number(row["Seats"]), CopiesInLibrary = Number(row["Copies"]) ?? 0, Ground = row["Ground"],
        };
        var resource = await Resource.Take(act, form, null, null);
        var id = demo.Ids["subject:" + row["Subject"]];
        var subject = await act.Db.Set<SubjectRow>().SingleAsync(s => s.Id == id, act.Ct);
        var source = Number(row["Source"]) is { } order ? (await ProvisionCard.SourcesOf(act.Db, id, act.Ct)).Single(s => s.Order == order) : null;
        resource.UseIn(act, subject, source?.Kind ?? LiteratureKind.Additional, source?.Key);
        return 0;
    }

    private static int? Number(string cell) => cell.Length == 0 ? null : int.Parse(cell, CultureInfo.InvariantCulture);
}
