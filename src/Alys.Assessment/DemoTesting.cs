using Alys.Assessment.Bank;
using Alys.Assessment.Draw;
using Alys.Assessment.Overrides;
using Alys.Assessment.Sittings;
using Alys.Assessment.Tests;
using Alys.Enrolment;

namespace Alys.Assessment;

/// <summary>Banks, tests and sittings of the believable institution, made by the verbs that the pages use.</summary>
internal sealed class DemoTesting(Files files, Candidates candidates)
{
    public async Task Load(Demo demo, CancellationToken ct)
    {
        foreach (var pack in demo.Table("packs.csv"))
        {
            await Bank(demo, pack, "bank.gift", ct);
            await Bank(demo, pack, "bank.xml", ct);
        }
        var tests = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var row in demo.Table("tests.csv")) tests[row["Test"]] = await Test(demo, row, ct);
        foreach (var row in demo.Table("sittings.csv")) await Sitting(demo, row, tests[row["Test"]], ct);
        foreach (var row in demo.Table("exceptions.csv")) await Exception(demo, row, tests[row["Test"]], ct);
    }

    private async Task Bank(Demo demo, Demo.Row pack, string name, CancellationToken ct)
    {
        var file = Path.Combine(pack["Folder"], name);
        if (!demo.Has(file)) return;
        await using var stream = File.OpenRead(demo.PathOf(file));
        var stored = await files.Put(stream, 10 * 1024 * 1024, ct);
        var read = ImportModel.Read(files, stored.Hash);
        await demo.Acts.Run(demo.Actor, async act =>
        {
            var import = new BankImport { SubjectId = demo.Ids["subject:" + pack["Subject"]], Language = pack["Language"], FileHash = stored.Hash, FileName = name, ReportJson = "[]", At = act.Now, DoneAt = act.Now, No = await act.NextNumber("assessment.import") };
            import.Report = await QuestionImporting.Run(act.Db, import, read, act.Now, () => act.NextNumber("assessment.item"), act.Ct);
            act.Db.Add(import);
            act.Wrote("assessment.import.done", import, new(ScopeKinds.Subject, import.SubjectId), after: new { import.FileName, Items = import.Report.Lines.Count });
        }, ct);
    }

    private static Task<Guid> Test(Demo demo, Demo.Row row, CancellationToken ct) => demo.Acts.Run(demo.Actor, async act =>
    {
        var test = new Test
        {
            SubjectId = demo.Ids["subject:" + row["Subject"]], Language = row["Language"], Title = new(row["TitleKk"], row["TitleRu"], row["TitleEn"]), Purpose = Enum.Parse<Purpose>(row["Purpose"], true),
            Minutes = int.Parse(row["Minutes"], CultureInfo.InvariantCulture), Attempts = int.Parse(row["Attempts"], CultureInfo.InvariantCulture), 
            Counting = Enum.Parse<CountingAttempt>(row["Counts"], true), PauseMinutes = int.Parse(row["Pause"], CultureInfo.InvariantCulture), No = await act.NextNumber("assessment.test"),
        };
        test.Ask([.. row["Draw"].Split(' ').Select(d => d.Split(':')).Select(d => new PlanSection(d[0], int.Parse(d[1], CultureInfo.InvariantCulture), 1))]);
        act.Db.Add(test);
        act.Wrote("assessment.test.created", test, new(ScopeKinds.Subject, test.SubjectId), after: new { test.No, test.Title });
        return test.Id;
    }, ct);

    private static Task Exception(Demo demo, Demo.Row row, Guid testId, CancellationToken ct) => demo.Acts.Run(demo.Actor, async act =>
    {
        var course = demo.Ids["course:" + row["Course"]];
        var sitting = await act.Db.Sittings.FirstAsync(s => s.TestId == testId && s.CourseId == course, act.Ct);
        var form = new OverrideForm { Closes = demo.Time(row["Closes"]), Minutes = int.Parse(row["Minutes"], CultureInfo.InvariantCulture), Reason = row["Reason"] };
        await Override.Give(act, sitting, (demo.Ids["person:" + row["UserName"]], null), form);
    }, ct);

    private Task Sitting(Demo demo, Demo.Row row, Guid testId, CancellationToken ct) => demo.Acts.Run(demo.Actor, async act =>
    {
        var test = await act.Db.Tests.Include(t => t.Sections).FirstAsync(t => t.Id == testId, act.Ct);
        var id = demo.Ids["course:" + row["Course"]];
        var course = await act.Db.Set<CourseRow>().FirstAsync(c => c.Id == id, act.Ct);
        var form = new SittingForm { Opens = demo.Time(row["Opens"]), Closes = demo.Time(row["Closes"]), Minutes = test.Minutes, Attempts = test.Attempts, Counting = test.Counting, PauseMinutes = test.PauseMinutes };
        if (test.Purpose == Purpose.Training) form.RightAfter = form.WhileOpen = ReviewLevel.Everything;
        await Sittings.NewModel.Give(act, candidates, test, course, form);
    }, ct);
}
