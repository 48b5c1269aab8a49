using System.Net;
using System.Text;
using Alys.Content;
using Alys.Content.Recordings;
using Alys.Content.Text;
using Alys.Platform;

namespace Alys.Tests.Content;

/// <summary>A recording in a unit: what the learner's page offers, and with what weight.</summary>
public sealed class PlayerTests(RecordingHost alys) : IClassFixture<RecordingHost>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ALearnersPageOffersEachVariantWithItsWeightAndLoadsNoneOfThem()
    {
        // The lecture of the world, in the unit of course 3 that shows it.
        await AlysHost.Until(() => alys.Read(db => db.Conversions.AllAsync(c => c.State == ConversionState.Done, Ct)));
        var unit = await alys.Read(db => db.Set<PublishedUnitRow>().Where(u => u.Title == "4-лекция. Транзакциялар мен индекстер").Select(u => u.No).SingleAsync(Ct));
        var aliya = await alys.SignIn("aliya");
        await aliya.Get($"/s/3/u/{unit}");
        var page = await aliya.Get($"/s/3/u/{unit}");
        while (page.Document.QuerySelector("figure.player") is null) page = await page.Click("Келесі бет");
        Assert.True(page.Statements <= 5, $"{page.Statements} SQL statements");
        var video = page.Document.QuerySelector("figure.player video")!;
        Assert.Equal("none", video.GetAttribute("preload"));
        Assert.EndsWith(".webp", video.GetAttribute("poster"));
        Assert.Equal("kk", video.QuerySelector("track")!.GetAttribute("srclang"));
        Assert.Equal(["Тек дыбыс", "Дыбыс пен слайдтар", "Бейне, 240 жол", "Бейне, 480 жол"], page.Document.QuerySelectorAll("figure.player li a").Select(a => a.TextContent));
        Assert.All(page.Document.QuerySelectorAll("figure.player li small"), s => Assert.Matches(@"^[\d,]+ (кБ|МБ), 50 кбит/с желіде (\d+ мин )?\d+ с$", s.TextContent));
        Assert.Contains("media-src 'self' blob:;", page.Response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Single(page.Document.QuerySelectorAll("script[data-hls]"));
        using var poster = await aliya.Http.GetAsync(video.GetAttribute("poster"), Ct);
        Assert.True((await poster.Content.ReadAsByteArrayAsync(Ct)).Length <= 6000);
        Assert.Equal("text/vtt", (await aliya.Http.GetAsync(video.QuerySelector("track")!.GetAttribute("src"), Ct)).Content.Headers.ContentType!.MediaType);

        var sound = await page.Click("Тек дыбыс");
        Assert.Equal("audio/mp4", sound.Document.QuerySelector("audio source")!.GetAttribute("type"));
        var transcript = await page.Click("мәтінін оқу");
        Assert.Contains("Индекс — реттелген ағаш.", transcript.Text);
        Assert.Equal(HttpStatusCode.OK, (await transcript.Click("Жазбаны ашу")).Status);

        // No other page is let to do what only a player needs.
        Assert.DoesNotContain("blob:", (await aliya.Get("/s/3/u/1")).Response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.NotEqual(HttpStatusCode.OK, (await alys.Stranger().Http.GetAsync(transcript.Url.AbsolutePath, Ct)).StatusCode);
    }

    [Fact]
    public async Task CaptionsAreTakenFromAFileCorrectedAndRemoved()
    {
        var (saule, pack) = await MediaWorld.NewPack(alys, "Субтитры");
        var page = await MediaWorld.Store(saule, pack, "talk.mp3", await MediaWorld.Sound());
        Assert.NotNull(page.Document.QuerySelector("#no-captions"));
        Assert.Contains("без субтитров", (await saule.Get($"/content/media/list/{pack}")).Text);
        page = await page.Click("русский");
        var refused = await page.Submit("main form", files: new() { ["Upload"] = ("talk.srt", Encoding.UTF8.GetBytes("1\n00:00:01,000 --> 00:00:00,500\nСлова\n")) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Строка 2", refused.Document.QuerySelector("#errors")!.TextContent);
        Assert.Contains("Слова", refused.Document.QuerySelector("textarea")!.TextContent);
        page = await refused.Submit("main form", new() { ["Text"] = "1\n00:00:01,000 --> 00:00:01,500\nСлова\n" });
        Assert.Null(page.Document.QuerySelector("#no-captions"));
        var key = await alys.Read(db => db.Media.Where(m => m.FileName == "talk.mp3").Select(m => m.Key).SingleAsync(Ct));
        Assert.Equal("WEBVTT\n\n00:00:01.000 --> 00:00:01.500\nСлова\n", await saule.Http.GetStringAsync($"/content/media/{key}/ru.vtt", Ct));
        Assert.Equal(HttpStatusCode.NotFound, (await saule.Get($"/content/media/{key}/kk.vtt")).Status);
        await (await (await page.Click("русский")).Click("Удалить субтитры")).Submit("main form");
        Assert.Equal(HttpStatusCode.NotFound, (await saule.Get($"/content/media/{key}/ru.vtt")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await saule.Get($"/content/media/captions/{pack}/1/xx")).Status);
    }
}

/// <summary>What the text of an author may make of a recording.</summary>
public sealed class PlayerTextTests
{
    private const string Place = "<figure class=\"player\" data-media=\"0123456789abcdef\"><a href=\"/content/media/play/0123456789abcdef\">Лекция</a></figure>";

    private static RenderedText Render(TextForm form, string source) =>
        TextRenderer.Render(new AuthoredText(form, source), "Т", "ru", target => target is "media:7" or "files/a.mp4" ? new TextTarget.Player("0123456789abcdef", "Лекция") : null);

    [Theory]
    [InlineData("Markdown", "![](media:7)")]
    [InlineData("Markdown", "![Лекция](media:7)")]
    [InlineData("Html", "<video src=\"media:7\" autoplay onplay=\"alert(1)\" controls></video>")]
    [InlineData("Html", "<video title=\"Лекция\"><source src=\"media:7\" type=\"video/mp4\"><track src=\"https://evil.example/a.vtt\" default></video>")]
    [InlineData("Html", "<p><audio src=\"files/a.mp4\"></audio></p>")]
    public void OwnRecordingsBecomeAPlaceForThePlayer(string form, string source)
    {
        var text = Render(Enum.Parse<TextForm>(form), source);
        Assert.Equal(Place, text.Pages[0].Html);
        Assert.Equal(["0123456789abcdef"], text.Media);
        Assert.True(Players.AreIn(text.Pages[0].Html));
    }

    [Theory]
    [InlineData("<video src=\"https://evil.example/a.mp4\"></video>")]
    [InlineData("<video src=\"//evil.example/a.mp4\"></video>")]
    [InlineData("<audio><source src=\"data:audio/mp3;base64,AAAA\"></audio>")]
    [InlineData("<video src=\"javascript:alert(1)\"></video>")]
    [InlineData("<figure class=\"player\" data-media=\"0123456789abcdef\"><a href=\"x\">x</a></figure>")]
    public void WhatIsNotOursIsNeverPlayed(string source)
    {
        var html = Render(TextForm.Html, source + "<p>x</p>").Pages[0].Html;
        Assert.DoesNotContain("<video", html);
        Assert.DoesNotContain("<audio", html);
        Assert.DoesNotContain("player", html);
        Assert.DoesNotContain("=\"javascript:", html);
    }

    [Fact]
    public void AmongWordsARecordingIsALink() =>
        Assert.Equal("<p>Смотрите <a href=\"/content/media/play/0123456789abcdef\">лекцию</a> дома.</p>", Render(TextForm.Markdown, "Смотрите ![лекцию](media:7) дома.").Pages[0].Html);
}
