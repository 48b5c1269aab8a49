using Alys.Assessment.Bank;
using Alys.Tests;
using Alys.Tests.Assessment;
using Microsoft.Playwright;

namespace Alys.BrowserTests;

/// <summary>The core of a learner's path with scripts off, at a phone's width.</summary>
public sealed class ScriptlessTests(AlysHost alys, Chromium chromium) : IClassFixture<AlysHost>
{
    private const string Subject = "Деректер қоры негіздері";

    [Fact]
    public async Task ALearnerStudiesAsksWritesAndHandsInWithoutScripts()
    {
        await using var bekzat = await Person.At(await chromium.Profile(alys.Address, width: 360, height: 740, script: false), "bekzat");
        await bekzat.SignIn();
        await Fits(bekzat);
        await bekzat.Follow(Subject, bekzat.Page.Locator("main section.card"));
        await Fits(bekzat);

        // Through the units by their own links: to the next, back, and "I have read it".
        await bekzat.Go(bekzat.Page.Locator("main section a[href*='/u/']").First);
        await Fits(bekzat);
        var first = await bekzat.Page.InnerTextAsync("h1");
        await bekzat.Go(bekzat.Page.Locator("nav.pager a", new() { HasText = "→" }).First);
        Assert.NotEqual(first, await bekzat.Page.InnerTextAsync("h1"));
        await bekzat.Go(bekzat.Page.Locator("nav.pager a", new() { HasText = "←" }).First);
        Assert.Equal(first, await bekzat.Page.InnerTextAsync("h1"));
        while (await bekzat.Links("Келесі бет").CountAsync() > 0) await bekzat.Follow("Келесі бет");
        await bekzat.Press("Оқыдым");
        await bekzat.Sees("Белгіленді: өтілді.");

        await bekzat.Follow(Subject);
        await bekzat.Follow("Форум");
        await bekzat.Follow("Бастапқы кілт пен бірегей индекстің айырмашылығы");
        await bekzat.Write("Жауабыңыз", "Менде де осындай сұрақ болған, мысал үшін рақмет.");
        await bekzat.Press("Жіберу");
        await bekzat.Sees("мысал үшін рақмет");
        await Fits(bekzat);

        await bekzat.Follow(Subject);
        await bekzat.Follow("Сұрақтар");
        await bekzat.Follow("Тьюторға сұрақ қою");
        var (topic, question) = Material.Titled("iot-question.md");
        await bekzat.Write("Тақырыбы", topic);
        await bekzat.Write("Сұрағыңыз", question);
        await bekzat.Press("Сұрақты жіберу");
        await bekzat.Sees("Сұрағыңыз тьюторға жіберілді.");
        await Fits(bekzat);

        // A draft kept by its own button comes back; then the task is handed in.
        await bekzat.Home();
        await bekzat.Go(bekzat.Page.Locator("section:has(h2:text-is('Мерзімі жақын')) a[href*='/u/']").First);
        await bekzat.Follow("Жауап беру");
        await Fits(bekzat);
        await bekzat.Write("Жауап", "Бірінші сөйлем, қалғаны ертең.");
        await bekzat.Press("Нобайды сақтау");
        Assert.Equal("Бірінші сөйлем, қалғаны ертең.", await bekzat.Field("Жауап").InputValueAsync());
        await bekzat.Write("Жауап", Material.Text("iot-essay.md"));
        await bekzat.Press("Тапсыру");
        await bekzat.Sees("Жұмыс тапсырылды.");
        await bekzat.Sees("1-нұсқа");
        await Fits(bekzat);
    }

    [Fact]
    public async Task ALearnerTakesATestWithoutScripts()
    {
        var exam = await Exam.Give(alys, [Exam.TwoChoices[0], new Ordering { Prompt = "Ретке келтір", Elements = ["бір", "екі"] }, new Cloze { Prompt = "Астана [[1]] жылдан", Gaps = [new(new Numeric { Answers = [new(1997, 0)] })] }]);
        await using var anna = await Person.At(await chromium.Profile(alys.Address, width: 360, height: 740, script: false), "anna");
        await anna.SignIn();
        var page = anna.Page;
        await page.GotoAsync(exam.StartUrl);
        await page.ClickAsync("main form button");
        await page.ClickAsync("noscript a");
        await Fits(anna);
        await page.Locator("#q1 input").First.CheckAsync();
        foreach (var (word, place) in new[] { ("бір", "1"), ("екі", "2") }) await page.Locator(".order li", new() { HasText = word }).Locator("select").SelectOptionAsync(new SelectOptionValue { Label = place });
        await page.FillAsync("#q3 input[type=text]", "1997");
        await page.ClickAsync("form.plain .toolbar button >> nth=0");
        Assert.Equal("1997", await page.InputValueAsync("#q3 input[type=text]"));
        await page.ClickAsync("form.plain .toolbar button >> nth=1");
        await Fits(anna);
        await page.ClickAsync("form.hand-in button");
        Assert.Contains("6 / 6", await page.InnerTextAsync("main"));
        await Fits(anna);
    }

    /// <summary>Nothing stands beyond the right edge of a phone.</summary>
    private static async Task Fits(Person person) =>
        Assert.True(await person.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, $"{person.Page.Url} is wider than a phone");
}
