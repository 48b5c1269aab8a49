using Alys.Tests;
using Microsoft.Playwright;

namespace Alys.BrowserTests;

/// <summary>Forum, questions and notices in a real browser: accessible, live, and nothing typed is lost.</summary>
public sealed class TalkTests(AlysHost alys, Chromium chromium) : IClassFixture<AlysHost>
{
    [Theory]
    [InlineData("aliya", "/f", "forum")]
    [InlineData("aliya", "/f/1", "thread")]
    [InlineData("aliya", "/f/new", "new-thread")]
    [InlineData("aliya", "/q", "questions")]
    [InlineData("aliya", "/q/new", "ask")]
    [InlineData("aliya", "/q/1", "question")]
    [InlineData("aigerim", "/q", "log")]
    [InlineData("aigerim", "/q/log", "log-form")]
    [InlineData("aigerim", "/f/1/arrange", "arrange")]
    [InlineData("aigerim", "/communication/questions", "queue")]
    [InlineData("aliya", "/communication/notices", "notices")]
    public async Task ThePageIsAccessibleAndFitsAPhone(string userName, string url, string name)
    {
        await using var profile = await chromium.Profile(alys.Address);
        var page = await profile.NewPageAsync();
        await page.SignIn(userName);
        await page.GotoAsync(url.StartsWith("/communication", StringComparison.Ordinal) ? url : await Db1() + url);
        await page.IsAccessible();
        await page.Picture("talk-" + name);
        await page.SetViewportSizeAsync(360, 740);
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{url} is {overflow} px wider than a phone");
        await page.Picture("talk-phone-" + name);
    }

    [Fact]
    public async Task AMessageSentByScriptAppearsInBothOpenThreads()
    {
        await using var one = await chromium.Profile(alys.Address);
        await using var two = await chromium.Profile(alys.Address);
        var (aliya, arman) = (await one.NewPageAsync(), await two.NewPageAsync());
        await aliya.SignIn("aliya");
        await arman.SignIn("arman");
        foreach (var page in new[] { aliya, arman })
        {
            var stream = page.WaitForRequestAsync(r => r.Url.Contains("/live?", StringComparison.Ordinal));
            await page.GotoAsync(await Db1() + "/f/1");
            await stream;
        }
        var posts = await arman.Locator("article.post").CountAsync();
        var navigations = 0;
        aliya.FrameNavigated += (_, _) => navigations++;
        await aliya.FillAsync("#Text", "Тірі хабарлама <b>қалың емес</b>");
        await aliya.ClickAsync("#reply button");
        foreach (var page in new[] { aliya, arman })
        {
            await page.Locator("article.post >> text=Тірі хабарлама <b>қалың емес</b>").WaitForAsync();
            Assert.Equal(posts + 1, await page.Locator("article.post").CountAsync());
        }
        Assert.Equal(0, navigations);
        Assert.Equal("", await aliya.InputValueAsync("#Text"));
        await aliya.FillAsync("#Text", "Екінші хабарлама");
        await aliya.ClickAsync("#reply button");
        await arman.Locator("article.post >> text=Екінші хабарлама").WaitForAsync();
        await aliya.ReloadAsync();
        Assert.Equal(posts + 2, await aliya.Locator("article.post").CountAsync());
        Assert.Equal("", await aliya.InputValueAsync("#Text"));
    }

    [Fact]
    public async Task WithoutScriptsTheFormDoesTheSame()
    {
        await using var profile = await chromium.Profile(alys.Address, script: false);
        var page = await profile.NewPageAsync();
        await page.SignIn("bekzat");
        await page.GotoAsync(await Db1() + "/f/1");
        await page.FillAsync("#Text", "Скриптсіз хабарлама");
        await page.ClickAsync("#reply button");
        Assert.Equal(1, await page.Locator("article.post >> text=Скриптсіз хабарлама").CountAsync());
    }

    [Fact]
    public async Task WhatWasTypedSurvivesACutLineAndAClosedTabAndIsForgottenOnceSent()
    {
        await using var profile = await chromium.Profile(alys.Address);
        var page = await profile.NewPageAsync();
        await page.SignIn("dana");
        var url = await Db1() + "/q/new";
        await page.GotoAsync(url);
        await page.FillAsync("#Topic", "Ұзақ сұрақ");
        await page.FillAsync("#Text", "Бір сағат жазылған сұрақ");
        await profile.SetOfflineAsync(true);
        await page.ClickAsync("main form button");
        await page.WaitForTimeoutAsync(500);
        await page.CloseAsync();
        await profile.SetOfflineAsync(false);
        page = await profile.NewPageAsync();
        await page.GotoAsync(url);
        Assert.Equal("Бір сағат жазылған сұрақ", await page.InputValueAsync("#Text"));
        Assert.Equal("Ұзақ сұрақ", await page.InputValueAsync("#Topic"));
        await page.ClickAsync("main form button");
        await page.Locator("h1 >> text=Ұзақ сұрақ").WaitForAsync();
        await page.GotoAsync(url);
        Assert.Equal("", await page.InputValueAsync("#Text"));
    }

    [Fact]
    public async Task TabsShareOneStreamAndBothShowTheCount()
    {
        await using var profile = await chromium.Profile(alys.Address);
        await using var other = await chromium.Profile(alys.Address);
        var streams = 0;
        profile.Request += (_, request) => { if (request.Url.Contains("/live", StringComparison.Ordinal)) streams++; };
        var (one, two) = (await profile.NewPageAsync(), await profile.NewPageAsync());
        await one.SignIn("erlan");
        await one.GotoAsync(await Db1() + "/q/new");
        await one.FillAsync("#Topic", "Екі қойынды");
        await one.FillAsync("#Text", "Жауап екеуінде де көрінсін.");
        await one.ClickAsync("main form button");
        var question = one.Url;
        await one.RunAndWaitForRequestAsync(() => one.GotoAsync("/communication/notices"), r => r.Url.EndsWith("/live", StringComparison.Ordinal));
        streams = 0;
        await one.RunAndWaitForRequestAsync(() => one.ReloadAsync(), r => r.Url.EndsWith("/live", StringComparison.Ordinal));
        await two.GotoAsync("/communication/notices");
        var before = int.TryParse(await one.Locator(".count").TextContentAsync(), out var count) ? count : 0;
        var tutor = await other.NewPageAsync();
        await tutor.SignIn("aigerim");
        await tutor.GotoAsync(question);
        await tutor.FillAsync("#Text", "Көрінеді.");
        await tutor.ClickAsync("main form button");
        foreach (var tab in new[] { one, two })
        {
            await tab.Locator(".toast").WaitForAsync();
            await Assertions.Expect(tab.Locator(".count")).ToHaveTextAsync($"{before + 1}");
            await tab.IsAccessible();
        }
        Assert.Equal(1, streams);
    }

    private Task<string> Db1() => alys.Read(async db => "/s/" + await (
        from c in db.Set<Enrolment.CourseRow>()
        join g in db.Set<Enrolment.GroupRow>() on c.GroupId equals g.Id
        join s in db.Set<Curriculum.SubjectRow>() on c.SubjectId equals s.Id
        where g.Code == "АЖ-26-1" && s.Code == "db"
        select c.No).FirstAsync());
}
