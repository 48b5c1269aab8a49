using Alys.Benchmarks;
using Alys.Link;

// bin/bench [--json FILE] [--seconds N] [--only wire|server|start|growth] [--learners 1000,100000] [--units 10000] [--postgres "Host=…;Username=…"]: the figures that we quote, of the real program on fresh demo data.
string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
bool Wants(string part) => Option("--only") is not { } only || only == part;
var time = TimeSpan.FromSeconds(int.Parse(Option("--seconds") ?? "6", CultureInfo.InvariantCulture));
const string password = "Kokzhiek-2026";

var root = FindRoot();
var program = Path.Combine(root, "bin", "alys");
var budgets = Budgets.Read(root);
var report = new Report();
var data = Directory.CreateTempSubdirectory("alys-bench-").FullName;
var launch = new Launch(program, Path.Combine(root, "world"), data, Option("--postgres") is { } postgres ? $"{postgres};Database=alys_bench_{Guid.NewGuid():N}" : "");
try
{
    using (var first = await ServerProcess.Start(launch, TimeSpan.FromMinutes(5)))
    {
        Console.Error.WriteLine($"Demo data loaded and served in {first.StartedIn.TotalSeconds:0.0} s.");
    }
    if (Option("--only") == "growth")
    {
        var sizes = (Option("--learners") ?? "1000,100000").Split(',').Select(s => int.Parse(s, CultureInfo.InvariantCulture)).ToList();
        await new GrowthBench(launch, budgets, report, time).Run(sizes, int.Parse(Option("--units") ?? "10000", CultureInfo.InvariantCulture));
        return report.Verdicts.All(x => x.IsKept) ? 0 : 1;
    }
    var starts = new List<double>();
    for (var i = 0; i < 4; i++)
    {
        using var again = await ServerProcess.Start(launch, TimeSpan.FromMinutes(5));
        starts.Add(again.StartedIn.TotalSeconds);
    }
    using var server = await ServerProcess.Start(launch, TimeSpan.FromMinutes(5));
    starts.Add(server.StartedIn.TotalSeconds);
    report.Table("Start to the first page with an existing database, five starts", "", "seconds", "CPU seconds of the last")(["median", Figures.Show(Figures.Percentile(starts, 50)), Figures.Show(server.CpuMilliseconds() / 1000)]);
    report.Check("start to first page", Figures.Percentile(starts, 50), budgets.Server.StartSeconds, "s");

    if (Option("--only") == "dictionary")
    {
        await Dictionaries.Make(server.Http, ["anna", "alexei", "dmitri", "ekaterina", "farida", "igor", "kristina", "leila", "aliya", "arman", "dana", "erlan"], password, Path.Combine(root, "src", "Alys.Platform", "wwwroot"));
        return 0;
    }
    if (Wants("wire") || Wants("server"))
    {
        using var anna = await Learner.SignIn(server.Http, "anna", password);
        var pages = await Pages.Find(anna);
        await pages.StartAttempt(anna);
        if (Wants("wire"))
        {
            using var open = new Line(server.HttpsPort, budgets.Line);
            await using (var browser = await Browser.Start(open, data))
            {
                var wire = new WireBench(browser, budgets, report);
                await wire.Weigh(anna.Cookie, pages);
                await wire.WeighWithDictionary(anna.Cookie, pages);
                await wire.WeighAnswer(anna.Cookie, pages);
                await wire.WeighMessage(anna.Cookie, pages);
            }
            var obstacle = PoorLine.Obstacle();
            if (obstacle != null) Console.Error.WriteLine($"The poor line loses nothing in this run: {obstacle}.");
            using ILine poor = obstacle == null ? new LossyLine(server.HttpsPort, budgets.Line) : new Line(server.HttpsPort, budgets.Line);
            await using var far = await Browser.Start(poor, data);
            var slow = new PoorLineBench(far, poor, budgets, report);
            await slow.ProveTheLine();
            await slow.Pages(anna.Cookie, pages);
            await slow.Journey("anna", password, pages);
        }
        if (Wants("server"))
        {
            var bench = new ServerBench(server, data, budgets, report, time);
            await bench.Pages(anna, pages);
            var takers = new List<(Learner, Pages)>();
            foreach (var name in new[] { "anna", "alexei", "dmitri", "ekaterina", "farida", "igor", "kristina", "leila" })
            {
                var learner = await Learner.SignIn(server.Http, name, password);
                var own = await Pages.Find(learner);
                await own.StartAttempt(learner);
                if (own.Item is not null) takers.Add((learner, own));
            }
            await bench.Saves(takers);
            report.Table("Resident memory after the load", "", "MB")(["server process", Figures.Show(server.ResidentMegabytes())]);
            report.Check("resident memory after the load", server.ResidentMegabytes(), budgets.Server.ResidentMegabytes, "MB");
        }
    }
    return report.Verdicts.All(x => x.IsKept) ? 0 : 1;
}
finally
{
    // What was measured before a failure was measured all the same.
    report.Print(Console.Out);
    if (Option("--json") is { } file) await File.WriteAllTextAsync(file, report.Json());
    Directory.Delete(data, recursive: true);
}

static string FindRoot()
{
    for (var at = new DirectoryInfo(AppContext.BaseDirectory); at != null; at = at.Parent)
    {
        if (File.Exists(Path.Combine(at.FullName, "Alys.slnx"))) return at.FullName;
    }
    throw new InvalidOperationException("bin/bench runs inside the working copy.");
}
