using System.Net;
using System.Text;
using Alys.Assessment.Bank;

namespace Alys.Tests.Assessment;

public sealed class BankTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private async Task<PageAnswer> Import(Visitor visitor, string gift, string tags = "", string language = "ru") => await Import(visitor, Encoding.UTF8.GetBytes(gift), tags, language);

    private async Task<PageAnswer> Import(Visitor visitor, byte[] gift, string tags = "", string language = "ru")
    {
        var page = await visitor.Get("/assessment/bank/import");
        return await page.Submit("form.import", new() { ["Lang"] = language, ["Tags"] = tags }, new() { ["Upload"] = ("q.gift", gift) });
    }

    private static string[] Outcomes(PageAnswer page) => [.. page.Document.QuerySelectorAll("tbody .badge").Select(b => b.TextContent)];

    private Task<int> Items(string code) => alys.Read(db => db.Set<Item>().CountAsync(i => i.Code == code));

    [Fact]
    public async Task AGiftFileIsFirstTriedThenImportedWithAReportOfEachObject()
    {
        var sergei = await alys.SignIn("sergei", "ru");
        const string gift = "// [id:t1-a] [tag:t1]\n::A:: Сколько? {=два ~три}\n\n// [id:t1-b]\n::B:: Плохо {~a ~b}\n\n// [id:t1-a]\n::A2:: Снова? {=да ~нет}\n\n::Оборвано:: Что {=a ~b\n";
        var report = await Import(sergei, gift, "проба");
        Assert.Contains("ещё ничего не импортировано", report.Text);
        Assert.Contains("Будет создано", Outcomes(report));
        Assert.Equal(3, Outcomes(report).Count(o => o == "Будет пропущено"));
        Assert.Equal(0, await Items("t1-a"));
        report = await report.Submit("form.confirm");
        Assert.Equal(HttpStatusCode.OK, report.Status);
        Assert.Equal(1, await Items("t1-a"));
        Assert.Equal(0, await Items("t1-b"));
        var item = await alys.Read(db => db.Set<Item>().Include(i => i.Tags).FirstAsync(i => i.Code == "t1-a"));
        Assert.Equal(["t1", "проба"], item.Tags.Select(t => t.Tag).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task TheSameFileAgainChangesNothingAndAnEditedOneMakesANewVersion()
    {
        var sergei = await alys.SignIn("sergei", "ru");
        await (await Import(sergei, "// [id:t2]\nСколько? {=два ~три}\n")).Submit("form.confirm");
        var again = await Import(sergei, "// [id:t2]\nСколько? {=два ~три}\n");
        Assert.Equal(["Будет пропущено"], Outcomes(again));
        Assert.Contains("Такой же вопрос уже есть", again.Text);
        Assert.Null(again.Document.QuerySelector("form.confirm"));
        var changed = await Import(sergei, "// [id:t2]\nСколько? {=два ~четыре}\n");
        Assert.Equal(["Будет изменено"], Outcomes(changed));
        Assert.Equal(1, (await alys.Read(db => db.Set<Item>().FirstAsync(i => i.Code == "t2"))).Versions);
        await changed.Submit("form.confirm");
        Assert.Equal(2, (await alys.Read(db => db.Set<Item>().FirstAsync(i => i.Code == "t2"))).Versions);
    }

    [Fact]
    public async Task TheRealBankOf144QuestionsIsImportedWhole()
    {
        var sergei = await alys.SignIn("sergei", "ru");
        var gift = await File.ReadAllBytesAsync(RealContent.Path("questions/gift/iot-quizzes.gift"), TestContext.Current.CancellationToken);
        var report = await Import(sergei, gift, "iot");
        Assert.Equal(144, Outcomes(report).Length);
        Assert.All(Outcomes(report), o => Assert.Equal("Будет создано", o));
        report = await report.Submit("form.confirm");
        Assert.All(Outcomes(report), o => Assert.Equal("Создано", o));
        Assert.Equal(144, await alys.Read(db => db.Set<ItemTag>().CountAsync(t => t.Tag == "iot")));
    }

    [Fact]
    public async Task HostileMarkupOfAFileNeverReachesAPage()
    {
        var sergei = await alys.SignIn("sergei", "ru");
        const string gift = "// [id:t3]\n[html]<p onclick\\=\"x()\">Вопрос <script>alert(1)</script><b>да</b><img src\\=x onerror\\=y></p> {=<i>да</i><iframe src\\=\"//x\"></iframe> ~<a href\\=\"javascript\\:x\">нет</a>}\n";
        await (await Import(sergei, gift)).Submit("form.confirm");
        var item = await alys.Read(db => db.Set<Item>().FirstAsync(i => i.Code == "t3"));
        var page = await sergei.Get($"/assessment/bank/show/{item.No}");
        var shown = page.Document.QuerySelector("section.card")!.InnerHtml;
        Assert.Contains("<b>да</b>", shown);
        foreach (var bad in new[] { "<script", "onclick", "onerror", "<iframe", "javascript:", "alert(1)", "<img" }) Assert.DoesNotContain(bad, shown);
    }

    [Theory]
    [InlineData("SingleChoice", "Form.Rows[0].Text=да;Form.Rows[0].Weight=100;Form.Rows[1].Text=нет")]
    [InlineData("MultipleChoice", "Form.Rows[0].Text=a;Form.Rows[0].Weight=50;Form.Rows[1].Text=b;Form.Rows[1].Weight=50;Form.Rows[2].Text=c;Form.Rows[2].Weight=-50")]
    [InlineData("TrueFalse", "Form.Right=false")]
    [InlineData("Matching", "Form.Rows[0].Text=a;Form.Rows[0].Second=1;Form.Rows[1].Text=b;Form.Rows[1].Second=2;Form.Rows[2].Second=3")]
    [InlineData("Numeric", "Form.Rows[0].Text=3,14;Form.Rows[0].Second=0,01")]
    [InlineData("ShortAnswer", "Form.Rows[0].Text=база*;Form.WithoutKazakhLetters=true")]
    [InlineData("Ordering", "Form.Rows[0].Text=бір;Form.Rows[1].Text=екі;Form.Rows[2].Text=үш;Form.Rule=Neighbours")]
    [InlineData("Calculated", "Form.Values=a b\n1 2,5\n3 4;Form.Rows[0].Text={a} * {b};Form.Rows[0].Second=1%;Form.Rows[0].Places=1;Form.Rows[1].Text={a};Form.Rows[1].Weight=50;Form.Rows[1].Second=0.5")]
    [InlineData("Essay", "Form.MarkingNotes=кілт")]
    [InlineData("Description", "")]
    public async Task EveryKindIsWrittenAndEditedInAPage(string kind, string fields)
    {
        var sergei = await alys.SignIn("sergei", "ru");
        var page = await sergei.Get("/assessment/bank");
        var subject = page.Document.QuerySelector("select[name=subject] option[selected]")!.GetAttribute("value");
        page = await sergei.Get($"/assessment/bank/new?subject={subject}&lang=ru&kind={kind}");
        var empty = await page.Submit("form.new", new() { ["Form.Prompt"] = " " });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        var values = fields.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=')).ToDictionary(f => f[0], f => f[1]);
        values["Form.Prompt"] = "Вопрос вида " + kind;
        values["Form.Tags"] = "t4, новый";
        page = await page.Submit("form.new", values);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.StartsWith("/assessment/bank/show/", page.Url.AbsolutePath);
        var no = int.Parse(page.Url.AbsolutePath.Split('/')[^1]);
        var live = await alys.Read(async db => BodyJson.Read((await (from i in db.Set<Item>() join v in db.Set<ItemVersion>() on i.LiveVersionId equals v.Id where i.No == no select v).FirstAsync()).Body));
        Assert.Equal(kind, live.Kind.ToString());
        // Saving it unchanged makes no version; a change makes one.
        var edit = await sergei.Get($"/assessment/bank/edit/{no}");
        await edit.Submit("form.edit");
        Assert.Equal(1, (await alys.Read(db => db.Set<Item>().FirstAsync(i => i.No == no))).Versions);
        page = await (await sergei.Get($"/assessment/bank/edit/{no}")).Submit("form.edit", new() { ["Form.Prompt"] = "Иначе" });
        Assert.Equal(2, (await alys.Read(db => db.Set<Item>().FirstAsync(i => i.No == no))).Versions);
        Assert.Contains("Вопрос вида", (await sergei.Get($"/assessment/bank/show/{no}?v=1")).Text);
    }

    [Fact]
    public async Task ATestSaysWhetherTheBankHasEnoughAndIsGivenToACourse()
    {
        var elena = await alys.SignIn("elena", "ru");
        var page = await elena.Get("/assessment/tests");
        page = await page.Click("Новый тест");
        page = await page.Submit("form.new", new() { ["Form.TitleKk"] = "Сынақ", ["Form.TitleRu"] = "Проба", ["Form.Language"] = "ru", ["Form.Rows[0].Tag"] = "db-1", ["Form.Rows[0].Draw"] = "190", ["Form.Rows[0].Points"] = "1,5" });
        Assert.Contains("Не хватает", page.Text);
        var give = await page.Click("Назначить тест");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await give.Submit("form.new")).Status);
        page = await page.Submit("form.edit", new() { ["Form.Rows[0].Draw"] = "3" });
        Assert.Contains("Достаточно", page.Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await page.Submit("form.edit", new() { ["Form.Rows[0].Draw"] = "x" })).Status);
        give = await page.Click("Назначить тест");
        var shown = await give.Submit("form.new", new() { ["Form.Opens"] = "2026-01-01T08:00", ["Form.Closes"] = "2036-01-01T08:00" });
        Assert.StartsWith("/assessment/sittings/show/", shown.Url.AbsolutePath);
        Assert.Contains("Не начинал", shown.Text);
        var edit = await shown.Click("Изменить сроки");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await edit.Submit("form.edit", new() { ["Form.Closes"] = "2020-01-01T08:00" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await edit.Submit("form.edit", new() { ["Form.AfterClose"] = "Nothing" })).Status);
    }

    [Fact]
    public async Task WhoMayNotWriteABankDoesNotSeeIt()
    {
        var anna = await alys.SignIn("anna");
        foreach (var url in new[] { "/assessment/bank", "/assessment/bank/show/1", "/assessment/bank/import", "/assessment/tests", "/assessment/sittings", "/assessment/marking" })
            Assert.Equal(HttpStatusCode.NotFound, (await anna.Get(url)).Status);
        Assert.Contains("/sign-in", (await alys.Stranger().Get("/assessment/bank")).Url.AbsolutePath);
    }

    [Fact]
    public async Task TheWorldHasItsBanksTestsAndSittings()
    {
        Assert.Equal(40, await alys.Read(db => db.Set<Item>().CountAsync(i => i.Language == "kk" && i.Code!.StartsWith("db-"))));
        Assert.Equal(40, await alys.Read(db => db.Set<Item>().CountAsync(i => i.Language == "ru" && i.Code!.StartsWith("db-"))));
        Assert.True(await alys.Read(db => db.Set<Alys.Assessment.BankRow>().AnyAsync(b => b.Tag == "db-1" && b.Language == "kk" && b.Items >= 8)));
        // Other tests of this class may have given a sitting more.
        Assert.InRange(await alys.Read(db => db.Set<Alys.Assessment.SittingRow>().CountAsync(s => s.Minutes <= 60)), 8, 10);
    }
}
