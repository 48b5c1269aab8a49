using System.Net;
using System.Text;
using Alys.Communication;
using Alys.Communication.Forum;

namespace Alys.Tests.Communication;

public sealed class ForumTests(AlysHost alys) : IClassFixture<AlysHost>
{
    [Fact]
    public async Task ALearnerStartsAThreadAndAnotherReplies()
    {
        var aliya = await alys.SignIn("aliya");
        var s = await Course("АЖ-26-1", "db");
        var page = await (await aliya.Get($"/s/{s}/f/new")).Submit("main form", new() { ["Title"] = "Индекс қашан керек?", ["Text"] = "Кесте үлкен болса ғана ма?" });
        Assert.Equal("Индекс қашан керек?", page.Title);
        var arman = await alys.SignIn("arman");
        var list = await arman.Get($"/s/{s}/f");
        Assert.Contains("Индекс қашан керек?", await Titles(arman, s, "li.new a"));
        page = await (await list.Click("Индекс қашан керек?")).Submit("#reply", new() { ["Text"] = "Іздеу жиі болса да керек." });
        Assert.Equal(2, page.Document.QuerySelectorAll("article.post").Length);
        Assert.Contains("Іздеу жиі болса да керек.", page.Text);
        Assert.DoesNotContain(await Titles(arman, s, "li.new a"), t => t == "Индекс қашан керек?");
        Assert.Contains(await Titles(aliya, s, "li.new a"), t => t == "Индекс қашан керек?");
    }

