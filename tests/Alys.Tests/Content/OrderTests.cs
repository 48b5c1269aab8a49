using System.Net;
using Alys.Access;
using Alys.Communication;
using Alys.Content.Orders;
using Alys.Platform;

namespace Alys.Tests.Content;

/// <summary>Clause 13: teaching materials are ordered, made in steps with their days, and put to use.</summary>
public sealed class OrderTests(AlysHost alys) : ReviewWorld(alys), IClassFixture<AlysHost>
{
    private static DateOnly Today => DateOnly.FromDateTime(Texts.Local(Story.Now));

    private static string Day(int days) => Today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<PageAnswer> Place(Visitor saule, Dictionary<string, string> values)
    {
        var page = await saule.Get("/content/orders/new");
        var subject = page.Document.QuerySelectorAll("select[name='Form.SubjectNo'] option").First(o => o.TextContent.StartsWith("db", StringComparison.OrdinalIgnoreCase)).GetAttribute("value")!;
        var maker = await Host.Read(db => db.Set<PersonRow>().Where(p => p.UserName == "sergei").Select(p => p.No).SingleAsync(Ct));
        var all = new Dictionary<string, string>
        {
            ["Form.SubjectNo"] = subject, ["Form.MakerNo"] = maker.ToString(CultureInfo.InvariantCulture), ["Form.Title"] = "Пособие", ["Form.Kind"] = "Guide", ["Form.Language"] = "ru",
            ["Form.Ground"] = "Приказ № 5", ["Form.GroundDate"] = Day(-10), ["Form.DueOn"] = Day(60),
            ["Form.Steps[0].DueOn"] = Day(10), ["Form.Steps[1].DueOn"] = Day(20), ["Form.Steps[2].Title"] = "", ["Form.Steps[3].Title"] = "",
        };
        foreach (var (name, value) in values) all[name] = value;
        return await page.Submit("main form", all);
    }

    private static int NoOf(PageAnswer page) => int.Parse(page.Url.Segments[^1], CultureInfo.InvariantCulture);

    private async Task<int> Told(string person, string key, int order)
    {
        var id = await Host.Read(db => db.Set<PersonRow>().Where(p => p.UserName == person).Select(p => p.Id).SingleAsync(Ct));
        return await Host.Read(db => db.Set<Notice>().CountAsync(n => n.PersonId == id && n.TextKey == key && n.Url == $"/content/orders/show/{order}", Ct));
    }

