using System.Net;
using System.Net.ServerSentEvents;
using Alys.Communication;

namespace Alys.Tests.Communication;

public sealed class LiveTests(AlysHost alys) : IClassFixture<AlysHost>
{
    [Fact]
    public async Task WhatCameWhileTheLineWasCutComesOnceAndInOrder()
    {
        var s = await TestCourses.Number(alys, "АЖ-26-1", "db");
        var (aliya, arman) = (await alys.SignIn("aliya"), await alys.SignIn("arman"));
        var thread = await (await aliya.Get($"/s/{s}/f/new")).Submit("main form", new() { ["Title"] = "Тірі тақырып", ["Text"] = "нөл" });
        var watch = thread.Document.QuerySelector("[data-watch]")!;
        var url = "/live?" + watch.GetAttribute("data-watch") + watch.LastElementChild!.GetAttribute("data-no");

        var first = await Parts(aliya, url, null, 2, async () => { await Reply(arman, thread, "бір"); await Reply(arman, thread, "екі"); });
        Assert.Equal(["бір", "екі"], first.Select(e => Text(e.Data)));
        await Reply(arman, thread, "үш");
        await Reply(arman, thread, "төрт");
        var second = await Parts(aliya, url, first[^1].EventId, 3, () => Reply(arman, thread, "бес"));
        Assert.Equal(["үш", "төрт", "бес"], second.Select(e => Text(e.Data)));
        // A stream broken after the first of them resumes after that one.
        var third = await Parts(aliya, url, second[0].EventId, 2, () => Task.CompletedTask);
        Assert.Equal(["төрт", "бес"], third.Select(e => Text(e.Data)));
    }

    [Fact]
    public async Task AnAnswerIsToldAtOnceAndInTheReadersLanguage()
    {
        var s = await TestCourses.Number(alys, "ИС-26-2", "db");
        var (farida, timur) = (await alys.SignIn("farida", "ru"), await alys.SignIn("timur", "ru"));
        var asked = await (await farida.Get($"/s/{s}/q/new")).Submit("main form", new() { ["Topic"] = "Про индексы", ["Text"] = "Сколько их нужно?" });
        var notices = await Events(farida, "/live", null, "notice", 2, async () => await (await timur.Get(asked.Url.AbsolutePath)).Submit("main form", new() { ["Text"] = "По нужде." }));
        Assert.Contains("На ваш вопрос «Про индексы» пришёл ответ.", notices[1].Data);
        var before = int.Parse(System.Text.RegularExpressions.Regex.Match(notices[0].Data, "\"unread\":(\\d+)").Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.Contains($"\"unread\":{before + 1},", notices[1].Data);
        var list = await farida.Get("/communication/notices");
        Assert.Contains("На ваш вопрос «Про индексы» пришёл ответ.", list.Document.QuerySelector("li.new a")!.TextContent);
        Assert.Equal($"{before + 1}", (await farida.Get($"/s/{s}/q")).Document.QuerySelector(".count")!.TextContent);
        Assert.Equal("Про индексы", (await list.Click("Про индексы")).Title);
        Assert.Equal(before == 0 ? "" : $"{before}", (await farida.Get($"/s/{s}/q")).Document.QuerySelector(".count")!.TextContent);
    }

    [Fact]
    public async Task NoticesMissedWhileAwayComeOnceInOrder()
    {
        var (olga, id) = (await alys.SignIn("olga", "ru"), await Person("olga"));
        var hello = await Events(olga, "/live", null, "notice", 1, () => Task.CompletedTask);
        for (var i = 1; i <= 5; i++) await Give(id, i);
        var missed = await Events(olga, "/live", hello[0].EventId, "notice", 5, () => Task.CompletedTask);
        Assert.Equal([1, 2, 3, 4, 5], missed.Select(e => Number(e.Data)));
        var rest = await Events(olga, "/live", missed[2].EventId, "notice", 3, () => Give(id, 6));
        Assert.Equal([4, 5, 6], rest.Select(e => Number(e.Data)));
    }

    [Fact]
    public async Task TheTutorIsToldOfAQuestionOnceWhileItIsUnread()
    {
        var s = await TestCourses.Number(alys, "АЖ-26-1", "intro");
        var dana = await alys.SignIn("dana");
        var asked = await (await dana.Get($"/s/{s}/q/new")).Submit("main form", new() { ["Topic"] = "Кіре алмадым", ["Text"] = "Құпиясөз өтпейді." });
        await asked.Submit("main form", new() { ["Text"] = "Әлі де өтпейді." });
        var aigerim = await Person("aigerim");
        var url = asked.Url.AbsolutePath;
        await AlysHost.Until(() => alys.Read(db => db.Set<Notice>().AnyAsync(n => n.PersonId == aigerim && n.Url == url)));
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.Equal(1, await alys.Read(db => db.Set<Notice>().CountAsync(n => n.PersonId == aigerim && n.Url == url)));
    }

    [Fact]
    public async Task AStrangerHasNoStream() =>
        Assert.NotEqual(HttpStatusCode.OK, (await alys.Stranger().Http.GetAsync("/live", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken)).StatusCode);

    [Fact]
    public async Task TheStreamIsNeverCompressed()
    {
        var visitor = await alys.SignIn("erlan");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/live");
        request.Headers.Add("Accept-Encoding", "br, gzip");
        using var response = await visitor.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain(response.Content.Headers.ContentEncoding, e => e is "br" or "gzip");
    }

    [Fact]
    public async Task AStoppingProgramEndsItsStreams()
    {
        var host = new AlysHost();
        await host.InitializeAsync();
        var visitor = await host.SignIn("samat");
        using var response = await visitor.Http.GetAsync("/live", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        Assert.True(await stream.ReadAsync(new byte[100], TestContext.Current.CancellationToken) > 0);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await host.DisposeAsync();
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 8);
    }

    private static async Task Reply(Visitor visitor, PageAnswer thread, string text) =>
        await (await visitor.Get(thread.Url.AbsolutePath)).Submit("#reply", new() { ["Text"] = text });

    private static Task<List<SseItem<string>>> Parts(Visitor visitor, string url, string? after, int count, Func<Task> meanwhile) => Events(visitor, url, after, "part", count, meanwhile);

    /// <summary>Opens the stream, does something, and takes so many events of a type.</summary>
    private static async Task<List<SseItem<string>>> Events(Visitor visitor, string url, string? after, string type, int count, Func<Task> meanwhile)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(TimeSpan.FromSeconds(20));
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (after is not null) request.Headers.Add("Last-Event-ID", after);
        using var response = await visitor.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop.Token);
        var events = new List<SseItem<string>>();
        var doing = meanwhile();
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync(stop.Token)).EnumerateAsync(stop.Token))
        {
            if (item.EventType == type) events.Add(item);
            if (events.Count == count) break;
        }
        await doing;
        return events;
    }

    private static string Text(string html) => new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).QuerySelector("article p:not(.meta)")!.TextContent;
    private static int Number(string data) => int.Parse(System.Text.RegularExpressions.Regex.Match(data, "№(\\d+)").Groups[1].Value, CultureInfo.InvariantCulture);
    private Task<Guid> Person(string userName) => alys.Read(db => db.Set<Alys.Access.PersonRow>().Where(p => p.UserName == userName).Select(p => p.Id).FirstAsync());

    private Task<int> Give(Guid person, int i) => alys.Act(async act =>
    {
        await alys.Service<Notices>().Give(act, person, "communication.notice.answered", [$"№{i}"], "/communication/notices?n=" + i);
        return 0;
    });
}
