using System.Text.RegularExpressions;

namespace Alys.Drills;

/// <summary>A group of learners at a test that a teacher has just given, all through the portal's pages.</summary>
internal static class Room
{
    private static readonly string[] Learners = ["anna", "alexei", "dmitri", "ekaterina"];

    /// <returns>The takers and the address of the start page.</returns>
    public static async Task<(IReadOnlyList<Taker> Takers, string StartUrl)> Open(Uri address)
    {
        var teacher = await Person.SignIn(address, "elena");
        var page = await teacher.Get("/assessment/sittings/new");
        var now = DateTime.UtcNow;
        // The last course and the last test are of the same subject, whose bank is the larger one.
        string Last(string name) => page.Document.QuerySelectorAll($"select[name={name}] option").Last().GetAttribute("value")!;
        // Times are typed in the institution's zone; two days each way hold in any.
        page = await teacher.Submit(page, "form.new", new()
        {
            ["Form.Opens"] = now.AddDays(-2).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture), ["Form.Closes"] = now.AddDays(2).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
            ["Form.Minutes"] = "0", ["Form.Attempts"] = "0", ["Course"] = Last("Course"), ["Test"] = Last("Test"),
        });
        var at = Regex.Match(page.Url, "/show/(\\d+)/(\\d+)");
        if (!at.Success) throw new InvalidOperationException($"The test was not given: {page.Document.QuerySelector("[role=alert]")?.TextContent}");
        var takers = new List<Taker>();
        foreach (var learner in Learners) takers.Add(new Taker(await Person.SignIn(address, learner)));
        return (takers, $"/s/{at.Groups[1].Value}/t/{at.Groups[2].Value}");
    }
}
