using System.Net;
using Alys.Content.Text;
using Alys.Content.Units;

namespace Alys.Tests.Content;

/// <summary>Every version of a unit, what differs between two, and going back.</summary>
public sealed class HistoryTests(AlysHost alys) : ReviewWorld(alys), IClassFixture<AlysHost>
{
    [Fact]
    public async Task TheHistoryNamesWhoSavedAVersionWhenAndWhy()
    {
        var pack = await NewPack("История", needsApproval: false);
        var sergei = await SignIn("sergei");
        var (_, unit) = await Write(sergei, pack, "История", "Первая строка");
        await Rewrite(sergei, pack, unit, "Первая строка\n\nВторая строка", "Добавлен пример");
        var page = await sergei.Get($"/content/units/history/{pack}/{unit}");
        var rows = page.Document.QuerySelectorAll("#versions > li");
        Assert.Equal(2, rows.Length);
        Assert.Contains("Кравцов", rows[0].TextContent);
        Assert.Contains("Добавлен пример", rows[0].TextContent);
        Assert.Contains("Черновик", rows[0].TextContent);
        page = await page.Click("Различия");
        Assert.Equal("добавлено: Вторая строка конец", string.Join(' ', page.Document.QuerySelector(".diff ins")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Null(page.Document.QuerySelector(".diff del"));
    }

    [Fact]
    public void ALongStretchThatWasRewrittenIsShownWholeInNoTime()
    {
        static string Long(int seed) { var random = new Random(seed); return string.Join(' ', Enumerable.Range(0, 60_000).Select(_ => random.Next(100_000))); }
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var (stretches, _) = WordDiff.Of(Long(1), Long(2));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
        Assert.Equal([Change.Removed, Change.Added], Assert.Single(stretches).Parts.Select(p => p.Change));
    }

    [Fact]
    public async Task TwoVersionsAreComparedByWordsAndByTheirOtherValues()
    {
        var pack = await NewPack("Сравнение", needsApproval: false);
        var sergei = await SignIn("sergei");
        var (_, unit) = await Write(sergei, pack, "Сравнение", "Ключ состоит из двух столбцов.\n\nКонец");
        var edit = await sergei.Get($"/content/units/edit/{pack}/{unit}");
        await edit.Submit("main form", new() { ["Source"] = "Ключ состоит из трёх столбцов.\n\nКонец", ["Title"] = "Ключи", ["Kind"] = "Task", ["MaxPoints"] = "40", ["AnswerByText"] = "true" });
        var page = await sergei.Get($"/content/units/compare/{pack}/{unit}?from=1&to=2");
        Assert.Contains("двух", page.Document.QuerySelector(".diff del")!.TextContent);
        Assert.Contains("трёх", page.Document.QuerySelector(".diff ins")!.TextContent);
        Assert.Contains("Сравнение", page.Document.QuerySelector(".kv del")!.TextContent);
        Assert.Contains("Ключи", page.Document.QuerySelector(".kv ins")!.TextContent);
        Assert.Contains("40", page.Document.QuerySelector(".kv")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await sergei.Get($"/content/units/compare/{pack}/{unit}?from=1&to=9")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await SignIn("anna")).Get($"/content/units/compare/{pack}/{unit}")).Status);
    }

    [Fact]
    public async Task AnOlderVersionBecomesTheDraftAgainAndLearnersSeeNothingOfIt()
    {
        var pack = await NewPack("Возврат", needsApproval: false);
        var sergei = await SignIn("sergei");
        var (_, unit) = await Write(sergei, pack, "Возврат", "Старый текст с формулой $x^2$");
        await Rewrite(sergei, pack, unit, "Новый текст");
        await (await sergei.Get($"/content/units/publish/{pack}/{unit}?v=2")).Submit("main form");
        var form = await (await sergei.Get($"/content/units/history/{pack}/{unit}")).Click("Снова сделать черновиком");
        var refused = await form.Submit("main form", new() { ["Reason"] = " " });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var page = await refused.Submit("main form", new() { ["Reason"] = "Старый был точнее" });
        Assert.Contains("Старый текст", page.Document.QuerySelector(".prose")!.TextContent);
        Assert.NotNull(page.Document.QuerySelector(".prose math"));
        Assert.Equal(2, await Published(pack, unit));
        var row = (await sergei.Get($"/content/units/history/{pack}/{unit}")).Document.QuerySelector("#versions > li")!.TextContent;
        Assert.Contains("Взята снова версия 1", row);
        Assert.Contains("Старый был точнее", row);
        Assert.Contains("и так черновик", (await (await sergei.Get($"/content/units/restore/{pack}/{unit}?v=3")).Submit("main form", new() { ["Reason"] = "Ещё раз" })).Text);
        await (await sergei.Get($"/content/units/publish/{pack}/{unit}?v=3")).Submit("main form");
        Assert.Equal(3, await Published(pack, unit));
    }

    [Fact]
    public async Task GoingBackEndsTheReviewOfTheNewerVersion()
    {
        var pack = await NewPack("Отзыв");
        var sergei = await SignIn("sergei");
        var (_, unit) = await Write(sergei, pack, "Отзыв", "Первая");
        await Rewrite(sergei, pack, unit, "Вторая");
        var review = await Send(sergei, pack, unit);
        await (await sergei.Get($"/content/units/restore/{pack}/{unit}?v=1")).Submit("main form", new() { ["Reason"] = "Рано" });
        Assert.Null((await Unit(pack, unit)).ReviewId);
        Assert.Contains("Заменена новой версией", (await sergei.Get($"/content/reviews/show/{review}")).Text);
    }

    [Theory]
    [InlineData("одно два три", "одно два три", "")]
    [InlineData("одно два три", "одно четыре три", "-два +четыре")]
    [InlineData("", "слово", "+слово")]
    [InlineData("слово", "", "-слово")]
    [InlineData("а\nб\nв\nг\nд", "а\nб\nв\nг\nе", "-д +е")]
    public void WordsThatCameAndWentAreFound(string before, string after, string expected)
    {
        var (stretches, _) = WordDiff.Of(before, after);
        Assert.Equal(expected, string.Join(' ', stretches.SelectMany(s => s.Parts).Where(p => p.Change != Change.Same).Select(p => (p.Change == Change.Added ? "+" : "-") + p.Text.Trim())));
    }

    [Fact]
    public void LinesFarFromAnyChangeAreCountedAndNotShown()
    {
        var lines = Enumerable.Range(1, 200).Select(i => $"строка {i}").ToArray();
        var changed = lines.ToArray();
        changed[99] = "другая 100";
        var (stretches, after) = WordDiff.Of(string.Join('\n', lines), string.Join('\n', changed));
        var stretch = Assert.Single(stretches);
        Assert.Equal(98, stretch.SameBefore);
        Assert.Equal(99, after);
        Assert.Contains("строка 99", stretch.Parts[0].Text);
    }

    [Fact]
    public void TheNewTextIsWhatStayedAndWhatCame()
    {
        var (stretches, _) = WordDiff.Of("Ключ, внешний ключ и индекс.\nВторая", "Первичный ключ и индекс!\nВторая\nТретья");
        Assert.Equal(["Первичный ключ и индекс!\nВторая", "Третья\n"], stretches.Select(s => string.Concat(s.Parts.Where(p => p.Change != Change.Removed).Select(p => p.Text))));
    }
}
