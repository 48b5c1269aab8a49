using System.Net;
using System.Text;
using Alys.Compliance;
using Alys.Content;
using Alys.Platform;
using Alys.Tests.Content.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Tests.Content;

/// <summary>The library of a pack: what is said of a file, where it is used, and rule over it.</summary>
public sealed class MediaTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task APictureIsStoredDescribedPlacedAndFoundAgain()
    {
        var (saule, pack) = await MediaWorld.NewPack(alys, "Библиотека");
        var page = await MediaWorld.Store(saule, pack, "btree.png", LightImagesTests.Png(700, 400), new() { ["Form.Licence"] = "CC-BY-SA-4.0", ["Form.Description"] = "Дерево индекса" });
        Assert.Equal("btree", page.Title);
        Assert.Contains("CC BY-SA 4.0", page.Text);
        Assert.Contains("при 50 кбит/с", page.Text);
        Assert.Equal("![Дерево индекса](media:1)", page.Document.QuerySelector("#snippet")!.GetAttribute("value"));
        Assert.Contains("Не используется", page.Text);

        // A browser that takes AVIF gets it under the same address, where it is smaller.
        var picture = await alys.Read(db => db.Media.Where(m => m.FileName == "index-tree.png").Select(m => m.Key).FirstAsync(Ct));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/content/media/" + picture);
        request.Headers.Add("Accept", "image/avif,image/webp,*/*");
        using var avif = await saule.Http.SendAsync(request, Ct);
        Assert.Equal("image/avif", avif.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Accept", avif.Headers.Vary);
        using var webp = await saule.Http.GetAsync("/content/media/" + picture, Ct);
        Assert.Equal("image/webp", webp.Content.Headers.ContentType!.MediaType);

        var unit = await WriteUnit(saule, pack, "![Дерево индекса](media:1)");
        page = await saule.Get($"/content/media/show/{pack}/1");
        Assert.Equal("1. Об индексах", page.Document.QuerySelector("#uses a")!.TextContent);
        Assert.DoesNotContain(page.Document.QuerySelectorAll("a"), a => a.TextContent == "Удалить файл");
        var refused = await (await saule.Get($"/content/media/delete/{pack}/1")).Submit("main form");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Об индексах", refused.Text);

        // Taken out of the text, it is still needed by the older version.
        await (await saule.Get($"/content/units/edit/{pack}/{unit}")).Submit("main form", new() { ["Source"] = "Без рисунка" });
        page = await saule.Get($"/content/media/show/{pack}/1");
        Assert.Contains("только в версии 1", page.Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await saule.Get($"/content/media/delete/{pack}/1")).Submit("main form")).Status);
    }

    [Fact]
    public async Task TheLibraryShowsWhatIsMissingUnusedOrOfAKindAndWhatIsUnusedMayGo()
    {
        var (saule, pack) = await MediaWorld.NewPack(alys, "Полка");
        await MediaWorld.Store(saule, pack, "plan.png", LightImagesTests.Png(60, 40), new() { ["Form.Licence"] = "CC0-1.0", ["Form.Description"] = "План" });
        await MediaWorld.Store(saule, pack, "guide.pdf", "%PDF-1.4"u8.ToArray(), new() { ["Form.Licence"] = "LicenseRef-contract", ["Form.Terms"] = "договор № 45", ["Form.Origin"] = "Purchased", ["Form.Source"] = "Издательство «Дәуір»", ["Form.Holder"] = "ТОО «Дәуір»" });
        await Bare(pack, 1);
        Assert.Equal(["1", "2"], Numbers(await saule.Get($"/content/media/list/{pack}")));
        Assert.Equal(["2"], Numbers(await saule.Get($"/content/media/list/{pack}?Kind=Document")));
        Assert.Equal(["1"], Numbers(await saule.Get($"/content/media/list/{pack}?Incomplete=true")));
        await WriteUnit(saule, pack, "[План](media:1)");
        Assert.Equal(["2"], Numbers(await saule.Get($"/content/media/list/{pack}?Unused=true")));

        var page = await (await saule.Get($"/content/media/show/{pack}/2")).Click("Удалить файл");
        page = await page.Submit("main form");
        Assert.Equal(["1"], Numbers(page));
        Assert.Equal(HttpStatusCode.NotFound, (await saule.Get($"/content/media/show/{pack}/2")).Status);

        page = await (await saule.Get($"/content/media/edit/{pack}/1")).Submit("main form", new() { ["Form.Licence"] = "LicenseRef-all-rights-reserved", ["Form.Description"] = "План этажа", ["Form.Language"] = "zxx" });
        Assert.Contains("Все права защищены", page.Text);
        Assert.Contains("без слов", page.Text);
        Assert.Null(page.Document.QuerySelector("#missing"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await alys.SignIn("anna")).Get($"/content/media/show/{pack}/1")).Status);
    }

    [Theory]
    [InlineData("setup.exe", "MZ", "не принимается", null, null)]
    [InlineData("page.html", "<p>", "не принимается", null, null)]
    [InlineData("empty.pdf", "", "пуст", null, null)]
    [InlineData("photo.png", "not a picture", "photo.png", null, null)]
    [InlineData("book.pdf", "%PDF", "Выберите лицензию", "Form.Licence", "")]
    [InlineData("book.pdf", "%PDF", "Выберите лицензию", "Form.Licence", "WTFPL")]
    [InlineData("book.pdf", "%PDF", "номер договора", "Form.Licence", "LicenseRef-contract")]
    [InlineData("book.pdf", "%PDF", "откуда взят", "Form.Origin", "Purchased")]
    [InlineData("book.pdf", "%PDF", "язык файла", "Form.Language", "xx")]
    public async Task WhatCannotBeTakenIsRefusedInASentenceAndTheFormStaysFilled(string name, string content, string words, string? field, string? value)
    {
        var (saule, pack) = await MediaWorld.NewPack(alys, "Отказ");
        var form = new Dictionary<string, string> { ["Form.Licence"] = "CC0-1.0", ["Form.Title"] = "Моё название" };
        if (field is not null) form[field] = value!;
        var page = await MediaWorld.Store(saule, pack, name, Encoding.UTF8.GetBytes(content), form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(words, page.Document.QuerySelector("#errors")!.TextContent);
        Assert.Equal("Моё название", page.Document.QuerySelector("#Form_Title")!.GetAttribute("value"));
        Assert.Empty(Numbers(await saule.Get($"/content/media/list/{pack}")));
    }

    [Fact]
    public async Task APictureWithoutADescriptionIsRefusedAndTheSameFileIsTakenOnce()
    {
        var (saule, pack) = await MediaWorld.NewPack(alys, "Дважды");
        var picture = LightImagesTests.Png(50, 50);
        var page = await MediaWorld.Store(saule, pack, "a.png", picture, new() { ["Form.Licence"] = "CC0-1.0" });
        Assert.Contains("изображено", page.Document.QuerySelector("#errors")!.TextContent);
        await MediaWorld.Store(saule, pack, "a.png", picture, new() { ["Form.Licence"] = "CC0-1.0", ["Form.Description"] = "Квадрат" });
        page = await MediaWorld.Store(saule, pack, "b.png", picture, new() { ["Form.Licence"] = "CC0-1.0", ["Form.Description"] = "Квадрат" });
        Assert.Contains("уже есть: 1. a", page.Document.QuerySelector("#errors")!.TextContent);
    }

    [Fact]
    public async Task RuleR32IsMetByDescribedFilesAndBrokenByOneWithoutALicence()
    {
        Assert.True((await Look()).Evidence.Count(e => e.IsGood) >= 2, "the packs of the world have their files described");
        var (saule, pack) = await MediaWorld.NewPack(alys, "Правило");
        await MediaWorld.Store(saule, pack, "a.png", LightImagesTests.Png(30, 30), new() { ["Form.Licence"] = "CC-BY-4.0", ["Form.Description"] = "Схема" });
        var met = (await Look()).Evidence.Single(e => e.Url.EndsWith($"/list/{pack}", StringComparison.Ordinal));
        Assert.True(met.IsGood);
        await Bare(pack, 1);
        var finding = await Look();
        Assert.Equal(Verdict.NotMet, finding.Verdict);
        var bare = finding.Evidence.Single(e => e.Url.EndsWith($"/list/{pack}?Incomplete=true", StringComparison.Ordinal));
        Assert.False(bare.IsGood);
        Assert.Equal("compliance.media.bare", bare.Note);
        Assert.Equal(["1"], Numbers(await saule.Get(bare.Url)));

        var gulnar = await alys.SignIn("gulnar");
        Assert.Contains((await gulnar.Get("/compliance/rules/R-3.2")).Document.QuerySelectorAll("ul.list a"), a => a.GetAttribute("href") == bare.Url);
    }

    private async Task<Finding> Look()
    {
        await using var scope = alys.Service<IServiceScopeFactory>().CreateAsyncScope();
        return await scope.ServiceProvider.GetServices<ICheck>().Single(x => x.Rule == "R-3.2").Look(scope.ServiceProvider.GetRequiredService<Db>(), DateOnly.FromDateTime(Story.Now), Ct);
    }

    /// <summary>As an import leaves a file of which the archive says nothing.</summary>
    private Task<int> Bare(int pack, int no) => alys.Act(async act =>
    {
        var packId = await act.Db.Set<PackRow>().Where(p => p.No == pack).Select(p => p.Id).SingleAsync(act.Ct);
        return await act.Db.Media.Where(m => m.No == no && m.PackId == packId)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Licence, "").SetProperty(m => m.Description, "").SetProperty(m => m.Origin, Alys.Content.Media.MediaOrigin.Purchased), act.Ct);
    });

    private static string[] Numbers(PageAnswer page) => [.. page.Document.QuerySelectorAll("tr[data-media]").Select(r => r.GetAttribute("data-media")!)];

    private static async Task<int> WriteUnit(Visitor visitor, int pack, string source)
    {
        var page = await (await visitor.Get($"/content/units/new/{pack}?slot=M3")).Submit("main form", new() { ["Title"] = "Об индексах" });
        page = await page.Submit("main form", new() { ["Source"] = source });
        Assert.Equal("Об индексах", page.Title);
        return int.Parse(page.Url.Segments[^1], CultureInfo.InvariantCulture);
    }
}
