using System.Net;
using System.Text;
using Alys.Assessment.Bank;
using Alys.Tests.Formats;

namespace Alys.Tests.Assessment;

/// <summary>Question files of other systems on their way into a bank.</summary>
public sealed class ImportTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private static async Task<PageAnswer> Upload(Visitor visitor, byte[] file, string name = "questions.dat")
    {
        var page = await visitor.Get("/assessment/bank/import");
        return await page.Submit("form.import", new() { ["Lang"] = "ru", ["Tags"] = "" }, new() { ["Upload"] = (name, file) });
    }

    private static Task<PageAnswer> Upload(Visitor visitor, string file) => Upload(visitor, Encoding.UTF8.GetBytes(file));

    private static string[] Outcomes(PageAnswer page) => [.. page.Document.QuerySelectorAll("tbody .badge").Select(b => b.TextContent)];

    private Task<ItemBody> Body(string code) => alys.Read(async db =>
        BodyJson.Read((await (from i in db.Set<Item>() join v in db.Set<ItemVersion>() on i.LiveVersionId equals v.Id where i.Code == code select v).SingleAsync()).Body));

    private Task<int> Count<T>() where T : class => alys.Read(db => db.Set<T>().CountAsync());

    [Fact]
    public async Task MoodleXmlIsTriedReportedAndImported()
    {
        var file = MoodleXmlTests.Quiz(
            "<question type=\"category\"><category><text>$course$/top/Импорт М</text></category></question>",
            MoodleXmlTests.Of("multichoice", "<idnumber>mx-1</idnumber><single>true</single><correctfeedback><text>Так!</text></correctfeedback>" + MoodleXmlTests.Answer("100", "да") + MoodleXmlTests.Answer("0", "нет"), "<p>Видно <img src=\"@@PLUGINFILE@@/карта.png\"> это?</p>"),
            MoodleXmlTests.Of("ddmarker", "", name: "С картой"),
            MoodleXmlTests.Of("essay", "<idnumber>mx-2</idnumber><graderinfo format=\"html\"><text>&lt;p&gt;ключ&lt;/p&gt;</text></graderinfo><hint><text>x</text></hint>", "Расскажите"));
        var sergei = await alys.SignIn("sergei", "ru");
        var report = await Upload(sergei, file);
        Assert.Contains("Moodle XML · utf-8", report.Text);
        Assert.Equal(["Будет создано", "Будет пропущено", "Будет создано"], Outcomes(report));
        Assert.Contains("карта.png", report.Text);
        Assert.Contains("С картой", report.Text);
        Assert.Contains("не хранит: ddmarker", report.Text);
        Assert.Contains("места: hint", report.Text);
        report = await report.Submit("form.confirm");
        Assert.Equal(["Создано", "Пропущено", "Создано"], Outcomes(report));
        Assert.Equal("Так!", (await Body("mx-1")).WhenRight!.Source);
        Assert.Equal("<p>Видно  это?</p>", (await Body("mx-1")).Prompt.Clean);
        Assert.Equal("ключ", Assert.IsType<Essay>(await Body("mx-2")).MarkingNotes);
        Assert.Equal(2, await alys.Read(db => db.Set<ItemTag>().CountAsync(t => t.Tag == "Импорт М")));
        var again = await Upload(sergei, file);
        Assert.Equal(3, Outcomes(again).Count(o => o == "Будет пропущено"));
        Assert.Null(again.Document.QuerySelector("form.confirm"));
    }

    [Fact]
    public async Task TheRealTextWithGapsComesInWithItsGapsAndItsPicturesNamed()
    {
        var sergei = await alys.SignIn("sergei", "ru");
        var report = await Upload(sergei, await File.ReadAllBytesAsync(RealContent.Path("questions/moodle-xml/multianswer.xml"), TestContext.Current.CancellationToken));
        Assert.Equal(["Будет создано"], Outcomes(report));
        Assert.Contains("california-state-flag.png", report.Text);
        report = await report.Submit("form.confirm");
        Assert.Equal(["Создано"], Outcomes(report));
        var cloze = Assert.IsType<Cloze>(await Body("Default for Test images in backup/cloze with images"));
        Assert.Equal([ItemKind.SingleChoice, ItemKind.SingleChoice, ItemKind.SingleChoice, ItemKind.SingleChoice, ItemKind.ShortAnswer], cloze.Gaps.Select(g => g.Item.Kind));
        Assert.Equal([("Paris", 100m), ("Marseille", 50m), ("*", 0m)], ((ShortAnswer)cloze.Gaps[4].Item).Answers.Select(a => (a.Pattern, a.Weight)));
        decimal? Score(string response) => cloze.Score(System.Text.Json.JsonDocument.Parse(response).RootElement, new("")).Fraction;
        Assert.Equal([1m, 0.5m, 0.1m], new[] { Score("[0,1,0,1,\"paris\"]"), Score("[0,0,0,0,\"Marseille\"]"), Score("[null,null,null,null,\"Marseille\"]") });
        // The editor shows it in its notation, and saving that unchanged changes nothing.
        var item = await alys.Read(db => db.Set<Item>().FirstAsync(i => i.Title == "cloze with images"));
        var edit = await sergei.Get($"/assessment/bank/edit/{item.No}");
        Assert.Contains("{1:MULTICHOICE:=California#OK~Arizona#Wrong}", edit.Document.QuerySelector("#Form_Prompt")!.TextContent);
        await edit.Submit("form.edit");
        Assert.Equal(1, (await alys.Read(db => db.Set<Item>().FirstAsync(i => i.Id == item.Id))).Versions);
    }

    [Fact]
    public async Task AQuestionNestedTooDeeplyIsSkippedAndTheOthersComeIn()
    {
        var deep = string.Concat(Enumerable.Repeat("<b>", 30_000));
        var file = MoodleXmlTests.Quiz(MoodleXmlTests.Of("essay", "<idnumber>deep-1</idnumber>", $"{deep}x", name: "Глубоко"), MoodleXmlTests.Of("essay", "<idnumber>deep-2</idnumber>", "Ровно", name: "Ровно"));
        var report = await Upload(await alys.SignIn("sergei", "ru"), file);
        Assert.Equal(["Будет пропущено", "Будет создано"], Outcomes(report));
        Assert.Contains("Текст вложен слишком глубоко.", report.Text);
    }

    [Fact]
    public async Task APackageOfQtiIsImportedAndItsAllOrNothingChoiceScoresSo()
    {
        var document = Qti12Tests.Document(Qti12Tests.Item(Qti12Tests.Choices("Multiple", "a", "b", "c"),
            Qti12Tests.When($"<and>{Qti12Tests.Is("A")}<not>{Qti12Tests.Is("B")}</not>{Qti12Tests.Is("C")}</and>", Qti12Tests.Points("Set", "100")), ident: "qp-1"));
        using var zip = ArchiveTests.Zip(
            ("imsmanifest.xml", Encoding.UTF8.GetBytes("<manifest><resources><resource identifier=\"r\" type=\"imsqti_xmlv1p2\" href=\"quiz.xml\"/></resources></manifest>")), ("quiz.xml", Encoding.UTF8.GetBytes(document)));
        var sergei = await alys.SignIn("sergei", "ru");
        var report = await Upload(sergei, zip.ToArray());
        Assert.Contains("QTI 1.2", report.Text);
        Assert.Contains("quiz.xml", report.Text);
        await report.Submit("form.confirm");
        var item = Assert.IsType<MultipleChoice>(await Body("Сынақ/qp-1"));
        decimal? Score(string response) => item.Score(System.Text.Json.JsonDocument.Parse(response).RootElement, new("")).Fraction;
        Assert.Equal([1m, 0m, 0m, 0m], new[] { Score("[0,2]"), Score("[0]"), Score("[0,1,2]"), Score("[1]") });
        // The editor keeps the rule.
        var no = (await alys.Read(db => db.Set<Item>().FirstAsync(i => i.Code == "Сынақ/qp-1"))).No;
        await (await sergei.Get($"/assessment/bank/edit/{no}")).Submit("form.edit", new() { ["Form.Prompt"] = "Иначе?", ["Form.WhenPartly"] = "почти" });
        item = Assert.IsType<MultipleChoice>(await Body("Сынақ/qp-1"));
        Assert.Equal((true, "почти"), (item.AllOrNothing, item.WhenPartly!.Source));
    }

    [Fact]
    public async Task AikenQuestionsOfOneTextAreToldApartByTheirAnswers()
    {
        var sergei = await alys.SignIn("sergei", "ru");
        const string file = "Выберите верное (айкен)\nA) 2 + 2 = 4\nB) 2 + 2 = 5\nANSWER: A\n\nВыберите верное (айкен)\nA) 3 + 3 = 5\nB) 3 + 3 = 6\nANSWER: B\n";
        var report = await (await Upload(sergei, file)).Submit("form.confirm");
        Assert.Contains("Aiken", report.Text);
        Assert.Equal(["Создано", "Создано"], Outcomes(report));
        Assert.Equal(["Будет пропущено", "Будет пропущено"], Outcomes(await Upload(sergei, file)));
    }

    [Fact]
    public async Task AnOptionThatIsOnlyAPictureIsNotImportedAsAnEmptyOne()
    {
        var sergei = await alys.SignIn("sergei", "ru");
        var report = await Upload(sergei, MoodleXmlTests.Quiz(MoodleXmlTests.Of("multichoice", MoodleXmlTests.Answer("100", "<![CDATA[<img src=\"@@PLUGINFILE@@/a.png\">]]>") + MoodleXmlTests.Answer("0", "b"), "Где флаг?", "Флаг")));
        Assert.Equal(["Будет пропущено"], Outcomes(report));
        Assert.Contains("a.png", report.Text);
    }

    [Fact]
    public async Task ActiveContentIsTakenOutAndReported()
    {
        var sergei = await alys.SignIn("sergei", "ru");
        var report = await Upload(sergei, MoodleXmlTests.Quiz(MoodleXmlTests.Of("truefalse", "<idnumber>mx-bad</idnumber>" + MoodleXmlTests.Answer("100", "true") + MoodleXmlTests.Answer("0", "false"),
            "<p onclick=\"x()\">Верно?</p><script>alert(1)</script><svg><script>1</script></svg><a href=\"javascript:alert(1)\">да</a><iframe src=\"https://evil.example/x.html\"></iframe>")));
        foreach (var name in new[] { "onclick", "<script>", "<svg>", "javascript:alert(1)", "x.html" }) Assert.Contains(name, report.Text);
        await report.Submit("form.confirm");
        var clean = (await Body("mx-bad")).Prompt.Html;
        foreach (var bad in new[] { "onclick", "script", "svg", "iframe", "href" }) Assert.DoesNotContain(bad, clean);
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE quiz [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><quiz>&a;</quiz>", "собственные объявления")]
    [InlineData("<quiz><question></quiz>", "повреждён")]
    [InlineData("<assessmentTest xmlns=\"http://www.imsglobal.org/xsd/imsqti_v2p2\"/>", "Это QTI 2.2")]
    [InlineData("<quiz></quiz>", "не найдено вопросов")]
    public async Task AFileThatCannotBeTakenIsRefusedAndNothingIsKept(string file, string sentence)
    {
        var sergei = await alys.SignIn("sergei", "ru");
        var (imports, items, files) = (await Count<BankImport>(), await Count<Item>(), StoredFiles());
        var page = await Upload(sergei, file);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(sentence, page.Text);
        Assert.NotNull(page.Document.QuerySelector("form.import"));
        Assert.Equal((imports, items, files), (await Count<BankImport>(), await Count<Item>(), StoredFiles()));
    }

    [Theory]
    [InlineData("ZipSlip.zip", "ведёт за пределы архива")]
    [InlineData("BadManifest.zip", "imsmanifest.xml")]
    [InlineData("MissingFile.zip", "QTI 2.1")]
    public async Task RealBadPackagesAreRefused(string name, string sentence)
    {
        var sergei = await alys.SignIn("sergei", "ru");
        var page = await Upload(sergei, await File.ReadAllBytesAsync(RealContent.Path("qti/bad-packages/" + name)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(sentence, page.Text);
    }

    [Fact]
    public async Task AFileAboveTheLimitIsRefused()
    {
        var page = await Upload(await alys.SignIn("sergei", "ru"), new byte[(20 << 20) + 1]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Файл больше 20 МБ", page.Text);
    }

    [Fact]
    public async Task FeedbackByResultIsShownToWhoEarnedIt()
    {
        var exam = await Exam.Give(alys,
        [
            new SingleChoice { Prompt = "Первый", WhenRight = "Так держать", WhenWrong = "Повторите тему", Choices = [new("да", 100), new("нет", 0)], Shuffle = false },
            new MultipleChoice { Prompt = "Второй", WhenRight = "Всё верно", WhenPartly = "Почти", Choices = [new("а", 50), new("б", 50), new("в", -100)], Shuffle = false },
            new TrueFalse { Prompt = "Третий", Right = true, WhenRight = "Именно", WhenWrong = "Увы" },
            new Numeric { Prompt = "Четвёртый", WhenWrong = "Без ответа не видно", Answers = [new(1, 0)] },
        ]);
        var anna = await alys.SignIn("anna", "ru");
        var player = await exam.Begin(anna);
        await player.Say("a", (1, 1, "0", Player.Now), (2, 2, "[0]", Player.Now), (3, 3, "false", Player.Now));
        await player.HandIn("a", 3);
        var result = (await anna.Get($"/a/{player.Code}/result")).Text;
        foreach (var shown in new[] { "Так держать", "Почти", "Увы" }) Assert.Contains(shown, result);
        foreach (var hidden in new[] { "Повторите тему", "Всё верно", "Именно", "Без ответа не видно" }) Assert.DoesNotContain(hidden, result);
    }

    [Fact]
    public void AReportOfAnEarlierReleaseIsStillRead()
    {
        var report = ImportReport.FromJson("""[{"Line":3,"Title":"Т","Outcome":2,"Reason":"assessment.import.same","Args":null},{"Line":5,"Title":"Ж","Outcome":0,"Reason":null,"Args":null}]""");
        Assert.Equal([(3, ImportOutcome.Skipped, 1), (5, ImportOutcome.Created, 0)], report.Lines.Select(l => (l.Line, l.Outcome, l.Remarks.Count)));
        Assert.Equal("assessment.import.same", report.Lines[0].Remarks[0].Key);
    }

    private int StoredFiles() => Directory.EnumerateFiles(alys.Service<Alys.Platform.PlatformOptions>().FilesFolder, "*", SearchOption.AllDirectories).Count();
}
