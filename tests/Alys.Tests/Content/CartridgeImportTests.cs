using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using Alys.Content;
using Alys.Content.Import;
using Alys.Tests.Content.Text;
using Alys.Tests.Formats;

namespace Alys.Tests.Content;

public sealed class CartridgeImportTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task<(Visitor Saule, int Pack, Guid Id)> NewPack(string title)
    {
        var saule = await alys.SignIn("saule");
        await saule.Get("/language/ru?to=/content/packs");
        var page = await saule.Get("/content/packs/new");
        var subject = page.Document.QuerySelectorAll("select[name=SubjectNo] option").First(o => o.TextContent.Contains("db", StringComparison.OrdinalIgnoreCase)).GetAttribute("value")!;
        page = await page.Submit("main form", new() { ["SubjectNo"] = subject, ["Language"] = "ru", ["Title"] = title });
        var no = int.Parse(page.Url.Segments[^1], CultureInfo.InvariantCulture);
        return (saule, no, (await alys.Read(db => db.Set<PackRow>().FirstAsync(p => p.No == no, Ct))).Id);
    }

    private static async Task<PageAnswer> Send(Visitor visitor, int pack, byte[] archive) =>
        await (await visitor.Get($"/content/import/start/{pack}")).Submit("main form", files: new() { ["Upload"] = ("course.imscc", archive) });

    private static async Task<PageAnswer> Import(Visitor visitor, int pack, byte[] archive) => await Run(await Send(visitor, pack, archive));

    private static async Task<PageAnswer> Run(PageAnswer trial)
    {
        Assert.Equal(HttpStatusCode.OK, trial.Status);
        return await (await trial.Click("Импортировать")).Submit("main form");
    }

    private Task<List<string>> SlotsOf(Guid pack) => alys.Read(db => db.Units.Where(u => u.PackId == pack).OrderBy(u => u.Order).Select(u => u.Slot).ToListAsync(Ct));

    private async Task<IReadOnlyList<ImportLine>> ReportOf(Guid pack) => JsonSerializer.Deserialize<ImportLine[]>(
        (await alys.Read(db => db.LessonImports.Where(i => i.PackId == pack).OrderByDescending(i => i.No).Select(i => i.Report).FirstAsync(Ct)))!)!;

    private static string Totals(IEnumerable<ImportLine> lines) => string.Join(", ", lines
        .CountBy(l => l.IsQuestion ? "QUESTION " + l.Outcome : l.Outcome != LessonOutcome.Skipped && l.Url?.StartsWith("/assessment/bank", StringComparison.Ordinal) == true ? "BANK" : l.Outcome == LessonOutcome.Skipped ? l.Reason!.Replace("content.import.", "", StringComparison.Ordinal) : l.IsMedia ? "MEDIA" : "UNIT " + l.Slot)
        .OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key} {c.Value}"));

    private static IElement LinkOf(PageAnswer unit, string text) => unit.Document.QuerySelectorAll(".prose a").First(a => a.TextContent.StartsWith(text, StringComparison.Ordinal));

    private static SmallCartridge Course(string lecture = "Лекция") => new SmallCartridge { Title = "Курс" }
        .Module("Первый модуль", (lecture, "page"), ("Учебник", "link"), ("Обсудим?", "topic"), ("Стенд", "tool"), ("Проверка", "test"))
        .Module("Второй модуль", ("Ответ", "second"), ("Устав", "file"), ("Схема", "picture"), ("Задача", "task"), ("Нет такого", "nowhere"))
        .Resource("page", "webcontent", "wiki_content/first.html", """
            <h1>Лекция</h1><p onclick="steal()">Текст <a href="$WIKI_REFERENCE$/pages/second">дальше</a>, <a href="%24CANVAS_OBJECT_REFERENCE%24/assignments/task">задача</a>,
            <a href="%24IMS-CC-FILEBASE%24/rules%20of.pdf?canvas_download=1">устав</a>, <a href="javascript:alert(1)">опасно</a>, <a href="../wiki_content/unlisted.html">вне оглавления</a>.</p>
            <p><img src="$IMS-CC-FILEBASE$/pics/a.png" alt="Схема сети"></p><script>steal()</script><img src="https://example.kz/spy.png" alt="Чужая">
            """)
        .Resource("second", "webcontent", "wiki_content/second.html", "<p>Второй текст</p>")
        .Resource("unlisted", "webcontent", "wiki_content/unlisted.html", "<p>Черновик</p>")
        .Resource("link", "imswl_xmlv1p3", "link.xml", SmallCartridge.Link("Учебник", "https://lib.example.kz/book?id=1&p=2"))
        .Resource("bad", "imswl_xmlv1p3", "bad.xml", SmallCartridge.Link("Ловушка", "javascript:alert(1)"))
        .Resource("topic", "imsdt_xmlv1p3", "topic.xml", SmallCartridge.Topic("Тема", "<p>Что вы думаете?</p>", "web_resources/pics/a.png"))
        .Resource("tool", "imsbasiclti_xmlv1p0", "tool.xml", SmallCartridge.Tool("Стенд", "https://lti.example.kz/start"))
        .Resource("test", "imsqti_xmlv1p2/imscc_xmlv1p3/assessment", "test.xml", "<questestinterop/>")
        .Resource("task", "assignment_xmlv1p0", "task.xml", SmallCartridge.Assignment("Задача", "<p>Решите.</p>",
            "<gradable points_possible=\"30\">true</gradable><submission_formats><format type=\"file\"/></submission_formats>"))
        .Resource("file", "webcontent", "web_resources/rules%20of.pdf", "%PDF-1.4 устав")
        .Resource("picture", "webcontent", "web_resources/pics/a.png", LightImagesTests.Png(900, 600))
        .Resource("drawing", "webcontent", "web_resources/evil.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>steal()</script></svg>")
        .File("web_resources/.hidden", "x");

    [Fact]
    public async Task ATrialShowsThePackageObjectByObjectAndChangesNothing()
    {
        var (saule, pack, id) = await NewPack("Пакет: проба");
        var trial = await Send(saule, pack, Course().Pack());
        Assert.Contains("IMS Common Cartridge 1.3.0, «Курс»", trial.Text);
        // 14 files and an entry of the contents that leads nowhere.
        Assert.Equal(15, trial.Document.QuerySelectorAll("tbody tr[data-outcome]").Length);
        Assert.Equal(7, trial.Document.QuerySelectorAll("tbody tr[data-outcome=Created]").Length);
        Assert.Contains("https://lti.example.kz/start", trial.Text);
        Assert.Contains("nowhere", trial.Text);
        Assert.DoesNotContain("content.import", trial.Text);
        Assert.DoesNotContain("cartridge.", trial.Text);
        Assert.Empty(await SlotsOf(id));
    }

    [Fact]
    public async Task UnitsStandInTheOrderOfTheContentsAndTheirLinksWork()
    {
        var (saule, pack, id) = await NewPack("Пакет: прогон");
        await Import(saule, pack, Course().Pack());
        Assert.Equal(["M3", "M4", "A.reference", "M3", "M3", "M3", "M6.iws"], await SlotsOf(id));
        Assert.Equal("UNIT A.reference 1, UNIT M3 4, UNIT M4 1, UNIT M6.iws 1, bad-address 1, hidden-file 1, manifest 1, no-questions 1, no-resource 1, not-in-contents 1, tool 1, unused-file 1",
            Totals(await ReportOf(id)));

        var lecture = await saule.Get($"/content/units/show/{pack}/1");
        Assert.Equal("Лекция", lecture.Document.QuerySelector("h1")!.TextContent.Trim());
        Assert.Equal("4", LinkOf(lecture, "дальше").GetAttribute("href"));
        Assert.Equal("7", LinkOf(lecture, "задача").GetAttribute("href"));
        Assert.Empty(lecture.Document.QuerySelectorAll(".prose script, .prose [onclick], .prose img, .prose a[href^='javascript']"));
        Assert.DoesNotContain("steal", lecture.Html);
        Assert.DoesNotContain(lecture.Document.QuerySelectorAll(".prose a"), a => a.TextContent == "вне оглавления");
        using var picture = await saule.Http.GetAsync(lecture.Document.QuerySelector("a.image-box")!.GetAttribute("href"), Ct);
        Assert.Equal("image/webp", picture.Content.Headers.ContentType!.MediaType);
        using var file = await saule.Http.GetAsync(LinkOf(lecture, "устав").GetAttribute("href"), Ct);
        Assert.Equal("%PDF-1.4 устав", await file.Content.ReadAsStringAsync(Ct));

        var links = await saule.Get($"/content/units/show/{pack}/3");
        Assert.Equal("Ссылки: Первый модуль", links.Document.QuerySelector("h1")!.TextContent.Trim());
        Assert.Equal("https://lib.example.kz/book?id=1&p=2", LinkOf(links, "Учебник").GetAttribute("href"));
        Assert.Contains("(lib.example.kz)", links.Text);
        Assert.StartsWith("/content/media/", LinkOf(await saule.Get($"/content/units/show/{pack}/5"), "rules of.pdf").GetAttribute("href"));
        Assert.NotNull((await saule.Get($"/content/units/show/{pack}/6")).Document.QuerySelector("a.image-box"));

        var task = await alys.Read(db => (from u in db.Units join v in db.UnitVersions on u.DraftVersionId equals v.Id where u.PackId == id && u.No == 7 select v).FirstAsync(Ct));
        Assert.Equal((UnitKind.Task, 30, false, true), (task.Kind, task.MaxPoints, task.AnswerByText, task.AnswerByFiles));
    }

    [Fact]
    public async Task TheRulesOfAPackageAreChangedByRoleAndByTitle()
    {
        var (saule, pack, id) = await NewPack("Пакет: правила");
        var trial = await Send(saule, pack, Course(lecture: "Лабораторная работа 1").Pack());
        var rules = trial.Document.QuerySelectorAll("form.rules input[name$='.Pattern']").Select(i => i.GetAttribute("value")).ToList();
        Assert.Equal("@assignment", rules[0]);
        Assert.DoesNotContain("@main", rules);
        trial = await trial.Submit("form.rules", new()
        {
            ["Rules[0].Pattern"] = "Лабораторная*", ["Rules[0].Slot"] = "M5.tasks", ["Rules[0].Points"] = "",
            [$"Rules[{rules.IndexOf("@other")}].Slot"] = "A.reference", [$"Rules[{rules.IndexOf("@discussion")}].Slot"] = "",
        });
        await Run(trial);
        // The task has lost its rule.
        Assert.Equal(["M5.tasks", "A.reference", "M3", "M3", "M3", "A.reference"], await SlotsOf(id));
        Assert.Contains(await ReportOf(id), l => l is { Path: "task.xml", Outcome: LessonOutcome.Skipped, Reason: "content.import.no-rule" });
    }

    [Fact]
    public async Task RulesForFoldersOfLessonsDoNotMeetAPackage()
    {
        var (saule, pack, id) = await NewPack("Пакет: после уроков");
        await Send(saule, pack, ArchiveTests.Zip(("lessons/1-a/README.md", Encoding.UTF8.GetBytes("# А\n\nТекст"))).ToArray());
        await Import(saule, pack, Course().Pack());
        Assert.Equal("M3", (await SlotsOf(id))[0]);
        var lessons = await Send(saule, pack, ArchiveTests.Zip(("lessons/1-a/README.md", Encoding.UTF8.GetBytes("# А\n\nТекст"))).ToArray());
        Assert.Single(lessons.Document.QuerySelectorAll("tr[data-outcome=Created][data-slot=M3]"));
    }

    [Fact]
    public async Task ImportingAPackageAgainChangesOnlyWhatChanged()
    {
        var (saule, pack, id) = await NewPack("Пакет: снова");
        await Import(saule, pack, Course().Pack());
        await Import(saule, pack, Course(lecture: "Новое название").Pack());
        var report = await ReportOf(id);
        Assert.Equal("wiki_content/first.html", Assert.Single(report, l => l.Outcome == LessonOutcome.Changed).Path);
        Assert.DoesNotContain(report, l => l.Outcome == LessonOutcome.Created);
        Assert.Equal(7, (await SlotsOf(id)).Count);
    }

    [Fact]
    public async Task AnAssignmentWithoutATextTakesItFromItsFallback()
    {
        var (saule, pack, id) = await NewPack("Пакет: запасной вид");
        await Import(saule, pack, new SmallCartridge().Module("М", ("Задача", "a"))
            .Resource("a", "assignment_xmlv1p0", "a.xml", SmallCartridge.Assignment("Задача", ""))
            .Resource("<resource identifier=\"b\" type=\"webcontent\"><cpx:variant identifier=\"v\" identifierref=\"a\"/><file href=\"b.html\"/></resource>").File("b.html", "<p>Условие</p>").Pack());
        Assert.Contains("Условие", (await saule.Get($"/content/units/show/{pack}/1")).Text);
        Assert.Equal("UNIT M6.iws 1, manifest 1, variant 1", Totals(await ReportOf(id)));
    }

    [Fact]
    public async Task MaterialForTeachersIsLeftOutUnlessTheRuleTakesIt()
    {
        var (saule, pack, id) = await NewPack("Пакет: преподавателю");
        await Import(saule, pack, new SmallCartridge().Module("М", ("План занятия", "a"), ("Лекция", "b"))
            .Resource("a", "webcontent", "a.html", "<p>Только преподавателю</p>", "intendeduse=\"lessonplan\"").Resource("b", "webcontent", "b.html", "<p>Всем</p>").Pack());
        Assert.Equal("UNIT M3 1, for-teachers 1, manifest 1", Totals(await ReportOf(id)));
    }

    [Fact]
    public async Task HiddenPlacesAndRepeatedHeadingsAreReportedOnceEach()
    {
        var (saule, pack, id) = await NewPack("Пакет: скрытое");
        await Import(saule, pack, new SmallCartridge()
            .Item("<item identifier=\"m\"><title>М</title><item identifier=\"h\" isvisible=\"false\" identifierref=\"a\"><title>Скрыта</title></item><item identifier=\"h2\" isvisible=\"false\" identifierref=\"b\"><title>Скрыта здесь</title></item>"
                + "<item identifier=\"x\"><title>Заголовок</title></item><item identifier=\"x\"><title>Ещё один</title></item>"
                + "<item identifier=\"g\"><title>Папка</title><item identifier=\"i\" identifierref=\"b\"><title>Видна</title></item></item></item>")
            .Resource("a", "webcontent", "a.html", "<p>а</p>").Resource("b", "webcontent", "b.html", "<p>б</p>").Pack());
        var report = await ReportOf(id);
        Assert.Equal("UNIT M3 1, heading 2, hidden-item 1, manifest 1", Totals(report));
        Assert.Equal(("Видна", "М / Папка"), (Assert.Single(report, l => l.Path == "b.html").Title, report.First(l => l.Path == "b.html").Lesson));
    }

    [Fact]
    public async Task ALinkToAWebLinkLeadsToTheLinksOfItsModule()
    {
        var (saule, pack, _) = await NewPack("Пакет: ссылка на ссылку");
        await Import(saule, pack, new SmallCartridge().Module("М", ("Лекция", "a"), ("Сайт", "b"))
            .Resource("a", "webcontent", "a.html", "<p>Смотрите <a href=\"b.xml\">сайт</a>.</p>").Resource("b", "imswl_xmlv1p1", "b.xml", SmallCartridge.Link("Сайт", "https://example.kz/")).Pack());
        Assert.Equal("2", LinkOf(await saule.Get($"/content/units/show/{pack}/1"), "сайт").GetAttribute("href"));
    }

    [Fact]
    public async Task PackagesThatCannotBeTakenAreRefusedInOneSentenceAndNothingIsImported()
    {
        var (saule, pack, id) = await NewPack("Пакет: отказ");
        var many = ArchiveTests.Zip([.. Enumerable.Range(0, 10_000).Select(n => ($"f/{n}.html", "<p>x</p>"u8.ToArray())), ("imsmanifest.xml", Encoding.UTF8.GetBytes(Course().Manifest))]).ToArray();
        var deep = ArchiveTests.Zip(("imsmanifest.xml", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<item>", 100_000))))).ToArray();
        var entity = ArchiveTests.Zip(("imsmanifest.xml", Encoding.UTF8.GetBytes("<!DOCTYPE m [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><manifest>&x;</manifest>"))).ToArray();
        var bomb = Course().File("big.html", new byte[80_000_000]).Pack();
        var slip = Course().File("../../etc/passwd", "x").Pack();
        var scorm = new SmallCartridge("1.2") { Schema = "ADL SCORM" }.Resource("a", "webcontent", "a.html", "<p>a</p>").Pack();
        foreach (var archive in new[] { many, deep, entity, bomb, slip, scorm, Course().Pack()[..2000] })
        {
            var trial = await Send(saule, pack, archive);
            Assert.Equal(HttpStatusCode.OK, trial.Status);
            Assert.Single(trial.Document.QuerySelectorAll("[role=alert] li"));
            Assert.DoesNotContain("problem", trial.Text);
            var run = await (await saule.Get(trial.Url.AbsolutePath.Replace("/show/", "/run/", StringComparison.Ordinal))).Submit("main form");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, run.Status);
        }
        Assert.Empty(await SlotsOf(id));
    }

    [Fact]
    public async Task APictureThatIsNoneIsReportedAndItsUnitIsNotMade()
    {
        var (saule, pack, id) = await NewPack("Пакет: не картинка");
        await Import(saule, pack, new SmallCartridge().Module("М", ("Рисунок", "p"), ("Текст", "t"))
            .Resource("p", "webcontent", "p.png", "<script>steal()</script>").Resource("t", "webcontent", "t.html", "<p>Текст <img src=\"p.png\" alt=\"Рисунок\"></p>").Pack());
        Assert.Equal(["M3"], await SlotsOf(id));
        Assert.Contains(await ReportOf(id), l => l is { Path: "p.png", Outcome: LessonOutcome.Skipped, Reason: "content.refusal.picture" });
    }

    [Theory]
    [InlineData("allyworkshop-cc13-CC-BY-SA.imscc", "MEDIA 13, UNIT M3 6, UNIT M4 3, manifest 1, no-resource 1, not-in-contents 7, settings 10, tool 1, unused-file 13")]
    [InlineData("canvas_small_1.1.imscc", "BANK 1, MEDIA 3, QUESTION Created 22, UNIT A.reference 2, UNIT M3 2, UNIT M4 2, UNIT M6.iws 2, UNIT M7 1, hidden-file 5, manifest 1, missing-file 1, question-file 3, settings 1, tool 2")]
    [InlineData("cc2olx-main.imscc", "MEDIA 1, QUESTION Created 7, QUESTION Skipped 1, UNIT A.reference 5, UNIT M3 9, UNIT M4 1, UNIT M6.iws 1, UNIT M7 1, bad-address 2, heading 2, manifest 1, missing-file 1, no-questions 1, no-resource 1, not-in-contents 1, settings 8, test-copy 1, text-for-teachers 1, tool 3, unused-file 2")]
    [InlineData("ccviewer-all-question-types.imscc", "QUESTION Created 8, QUESTION Skipped 2, UNIT M7 1, manifest 1, settings 6, test-copy 1")]
    [InlineData("ccviewer-course-1.imscc", "BANK 1, QUESTION Created 2, UNIT A.reference 1, UNIT M3 4, UNIT M4 1, UNIT M6.iws 2, UNIT M7 1, heading 1, manifest 1, missing-file 4, no-resource 1, settings 9, test-copy 1, variant 2")]
    [InlineData("ccviewer-multiple-pages.imscc", "UNIT M3 3, manifest 1, settings 5")]
    [InlineData("ccviewer-single-discussion.imscc", "MEDIA 1, UNIT M4 1, manifest 1, settings 5")]
    [InlineData("latex.imscc", "UNIT M3 2, manifest 1, missing-file 3, settings 9")]
    public async Task TheRealCartridgesComeInWithEveryFileInTheReport(string name, string totals)
    {
        var archive = await File.ReadAllBytesAsync(RealContent.Path("cartridges/" + name), Ct);
        var (saule, pack, id) = await NewPack("Настоящий: " + name);
        await Import(saule, pack, archive);
        var report = await ReportOf(id);
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(archive));
        Assert.Empty(zip.Entries.Select(e => e.FullName).Where(e => !e.EndsWith('/')).Except(report.Select(l => l.Path)));
        Assert.Equal(report.Count, report.Select(l => l.Path).Distinct().Count());
        if (totals != Totals(report)) Assert.Fail(Totals(report));
        Assert.Equal(HttpStatusCode.OK, (await saule.Get($"/content/packs/show/{pack}")).Status);
        await Import(saule, pack, archive);
        Assert.DoesNotContain(await ReportOf(id), l => l.Outcome is LessonOutcome.Created or LessonOutcome.Changed);
    }

    [Theory]
    [InlineData("cartridges/canvas_small_1.1.corrupt.imscc", "Пакет неполон")]
    [InlineData("qti/bad-packages/BadManifest.zip", "не читается")]
    [InlineData("qti/bad-packages/MissingFile.zip", "QTI 2.1")]
    [InlineData("qti/bad-packages/ZipSlip.zip", "за пределы архива")]
    [InlineData("qti/packages/test_qti_2.1.zip", "QTI 2.1")]
    [InlineData("qti/packages/valid-package.zip", "QTI 3.0")]
    public async Task TheRealBrokenPackagesAreRefusedInOneSentence(string name, string sentence)
    {
        var (saule, pack, id) = await NewPack("Отказ: " + name);
        var trial = await Send(saule, pack, await File.ReadAllBytesAsync(RealContent.Path(name), Ct));
        Assert.Contains(sentence, Assert.Single(trial.Document.QuerySelectorAll("[role=alert] li")).TextContent);
        Assert.Empty(await SlotsOf(id));
    }
}
