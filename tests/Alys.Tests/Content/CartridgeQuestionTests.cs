using System.Text;
using System.Text.Json;
using Alys.Assessment;
using Alys.Assessment.Bank;
using Alys.Assessment.Tests;
using Alys.Content;
using Alys.Content.Import;
using Alys.Tests.Formats;
using ImportLine = Alys.Content.Import.ImportLine;

namespace Alys.Tests.Content;

/// <summary>Questions and tests of a package, in the same trial and run as its texts.</summary>
public sealed class CartridgeQuestionTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private const string Quiz = "imsqti_xmlv1p2/imscc_xmlv1p3/assessment", Bank = "imsqti_xmlv1p2/imscc_xmlv1p3/question-bank";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Choice(string ident, string prompt) => Qti12Tests.Item(Qti12Tests.Choices("Single", "иә", "жоқ шығар"), Qti12Tests.When(Qti12Tests.Is("A"), Qti12Tests.Points("Set", "100")), ident: ident).Replace("Сұрақ?", prompt, StringComparison.Ordinal);

    private static string Document(string title, params string[] items) =>
        $"<questestinterop><assessment ident=\"t\" title=\"{title}\"><qtimetadata><qtimetadatafield><fieldlabel>qmd_timelimit</fieldlabel><fieldentry>25</fieldentry></qtimetadatafield><qtimetadatafield><fieldlabel>cc_maxattempts</fieldlabel><fieldentry>3</fieldentry></qtimetadatafield></qtimetadata><section ident=\"s\">{string.Concat(items)}</section></assessment></questestinterop>";

    private static SmallCartridge Course(string title, string second = "Екінші?") => new SmallCartridge().Module("М", ("Лекция", "page"), (title, "test"))
        .Resource("page", "webcontent", "a.html", "<p>Мәтін</p>")
        .Resource("test", Quiz, "t.xml", Document(title, Choice("q1", "Бірінші?"), Choice("q2", second), "<item ident=\"q3\" title=\"Белгісіз\"><presentation><material><mattext>Нүктені табыңыз</mattext></material><response_xy ident=\"r\"/></presentation></item>"))
        .Resource("bank", Bank, "b.xml", $"<questestinterop><objectbank ident=\"b\">{Choice(title + "-b1", "Қордағы?")}</objectbank></questestinterop>");

    private async Task<(Visitor Visitor, int Pack, Guid Id)> NewPack(string title)
    {
        var saule = await alys.SignIn("saule");
        await saule.Get("/language/ru?to=/content/packs");
        var page = await saule.Get("/content/packs/new");
        var subject = page.Document.QuerySelectorAll("select[name=SubjectNo] option").First(o => o.TextContent.Contains("db", StringComparison.OrdinalIgnoreCase)).GetAttribute("value")!;
        page = await page.Submit("main form", new() { ["SubjectNo"] = subject, ["Language"] = "kk", ["Title"] = title });
        var no = int.Parse(page.Url.Segments[^1], CultureInfo.InvariantCulture);
        return (saule, no, (await alys.Read(db => db.Set<PackRow>().FirstAsync(p => p.No == no, Ct))).Id);
    }

    private static async Task<PageAnswer> Send(Visitor visitor, int pack, byte[] archive) =>
        await (await visitor.Get($"/content/import/start/{pack}")).Submit("main form", files: new() { ["Upload"] = ("course.imscc", archive) });

    private static async Task<PageAnswer> Run(PageAnswer trial) => await (await trial.Click("Импортировать")).Submit("main form");

    private async Task<IReadOnlyList<ImportLine>> ReportOf(Guid pack) => JsonSerializer.Deserialize<ImportLine[]>(
        (await alys.Read(db => db.LessonImports.Where(i => i.PackId == pack).OrderByDescending(i => i.No).Select(i => i.Report).FirstAsync(Ct)))!)!;

    private Task<int> Items() => alys.Read(db => db.Set<Item>().CountAsync(Ct));

    private Task<Test?> TestOf(string title) => alys.Read(async db => (await db.Set<Test>().Include(t => t.Sections).ToListAsync(Ct)).Find(t => t.Title.Kk == title));

    [Fact]
    public async Task TheTrialShowsEveryQuestionAndChangesNothingTheRunBringsThemInWithTheirTest()
    {
        var (saule, pack, id) = await NewPack("Сұрақтар: толық жол");
        var before = await Items();
        var trial = await Send(saule, pack, Course("Сынақ А").Pack());
        Assert.Equal(["Skipped", "Created", "Created"], trial.Document.QuerySelectorAll("tr[data-outcome]").Where(r => r.QuerySelector("th")!.TextContent.TrimStart().StartsWith("t.xml#", StringComparison.Ordinal)).Select(r => r.GetAttribute("data-outcome")));
        Assert.Contains("«Сынақ А»", trial.Text);
        Assert.DoesNotContain("content.import", trial.Text);
        Assert.Equal(before, await Items());
        Assert.Null(await TestOf("Сынақ А"));

        var report = await Run(trial);
        Assert.Equal(before + 3, await Items());
        var test = (await TestOf("Сынақ А"))!;
        Assert.Equal((25, 3, Purpose.Current), (test.Minutes, test.Attempts, test.Purpose));
        Assert.Equal(("Сынақ А", 2), (Assert.Single(test.Sections).Tag, test.Sections[0].Draw));
        Assert.NotNull(report.Document.QuerySelector($"a[href='/assessment/tests/edit/{test.No}']"));
        var bank = await saule.Get(report.Document.QuerySelectorAll("a[href^='/assessment/bank?']").Single().GetAttribute("href")!);
        Assert.Contains("Қордағы?", bank.Text);
        var unit = await alys.Read(db => (from u in db.Units join v in db.UnitVersions on u.DraftVersionId equals v.Id where u.PackId == id && v.TestId == test.Id select new { u.Slot, v.Kind, v.Title }).SingleAsync(Ct));
        Assert.Equal(("M7", UnitKind.QuestionSet, "Сынақ А"), (unit.Slot, unit.Kind, unit.Title));

        await Run(await Send(saule, pack, Course("Сынақ А", second: "Екінші, басқаша?").Pack()));
        var again = await ReportOf(id);
        Assert.Equal(1, again.Count(l => l.Outcome == LessonOutcome.Changed));
        Assert.DoesNotContain(again, l => l.Outcome == LessonOutcome.Created);
        Assert.Equal(before + 3, await Items());
    }

    [Fact]
    public async Task ATestOfTheSameNameDrawsNothingOfTheOther()
    {
        var (saule, pack, _) = await NewPack("Сұрақтар: аттас 1");
        await Run(await Send(saule, pack, Course("Аттас").Pack()));
        var other = new SmallCartridge().Module("М", ("Аттас", "test")).Resource("test", Quiz, "u.xml", Document("Басқа", Choice("z1", "Үшінші?")));
        (saule, pack, _) = await NewPack("Сұрақтар: аттас 2");
        await Run(await Send(saule, pack, other.Pack()));
        var tests = await alys.Read(async db => (await db.Set<Test>().Include(t => t.Sections).ToListAsync(Ct)).Where(t => t.Title.Kk == "Аттас").OrderBy(t => t.No).ToList());
        Assert.Equal([("Аттас", 2), ("Аттас (2)", 1)], tests.Select(t => (t.Sections[0].Tag!, t.Sections[0].Draw)));
    }

    [Fact]
    public async Task ATestThatTheRuleLeavesOutLeavesItsQuestionsInTheBankAndSaysSo()
    {
        var (saule, pack, id) = await NewPack("Сұрақтар: ережесіз");
        var trial = await Send(saule, pack, Course("Ережесіз").Pack());
        var rules = trial.Document.QuerySelectorAll("form.rules input[name$='.Pattern']").Select(i => i.GetAttribute("value")).ToList();
        var report = await Run(await trial.Submit("form.rules", new() { [$"Rules[{rules.IndexOf("@test")}].Slot"] = "" }));
        Assert.Null(await TestOf("Ережесіз"));
        Assert.Contains("добавьте его в комплекс материалом вида «Тестовые вопросы»", report.Text);
        Assert.Equal(3, (await ReportOf(id)).Count(l => l is { IsQuestion: true, Outcome: LessonOutcome.Created }));
    }

    [Fact]
    public async Task ARunThatIsRefusedLeavesNoQuestionBehind()
    {
        var (saule, pack, _) = await NewPack("Сұрақтар: бас тарту");
        var trial = await Send(saule, pack, Course("Бас тарту").Pack());
        var confirm = await trial.Click("Импортировать");
        await confirm.Submit("main form");
        var after = await Items();
        var twice = await trial.Visitor.Get(confirm.Url.PathAndQuery);
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, (await twice.Submit("main form")).Status);
        Assert.Equal(after, await Items());
    }

    [Fact]
    public async Task ADocumentOfQuestionsThatIsBrokenIsTheOnlyThingThatStaysOut()
    {
        var (saule, pack, id) = await NewPack("Сұрақтар: бұзық");
        await Run(await Send(saule, pack, Course("Бүтін").Resource("broken", Bank, "broken.xml", "<questestinterop><item></questestinterop>").Pack()));
        var line = (await ReportOf(id)).Single(l => l.Path == "broken.xml");
        Assert.Equal((LessonOutcome.Skipped, "xml.problem.not-well-formed"), (line.Outcome, line.Reason));
        Assert.NotNull(await TestOf("Бүтін"));
    }
}
