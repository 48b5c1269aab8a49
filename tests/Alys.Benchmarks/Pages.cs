using System.Text.RegularExpressions;

namespace Alys.Benchmarks;

/// <summary>Where the learner's pages of each kind are, found by following her links as she would.</summary>
internal sealed partial class Pages
{
    private readonly Dictionary<string, string> _urls = [];

    /// <summary>Kind of page → address.</summary>
    public IReadOnlyDictionary<string, string> Urls => _urls;
    public string AttemptCode { get; private set; } = "";
    /// <summary>A single-choice item of the attempt; null where the draw gave none.</summary>
    public int? Item { get; private set; }
    public string Token { get; private set; } = "";

    public static async Task<Pages> Find(Learner learner)
    {
        var pages = new Pages();
        var day = await learner.Get("/");
        pages._urls["day page"] = "/";
        foreach (var course in day.Document.QuerySelectorAll("main a[href]").Select(x => x.GetAttribute("href")!).Where(x => Outline().IsMatch(x)).Distinct())
        {
            await pages.Course(learner, course);
        }
        pages._urls["notices"] = "/communication/notices";
        return pages;
    }

    public async Task StartAttempt(Learner learner)
    {
        var page = await learner.Get(_urls["sitting"]);
        if (page.Document.QuerySelector("[data-attempt]") == null)
        {
            page = page.Link("^/a/[^/]+$") is { } running ? await learner.Get(running) : await learner.Submit(page, "main form");
        }
        var player = page.Document.QuerySelector("[data-attempt]") ?? throw new InvalidOperationException($"{page.Url} is not a running attempt.");
        (AttemptCode, Token) = (player.GetAttribute("data-attempt")!, player.GetAttribute("data-token")!);
        Item = page.Document.QuerySelector("[data-kind=SingleChoice]") is { } item ? int.Parse(item.GetAttribute("data-item")!, CultureInfo.InvariantCulture) : null;
        _urls["test question"] = "/a/" + AttemptCode;
    }

    private async Task Course(Learner learner, string course)
    {
        var outline = await learner.Get(course);
        // The course with the most units stands for all.
        var units = outline.Document.QuerySelectorAll("main a[href]").Select(x => x.GetAttribute("href")!).Where(x => Unit().IsMatch(x)).Distinct().ToList();
        if (_urls.TryGetValue("outline", out _) && units.Count <= _mostUnits) return;
        _mostUnits = units.Count;
        _urls["outline"] = course;
        if (units.Count > 0) _urls["unit"] = units[Math.Min(6, units.Count - 1)];
        Put("task", outline.Link("/u/[0-9]+/answer$") ?? await FirstTask(learner, units));
        Put("sitting", outline.Link("^/s/[0-9]+/t/[0-9]+$"));
        _urls["forum"] = course + "/f";
        Put("thread", (await learner.Get(course + "/f")).Link("^/s/[0-9]+/f/[0-9]+$"));
        _urls["questions"] = course + "/q";
        Put("question", (await learner.Get(course + "/q")).Link("^/s/[0-9]+/q/[0-9]+$"));
        _urls["marks"] = course + "/grades";
    }

    private int _mostUnits;

    private static async Task<string?> FirstTask(Learner learner, IEnumerable<string> units)
    {
        foreach (var unit in units)
        {
            if ((await learner.Get(unit)).Link("/answer$") is { } task) return task;
        }
        return null;
    }

    private void Put(string kind, string? url)
    {
        if (url != null) _urls[kind] = url;
    }

    [GeneratedRegex("^/s/[0-9]+$")]
    private static partial Regex Outline();

    [GeneratedRegex("^/s/[0-9]+/u/[0-9]+$")]
    private static partial Regex Unit();
}
