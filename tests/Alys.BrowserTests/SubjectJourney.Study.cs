using Microsoft.Playwright;

namespace Alys.BrowserTests;

internal sealed partial class SubjectJourney
{
    private ThrottledLine _line = null!;

    public async Task TheLearnerStudiesTwoUnitsOnAPoorLine()
    {
        var symbat = await Comes("symbat");
        _line = await ThrottledLine.Under(symbat.Page);
        await symbat.SignIn();
        await symbat.Follow(Subject, symbat.Page.Locator("main section.card"));
        await symbat.Sees("Өтілді: 0 /");
        // "Continue" leads to the first unit; each "I have read it" leads to the next.
        await symbat.Follow("Жалғастыру");
        var first = await symbat.Page.InnerTextAsync("h1");
        await ReadToTheEnd(symbat);
        Assert.NotEqual(first, await symbat.Page.InnerTextAsync("h1"));
        await ReadToTheEnd(symbat);
        await symbat.Follow(Subject);
        await symbat.Sees("Өтілді: 2 /");
        Assert.Equal("h2", await symbat.Page.EvaluateAsync<string>("performance.getEntriesByType('navigation')[0].nextHopProtocol"));
    }

    private static async Task ReadToTheEnd(Person symbat)
    {
        while (await symbat.Links("Келесі бет").CountAsync() > 0) await symbat.Follow("Келесі бет");
        await symbat.Press("Оқыдым");
    }

    public async Task TheLearnerAsksAndTheTutorAnswers()
    {
        var (topic, question) = Material.Titled("iot-question.md");
        var symbat = Still("symbat");
        await symbat.Follow("Сұрақтар");
        await symbat.Follow("Тьюторға сұрақ қою");
        await symbat.Write("Тақырыбы", topic);
        await symbat.Write("Сұрағыңыз", question);
        await symbat.Press("Сұрақты жіберу");
        await symbat.Sees("Сұрағыңыз тьюторға жіберілді.");
        // She waits on this page; after ten seconds it listens.
        await symbat.Page.WaitForRequestAsync(r => r.Url.Contains("/live", StringComparison.Ordinal), new() { Timeout = 60_000 });

        var aigerim = await At("aigerim");
        await aigerim.Follow("Тьюторға қойылған сұрақтар");
        await aigerim.Follow(topic);
        await aigerim.Sees("Raspberry Pi да, Wio Terminal да жоқ");
        await aigerim.Write("Жауап", Material.Text("iot-answer.md"));
        await aigerim.Press("Жіберу");

        // The learner has not moved from her page: the answer announces itself.
        await Assertions.Expect(symbat.Page.Locator(".toast")).ToContainTextAsync("жауап келді", new() { Timeout = 60_000 });
        await symbat.Picture();
        await symbat.Go(symbat.Page.Locator("header a[href='/communication/notices']"));
        await symbat.Go(symbat.Page.Locator("main li a", new() { HasText = topic }).First);
        await symbat.Sees("Жауап берілді");
        await symbat.Sees("Кемінде бес өлшемнің кестесі");
    }

    public async Task TheLearnerHandsInTheEssay()
    {
        var symbat = Still("symbat");
        await symbat.Follow(EssayTitle);
        await symbat.Follow("Жауап беру");
        await symbat.Write("Жауап", Material.Text("iot-essay.md"));
        // What is typed is on the server before it is handed in.
        await symbat.Sees("Нобай серверде сақталды.");
        await symbat.Press("Тапсыру");
        await symbat.Sees("Жұмыс тапсырылды.");
    }
}