    [Fact]
    public async Task AnotherGroupsForumDoesNotExist()
    {
        var anna = await alys.SignIn("anna");
        var s = await Course("АЖ-26-1", "db");
        foreach (var url in new[] { $"/s/{s}/f", $"/s/{s}/f/1", $"/s/{s}/f/new", $"/s/{s}/f/1/1", $"/s/{s}/q", $"/s/{s}/q/1", $"/s/{s}/q/new", $"/live?s={s}&t=1" })
            Assert.Equal(HttpStatusCode.NotFound, (await anna.Http.GetAsync(url, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task ASignedOutVisitorIsAskedToSignIn()
    {
        var s = await Course("АЖ-26-1", "db");
        Assert.Equal("/sign-in", (await alys.Stranger().Get($"/s/{s}/f")).Url.AbsolutePath);
    }

    [Fact]
    public async Task WhatARefusalRefusesStaysInTheForm()
    {
        var aliya = await alys.SignIn("aliya");
        var s = await Course("АЖ-26-1", "db");
        var page = await (await aliya.Get($"/s/{s}/f/new")).Submit("main form", new() { ["Title"] = " ", ["Text"] = "Ұзақ жазылған мәтін" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Тақырыптың атауын жазыңыз.", page.Text);
        Assert.Equal("Ұзақ жазылған мәтін", page.Document.QuerySelector("textarea")!.TextContent.Trim());
    }

    [Fact]
    public async Task TheSameFormSentTwiceIsWrittenOnce()
    {
        var aliya = await alys.SignIn("aliya");
        var s = await Course("АЖ-26-1", "db");
        var thread = await (await aliya.Get($"/s/{s}/f/new")).Submit("main form", new() { ["Title"] = "Екі рет", ["Text"] = "бірінші" });
        await thread.Submit("#reply", new() { ["Text"] = "бір рет" });
        var again = await thread.Submit("#reply", new() { ["Text"] = "бір рет" });
        Assert.Equal(2, again.Document.QuerySelectorAll("article.post").Length);
    }

    [Fact]
    public async Task AScriptsPostAndItsPlainFormAreWrittenOnce()
    {
        var aliya = await alys.SignIn("aliya");
        var s = await Course("АЖ-26-1", "db");
        var thread = await (await aliya.Get($"/s/{s}/f/new")).Submit("main form", new() { ["Title"] = "Скриптпен", ["Text"] = "бірінші" });
        Assert.Equal(HttpStatusCode.NoContent, (await Send(aliya, thread, "скриптпен жіберілді")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Send(aliya, thread, "скриптпен жіберілді")).StatusCode);
        var page = await thread.Submit("#reply", new() { ["Text"] = "скриптпен жіберілді" });
        Assert.Equal(2, page.Document.QuerySelectorAll("article.post").Length);
    }

    [Fact]
    public async Task AScriptsPostWithoutTheTokenIsRefused()
    {
        var aliya = await alys.SignIn("aliya");
        var s = await Course("АЖ-26-1", "db");
        var thread = await (await aliya.Get($"/s/{s}/f/new")).Submit("main form", new() { ["Title"] = "Белгісіз", ["Text"] = "бірінші" });
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(aliya, thread, "жалған", token: false)).StatusCode);
    }

    [Fact]
    public async Task HostileTextIsShownAsTyped()
    {
        var aliya = await alys.SignIn("aliya");
        var s = await Course("АЖ-26-1", "db");
        const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>";
        var page = await (await aliya.Get($"/s/{s}/f/new")).Submit("main form", new() { ["Title"] = Hostile, ["Text"] = Hostile });
        Assert.Equal(Hostile, page.Title);
        Assert.Equal(Hostile, page.Document.QuerySelector("article.post p:not(.meta)")!.TextContent);
        Assert.Empty(page.Document.QuerySelectorAll("main img, main script"));
    }

    [Fact]
    public async Task AnAuthorEditsAPostAndTheEarlierTextIsKept()
    {
        var aliya = await alys.SignIn("aliya");
        var s = await Course("АЖ-26-1", "db");
        var page = await (await aliya.Get($"/s/{s}/f/new")).Submit("main form", new() { ["Title"] = "Түзету", ["Text"] = "қате жазылды" });
        var thread = page.Url;
        page = await (await page.Click("Түзету")).Submit("main form", new() { ["Text"] = "дұрыс жазылды" });
        Assert.Contains("дұрыс жазылды", page.Text);
        Assert.Contains("түзетілген", page.Text);
        Assert.True(await alys.Read(db => db.PostVersions.AnyAsync(v => v.Text == "қате жазылды")));
        var arman = await alys.SignIn("arman");
        Assert.Equal(HttpStatusCode.NotFound, (await arman.Get(thread.AbsolutePath + "/1")).Status);
    }

    [Fact]
    public async Task AClosedThreadTakesNoReplyAndKeepsTheText()
    {
        var aliya = await alys.SignIn("aliya");
        var s = await Course("АЖ-26-1", "db");
        var open = await (await aliya.Get($"/s/{s}/f/new")).Submit("main form", new() { ["Title"] = "Жабылатын тақырып", ["Text"] = "бірінші" });
        Assert.Equal(HttpStatusCode.NotFound, (await aliya.Get(open.Url.AbsolutePath + "/arrange")).Status);
        var aigerim = await alys.SignIn("aigerim");
        var arranged = await (await aigerim.Get(open.Url.AbsolutePath + "/arrange")).Submit("main form", new() { ["Closed"] = "true", ["Pinned"] = "true" });
        Assert.Contains("жабылған", arranged.Text);
        var late = await open.Submit("#reply", new() { ["Text"] = "кешігіп қалдым" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("Тақырып жабылған", late.Text);
        Assert.Equal("Жабылатын тақырып", (await Titles(aliya, s, "ul.list li a"))[0]);
        Assert.Contains("кешігіп қалдым", late.Html);
    }

    [Fact]
    public async Task AThreadNeedsAtMostFiveStatements()
    {
        var bekzat = await alys.SignIn("bekzat");
        var s = await Course("АЖ-26-1", "db");
        await bekzat.Get($"/s/{s}/f/1");
        var page = await bekzat.Get($"/s/{s}/f/1");
        Assert.InRange(page.Statements, 1, 5);
        Assert.InRange((await bekzat.Get($"/s/{s}/f")).Statements, 1, 5);
    }

    [Fact]
    public async Task TwoWhoReplyAtOnceGetNeighbouringNumbers()
    {
        var s = await Course("АЖ-26-1", "db");
        var visitors = await Task.WhenAll(new[] { "aliya", "arman", "dana", "erlan" }.Select(u => alys.SignIn(u)));
        var thread = await (await visitors[0].Get($"/s/{s}/f/new")).Submit("main form", new() { ["Title"] = "Бірге", ["Text"] = "бірінші" });
        await Task.WhenAll(visitors.Select(async v => await (await v.Get(thread.Url.AbsolutePath)).Submit("#reply", new() { ["Text"] = "бірге" })));
        var page = await visitors[0].Get(thread.Url.AbsolutePath);
        Assert.Equal(["1", "2", "3", "4", "5"], page.Document.QuerySelectorAll("article.post").Select(p => p.GetAttribute("data-no")));
    }

    private Task<int> Course(string group, string subject) => TestCourses.Number(alys, group, subject);

    private static async Task<string[]> Titles(Visitor visitor, int s, string selector) =>
        [.. (await visitor.Get($"/s/{s}/f")).Document.QuerySelectorAll(selector).Select(a => a.TextContent)];

    internal static async Task<HttpResponseMessage> Send(Visitor visitor, PageAnswer thread, string text, bool token = true)
    {
        var form = thread.Document.QuerySelector("#reply")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("data-send")) { Content = new StringContent(text, Encoding.UTF8, "text/plain") };
        if (token) request.Headers.Add("RequestVerificationToken", form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value"));
        request.Headers.Add("x-key", form.QuerySelector("[name=_key]")!.GetAttribute("value"));
        return await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