    [Fact]
    public async Task AnOrderIsMadeStepByStepByItsMakerAndPutToUse()
    {
        var saule = await SignIn("saule");
        var page = await Place(saule, new() { ["Form.Title"] = "Методичка по SQL" });
        Assert.Equal("Методичка по SQL", page.Title);
        var no = NoOf(page);
        await AlysHost.Until(async () => await Told("sergei", "communication.notice.order-placed", no) == 1);

        var sergei = await SignIn("sergei");
        Assert.Contains("Методичка по SQL", (await sergei.Get("/content/orders")).Text);
        page = await (await sergei.Get($"/content/orders/show/{no}")).Click("Отметить выполнение");
        page = await page.Submit("main form", new() { ["Word"] = "План согласован" });
        Assert.Contains("План согласован", page.Text);
        Assert.Contains("Готово", page.Text);
        // Its maker reports; days, use and cancelling are for those who keep the orders.
        Assert.Equal(HttpStatusCode.NotFound, (await sergei.Get($"/content/orders/move/{no}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sergei.Get($"/content/orders/puttouse/{no}")).Status);
        Assert.DoesNotContain("Методичка по SQL", (await (await SignIn("aizhan")).Get("/content/orders")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await (await SignIn("aizhan")).Get($"/content/orders/show/{no}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await SignIn("aliya")).Get("/content/orders")).Status);

        page = await (await saule.Get($"/content/orders/puttouse/{no}")).Submit("main form", new() { ["Document"] = "Акт № 1", ["DocumentDate"] = Day(0) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Сначала нужно закончить этап", page.Text);
        await (await sergei.Get($"/content/orders/finish/{no}")).Submit("main form");
        page = await (await saule.Get($"/content/orders/puttouse/{no}")).Submit("main form", new() { ["Document"] = "Акт № 1", ["DocumentDate"] = Day(1) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Submit("main form", new() { ["DocumentDate"] = Day(0) });
        Assert.Contains("Введено в действие: Акт № 1", page.Text);
        Assert.Contains("Методичка по SQL", (await saule.Get("/content/orders?which=ended")).Text);
        page = await (await saule.Get($"/content/orders/cancel/{no}")).Submit("main form", new() { ["Why"] = "Передумали" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
    }

    [Fact]
    public async Task APackIsPutToUseByItsName()
    {
        var saule = await SignIn("saule");
        var no = NoOf(await Place(saule, new() { ["Form.Kind"] = "Pack", ["Form.Steps[1].Title"] = "" }));
        await (await saule.Get($"/content/orders/finish/{no}")).Submit("main form");
        var page = await (await saule.Get($"/content/orders/puttouse/{no}")).Submit("main form", new() { ["Document"] = "Акт", ["DocumentDate"] = Day(0) });
        Assert.Contains("Выберите комплекс", page.Text);
        var pack = page.Document.QuerySelectorAll("select[name=PackNo] option").Select(o => o.GetAttribute("value")).First(v => !string.IsNullOrEmpty(v))!;
        page = await page.Submit("main form", new() { ["PackNo"] = pack });
        Assert.NotNull(page.Document.QuerySelector($".note.ok a[href='/content/packs/show/{pack}']"));
    }

    [Theory]
    [InlineData("Form.Title", "", "Напишите, что нужно")]
    [InlineData("Form.Ground", " ", "номер основания")]
    [InlineData("Form.GroundDate", "2099-01-01", "не позже сегодняшней")]
    [InlineData("Form.DueOn", "2020-01-01", "не раньше даты основания")]
    [InlineData("Form.Steps[0].DueOn", "", "должен быть между")]
    [InlineData("Form.Steps[1].DueOn", "2020-01-01", "должен быть между")]
    [InlineData("Form.Origin", "Purchased", "Напишите поставщика")]
    [InlineData("Form.MakerNo", "learner", "Выберите исполнителя")]
    public async Task WhatIsMissingIsAskedForAndTheRestStays(string field, string value, string sentence)
    {
        // A learner, whom the form does not offer.
        if (value == "learner") value = (await Host.Read(db => db.Set<PersonRow>().Where(p => p.UserName == "aliya").Select(p => p.No).SingleAsync(Ct))).ToString(CultureInfo.InvariantCulture);
        var page = await Place(await SignIn("saule"), new() { ["Form.Title"] = "Останется", [field] = value });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(sentence, page.Text);
        if (field != "Form.Title") Assert.Equal("Останется", page.Document.QuerySelector("[name='Form.Title']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task AMissedDayIsToldOnceAndMovedWithAReason()
    {
        var saule = await SignIn("saule");
        var no = NoOf(await Place(saule, new() { ["Form.Title"] = "Опоздавшее", ["Form.Steps[0].DueOn"] = Day(-3) }));
        for (var run = 0; run < 2; run++) await Host.Act(async act => { await TellOverdueOrders.Tell(act); return 0; });
        await AlysHost.Until(async () => await Told("sergei", "communication.notice.order-overdue", no) > 0 && await Told("gulnar", "communication.notice.order-overdue", no) > 0);
        Assert.Equal(1, await Told("sergei", "communication.notice.order-overdue", no));
        Assert.Contains("Опоздавшее", (await saule.Get("/content/orders?which=late")).Text);

        var page = await saule.Get($"/content/orders/move/{no}?step=1");
        page = await page.Submit("main form", new() { ["To"] = Day(5), ["Why"] = "" });
        Assert.Contains("Напишите причину", page.Text);
        page = await page.Submit("main form", new() { ["To"] = Day(30), ["Why"] = "Болезнь автора" });
        Assert.Contains("другим днём между", page.Text);
        page = await page.Submit("main form", new() { ["To"] = Day(5) });
        Assert.Contains("Болезнь автора", page.Text);
        Assert.DoesNotContain("Опоздавшее", (await saule.Get("/content/orders?which=late")).Text);
        page = await (await saule.Get($"/content/orders/cancel/{no}")).Submit("main form", new() { ["Why"] = "Курс снят с плана" });
        Assert.Contains("Курс снят с плана", page.Text);
    }
}
