using System.Text;
using Alys.Content;
using Alys.Tests.Content.Text;
using Alys.Tests.Formats;

namespace Alys.Tests.Content;

/// <summary>Documents of Word and single texts on the way of the lessons.</summary>
public sealed class WordImportTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task<(Visitor Saule, int Pack, Guid Id)> NewPack(string title)
    {
        var saule = await alys.SignIn("saule");
        await saule.Get("/language/ru?to=/content/packs");
        var page = await saule.Get("/content/packs/new");
        page = await page.Submit("main form", new() { ["Language"] = "kk", ["Title"] = title });
        var no = int.Parse(page.Url.Segments[^1], CultureInfo.InvariantCulture);
        return (saule, no, (await alys.Read(db => db.Set<PackRow>().FirstAsync(p => p.No == no, Ct))).Id);
    }

    private static async Task<PageAnswer> Send(Visitor visitor, int pack, string name, byte[] file) =>
        await (await visitor.Get($"/content/import/start/{pack}")).Submit("main form", files: new() { ["Upload"] = (name, file) });

    private static async Task<PageAnswer> Run(PageAnswer trial) => await (await trial.Click("Импортировать")).Submit("main form");

    private Task<List<string>> TitlesOf(Guid pack) => alys.Read(db =>
        (from u in db.Units join v in db.UnitVersions on u.DraftVersionId equals v.Id where u.PackId == pack orderby u.Order select u.Slot + " " + v.Title).ToListAsync(Ct));

    private static SmallWord Course() => new SmallWord().Heading(1, "Модель").Text("Бірінші мәтін").Picture("p", "media/a.png", LightImagesTests.Png(300, 200), "Сызба")
        .Add(SmallWord.P("<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>"))
        .Add(SmallWord.P("<w:hyperlink w:anchor=\"there\">" + SmallWord.Run("әрі қарай") + "</w:hyperlink>")).Footnote("Түсініктеме")
        .Heading(1, "Сұраныс").Add(SmallWord.P("<w:bookmarkStart w:id=\"1\" w:name=\"there\"/>" + SmallWord.Run("Екінші мәтін"))).Heading(2, "SELECT").Text("Үшінші мәтін");

    [Fact]
    public async Task ADocumentBecomesUnitsByItsHeadings()
    {
        var (saule, pack, id) = await NewPack("Word: бір құжат");
        var trial = await Send(saule, pack, "Дәріс.docx", Course().Pack());
        Assert.Contains("разделён по заголовкам уровня 1, частей: 2", trial.Text);
        Assert.Equal(3, trial.Document.QuerySelectorAll("tr[data-outcome=Created]").Length);
        Assert.Empty(await TitlesOf(id));
        await Run(trial);
        Assert.Equal(["M3 Модель", "M3 Сұраныс"], await TitlesOf(id));
        var unit = await saule.Get($"/content/units/show/{pack}/1");
        Assert.NotNull(unit.Document.QuerySelector(".prose math mfrac"));
        Assert.Equal("2", unit.Document.QuerySelectorAll(".prose a").First(a => a.TextContent == "әрі қарай").GetAttribute("href"));
        Assert.Equal("Сызба", unit.Document.QuerySelector("a.image-box")!.GetAttribute("data-alt"));
        var note = unit.Document.QuerySelector(".prose sup a")!.GetAttribute("href")!;
        Assert.Contains("Түсініктеме", unit.Document.QuerySelector(note)!.TextContent);

        var again = await Send(saule, pack, "Дәріс.docx", Course().Pack());
        Assert.Empty(again.Document.QuerySelectorAll("tr[data-outcome=Created][data-slot^=M], tr[data-outcome=Changed][data-slot^=M]"));
    }

    [Fact]
    public async Task TheOrganiserChoosesTheLevelAndTheRules()
    {
        var (saule, pack, id) = await NewPack("Word: деңгей");
        var trial = await Send(saule, pack, "Дәріс.docx", Course().Pack());
        trial = await trial.Submit("form.rules", new() { ["HeadingLevel"] = "2", ["Rules[0].Pattern"] = "SELECT", ["Rules[0].Slot"] = "M4", ["Rules[0].Points"] = "" });
        await Run(trial);
        Assert.Equal(["M3 Модель", "M3 Сұраныс", "M4 SELECT"], await TitlesOf(id));
    }

    [Fact]
    public async Task DocumentsAmongLessonsFollowThemUnlessALessonHandsThemOut()
    {
        var (saule, pack, id) = await NewPack("Word: мұрағатта");
        using var zip = ArchiveTests.Zip(("lessons/1-a/README.md", Encoding.UTF8.GetBytes("# Бірінші\n\n[үлгі](form.docx)")), ("lessons/1-a/form.docx", new SmallWord().Text("Толтырыңыз").Pack()), ("extra/Дәріс.docx", Course().Pack()));
        var report = await Run(await Send(saule, pack, "lessons.zip", zip.ToArray()));
        Assert.Equal(["M3 Бірінші", "M3 Модель", "M3 Сұраныс"], await TitlesOf(id));
        Assert.Contains("его части стоят отдельными строками", report.Text);
        Assert.StartsWith("/content/media/", (await saule.Get($"/content/units/show/{pack}/1")).Document.QuerySelector(".prose a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task ASingleTextIsALessonAndAHostileDocumentIsRefusedInOneSentence()
    {
        var (saule, pack, id) = await NewPack("Word: жалғыз мәтін");
        await Run(await Send(saule, pack, "Сабақ.md", Encoding.UTF8.GetBytes("# Тақырып\n\nМәтін")));
        Assert.Equal(["M3 Тақырып"], await TitlesOf(id));
        var refused = await Send(saule, pack, "Дәріс.docx", new SmallWord { Prolog = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" }.Text("x").Pack());
        Assert.Contains("собственные объявления", Assert.Single(refused.Document.QuerySelectorAll("[role=alert] li")).TextContent);
    }
}
