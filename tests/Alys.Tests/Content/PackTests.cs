using System.Net;
using Alys.Content;

namespace Alys.Tests.Content;

public sealed class PackTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private async Task<Visitor> SignIn(string name, string language)
    {
        var visitor = await alys.SignIn(name);
        await visitor.Get($"/language/{language}?to=/content/packs");
        return visitor;
    }

    private Task<PackRow> Pack(string language, string titleRu) =>
        alys.Read(db => db.Set<PackRow>().FirstAsync(p => p.Language == language && p.TitleRu.StartsWith(titleRu), TestContext.Current.CancellationToken));

    [Fact]
    public async Task ThePacksOfTheWorldAreComplete()
    {
        var saule = await SignIn("saule", "ru");
        foreach (var row in await alys.Read(db => db.Set<PackRow>().Where(p => p.No <= 5).ToListAsync(TestContext.Current.CancellationToken)))
        {
            var page = await saule.Get($"/content/packs/show/{row.No}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.True(page.Document.QuerySelector("#network")!.ClassList.Contains("ok"), $"{row.TitleRu}: {string.Join("; ", page.Document.QuerySelectorAll(".reasons li").Select(l => l.TextContent.Trim()))}");
            Assert.Equal("Пока нет", page.Document.QuerySelector("#autonomous")!.TextContent);
        }
    }

    [Fact]
    public async Task AnAuthorSeesThePacksOfHerSubjectsAndALearnerNone()
    {
        var pack = await Pack("ru", "Основы");
        var sergei = await alys.SignIn("sergei");
        Assert.Equal(HttpStatusCode.OK, (await sergei.Get($"/content/packs/show/{pack.No}")).Status);
        var anna = await alys.SignIn("anna");
        foreach (var url in new[] { $"/content/packs/show/{pack.No}", $"/content/units/show/{pack.No}/1", $"/content/units/edit/{pack.No}/1", $"/content/media/list/{pack.No}", $"/content/import/start/{pack.No}" })
        {
            Assert.Equal((url, HttpStatusCode.NotFound), (url, (await anna.Get(url)).Status));
        }
    }

    [Fact]
    public async Task AUnitIsWrittenLookedAtPublishedAndTakenBackAVersion()
    {
        var pack = await Pack("ru", "Основы");
        var sergei = await SignIn("sergei", "ru");
        var page = await sergei.Get($"/content/units/new/{pack.No}?slot=A.reference");
        page = await page.Submit("main form", new() { ["Title"] = "Справочник по SQL" });
        Assert.Contains("/content/units/edit/", page.Url.AbsolutePath);
        page = await page.Submit("main form", new() { ["Source"] = "Площадь $\\frac{a}{b}$ <script>alert(1)</script>" });
        Assert.Equal("Справочник по SQL", page.Title);
        Assert.NotNull(page.Document.QuerySelector(".prose math mfrac"));
        Assert.Contains("script", page.Document.QuerySelector("details.note")!.TextContent);
        Assert.Contains("math.", page.Document.QuerySelector("link[rel=preload]")!.GetAttribute("href"));
        var unit = int.Parse(page.Url.Segments[^1], CultureInfo.InvariantCulture);
        Assert.Null(await Published(pack.Id, unit));

        page = await page.Click("Опубликовать");
        page = await page.Submit("main form");
        Assert.Equal(1, (await Published(pack.Id, unit))!.Version);

        page = await (await sergei.Get($"/content/units/edit/{pack.No}/{unit}")).Submit("main form", new() { ["Source"] = "Вторая редакция" });
        Assert.Contains("Вторая редакция", page.Text);
        Assert.Equal(1, (await Published(pack.Id, unit))!.Version);
        await (await page.Click("Опубликовать")).Submit("main form");
        Assert.Equal(2, (await Published(pack.Id, unit))!.Version);

        page = await sergei.Get($"/content/units/publish/{pack.No}/{unit}?v=1");
        var refused = await page.Submit("main form");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        await refused.Submit("main form", new() { ["Reason"] = "Во второй ошибка" });
        Assert.Equal(1, (await Published(pack.Id, unit))!.Version);
        var history = await sergei.Get($"/content/units/history/{pack.No}/{unit}");
        Assert.Contains("Во второй ошибка", history.Text);
        Assert.Equal(2, history.Document.QuerySelectorAll("#versions > li").Length);
    }

    private Task<PublishedUnitRow?> Published(Guid pack, int no) =>
        alys.Read(db => db.Set<PublishedUnitRow>().FirstOrDefaultAsync(u => u.PackId == pack && u.No == no, TestContext.Current.CancellationToken));

    [Fact]
    public async Task TypedTextSurvivesARefusedPost()
    {
        var pack = await Pack("ru", "Основы");
        var sergei = await SignIn("sergei", "ru");
        var page = await (await sergei.Get($"/content/units/new/{pack.No}?slot=M3")).Submit("main form", new() { ["Title"] = "Черновик" });
        var typed = "Несколько сотен слов.\nИ формула $\\ce{H2O}$ в конце.";
        page = await page.Submit("main form", new() { ["Source"] = typed, ["Title"] = "Мой заголовок" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(typed, page.Document.QuerySelector("textarea")!.TextContent.ReplaceLineEndings("\n").TrimStart('\n'));
        Assert.Equal("Мой заголовок", page.Document.QuerySelector("input[name=Title]")!.GetAttribute("value"));
        Assert.Contains("\\ce", page.Document.QuerySelector("#Source-error")!.TextContent);
    }

    [Fact]
    public async Task WhatIsTypedIsKeptOnTheServerBeforeItIsSaved()
    {
        var pack = await Pack("ru", "Основы");
        var sergei = await SignIn("sergei", "ru");
        var edit = await (await sergei.Get($"/content/units/new/{pack.No}?slot=A.reference")).Submit("main form", new() { ["Title"] = "Набросок" });
        var token = edit.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var keep = edit.Document.QuerySelector("form[data-keep]")!.GetAttribute("data-keep")!;
        using var answer = await sergei.Http.PostAsync(keep, new FormUrlEncodedContent(new Dictionary<string, string> { ["Title"] = "Набросок", ["Source"] = "полфразы, и тут свет", ["Form"] = "Markdown", ["__RequestVerificationToken"] = token }), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);

        var again = await SignIn("sergei", "ru");
        var page = await again.Get(edit.Url.AbsolutePath);
        Assert.Contains("полфразы, и тут свет", page.Document.QuerySelector("textarea")!.TextContent);
        Assert.NotNull(page.Document.QuerySelector("main [role=status]"));
        page = await page.Submit("main form");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null((await again.Get(edit.Url.AbsolutePath)).Document.QuerySelector("main .note"));
    }

    [Fact]
    public async Task ASaveInBetweenIsNotOverwrittenUnseen()
    {
        var pack = await Pack("ru", "Основы");
        var sergei = await SignIn("sergei", "ru");
        var first = await (await sergei.Get($"/content/units/new/{pack.No}?slot=A.reference")).Submit("main form", new() { ["Title"] = "Двое" });
        var second = await sergei.Get(first.Url.AbsolutePath);
        await first.Submit("main form", new() { ["Source"] = "первый" });
        var refused = await second.Submit("main form", new() { ["Source"] = "второй" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("второй", refused.Document.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task APackIsMadeByTheApprovedWorkingSyllabusAndStartsRed()
    {
        var saule = await SignIn("saule", "en");
        var page = await saule.Get("/content/packs/new");
        var subject = page.Document.QuerySelectorAll("select[name=SubjectNo] option").First(o => o.TextContent.Contains("db", StringComparison.OrdinalIgnoreCase)).GetAttribute("value")!;
        page = await page.Submit("main form", new() { ["SubjectNo"] = subject, ["Language"] = "en", ["Title"] = "Databases" });
        Assert.Equal("Databases", page.Title);
        Assert.True(page.Document.QuerySelector("#network")!.ClassList.Contains("bad"));
        Assert.Equal("Met", page.Document.QuerySelector("#M2-plan .badge")!.TextContent);
        Assert.Equal("Not met", page.Document.QuerySelector("#M5-guidance .badge")!.TextContent);
        Assert.Equal(9, page.Document.QuerySelectorAll("section.card > p > .badge.bad:not([id])").Length);
    }

    [Fact]
    public async Task APublishedUnitIsReadWithOneStatementAndThenFromMemory()
    {
        var pack = await Pack("kk", "Основы");
        var unit = await alys.Read(db => db.Set<PublishedUnitRow>().Where(u => u.PackId == pack.Id && u.Slot == "M3").OrderBy(u => u.Order).FirstAsync(TestContext.Current.CancellationToken));
        var texts = alys.Service<UnitTexts>();
        var page = await alys.Read(db => texts.Page(db, unit.VersionId, 1, TestContext.Current.CancellationToken).AsTask());
        Assert.Contains("<h2", page!.Html);
        Assert.Same(page, await alys.Read(db => texts.Page(db, unit.VersionId, 1, TestContext.Current.CancellationToken).AsTask()));
        Assert.Null(await alys.Read(db => texts.Page(db, unit.VersionId, 99, TestContext.Current.CancellationToken).AsTask()));
    }
}
