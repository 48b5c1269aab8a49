using System.Net;
using Alys.Assessment;
using Alys.Assessment.Attempts;
using Alys.Assessment.Bank;
using Alys.Formats.Questions;
using AngleSharp.Html.Dom;

namespace Alys.Tests.Assessment;

/// <summary>Kinds of items with a form of their own, from the author's page to the learner's result.</summary>
public sealed class ItemKindTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private async Task<PageAnswer> New(Visitor author, ItemKind kind)
    {
        var bank = await author.Get("/assessment/bank");
        var subject = bank.Document.QuerySelector("select[name=subject] option[selected]")!.GetAttribute("value");
        return await author.Get($"/assessment/bank/new?subject={subject}&lang=ru&kind={kind}");
    }

    private static readonly Ordering Steps = new() { Prompt = "Расставьте шаги", WhenPartly = "Почти по порядку", Elements = ["первый", "второй", "третий"] };

    private static readonly Cloze Sentence = new()
    {
        Prompt = new("x", TextFormat.Html, "<p>Столица [[1]], регионов [[2]], моря [[3]].</p>"),
        Gaps =
        [
            new(new ShortAnswer { Answers = [new("Астана", 100, "Верно, Астана"), new("Алматы", 50, "Была столицей")] }, 2),
            new(new Numeric { Answers = [new(17, 0)], Otherwise = "Посчитайте снова" }),
            new(new MultipleChoice { Choices = [new("Каспий", 50), new("Арал", 50), new("Чёрное", -50)], Shuffle = false }, 1, GapLook.Across),
        ],
    };

    [Fact]
    public async Task AnAuthorWritesATextWithGapsInOneFieldAndEachMistakeIsNamed()
    {
        var sergei = await alys.SignIn("sergei", "ru");
        var page = await New(sergei, ItemKind.Cloze);
        foreach (var (text, sentence) in new[]
        {
            ("Без пропусков", "Например: {1:SHORTANSWER:=ответ}"), ("Столица {1:SHORTANSWER:Астана}", "В пропуске 1 нет верного ответа"), ("{1:SA:=a} {1:NUMERICAL:=много}", "Число в пропуске 2 не распознано: много"),
            ("{1:CHOICE:=a}", "Вид пропуска 1 неизвестен: CHOICE"), ("{1:SA:=a", "У пропуска 1 нет закрывающей скобки"),
        })
        {
            var refused = await page.Submit("form.new", new() { ["Form.Prompt"] = text });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains(sentence, refused.Document.QuerySelector("[role=alert]")!.TextContent);
            Assert.Equal(text, refused.Document.QuerySelector("#Form_Prompt")!.TextContent);
        }
        page = await page.Submit("form.new", new() { ["Form.Prompt"] = "Столица {2:SHORTANSWER:=Астана#да~%50%Алматы}, моря {1:MULTIRESPONSE_H:=Каспий~=Арал~%-50%Чёрное}." });
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Столица _____, моря _____.", page.Document.QuerySelector("h1")!.TextContent);
        var shown = page.Document.QuerySelector("section.card")!.TextContent;
        foreach (var part in new[] { "(1)", "(2)", "Астана", "Алматы", "Чёрное", "-50" }) Assert.Contains(part, shown.Replace('−', '-'));
        Assert.DoesNotContain("SHORTANSWER", shown);
    }

    [Fact]
    public async Task AnOrderingOfEqualElementsIsRefused()
    {
        var sergei = await alys.SignIn("sergei", "ru");
        var page = await (await New(sergei, ItemKind.Ordering)).Submit("form.new", new() { ["Form.Prompt"] = "Порядок?", ["Form.Rows[0].Text"] = "шаг", ["Form.Rows[1].Text"] = "шаг" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Два элемента одинаковы", page.Text);
    }

    [Fact]
    public async Task AnOrderAndGapsAreAnsweredScoredReviewedAndReceipted()
    {
        var anna = await alys.SignIn("anna", "ru");
        var exam = await Exam.Give(alys, [Steps, Sentence]);
        var player = await exam.Begin(anna);
        var order = (await player.Attempt()).Items.Single(i => i.Position == 1).Order.Split(',').Select(int.Parse).ToArray();
        var rows = player.Page.Document.QuerySelectorAll("#q1 .order li label").Select(l => l.TextContent).ToArray();
        Assert.Equal(order.Select(i => Steps.Elements[i].Source), rows);
        Assert.Equal(3, player.Page.Document.QuerySelectorAll("#q2 [data-gap]").Length);
        Assert.Equal("Столица , регионов , моря  Каспий Арал Чёрное.", string.Join(' ', player.Page.Document.QuerySelector("#q2p")!.TextContent.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Replace("  ", " ").Replace("моря Каспий", "моря  Каспий"));
        Assert.All(player.Page.Document.QuerySelectorAll("#q2 [data-gap]"), g => Assert.StartsWith("Пропуск", g.GetAttribute("aria-label")));
        Assert.DoesNotContain("Астана", player.Page.Document.QuerySelector("#q2")!.InnerHtml);
        // The second and the third element change places.
        var said = string.Join(',', order.Select(i => i == 0 ? 0 : 3 - i));
        var (_, body) = await player.Say("a", (1, 1, "[0,1]", Player.Now), (2, 1, $"[{said}]", Player.Now), (3, 2, "[\"Алматы\",\"5\",[0]]", Player.Now));
        Assert.Equal([2, 3], Player.Numbers(body, "saved"));
        Assert.Equal([1], Player.Numbers(body, "refused"));
        var again = await anna.Get($"/a/{player.Code}");
        Assert.Equal("Алматы", again.Document.QuerySelector("#q2 input[type=text]")!.GetAttribute("value"));
        Assert.True(again.Document.QuerySelector("#q2 input[type=checkbox][value='0']")!.HasAttribute("checked"));
        Assert.Equal(said, string.Join(',', again.Document.QuerySelectorAll("#q1 select option[selected]").Select(o => o.GetAttribute("value"))));
        await player.HandIn("a", 2);
        var attempt = await player.Attempt();
        // Each gives 2 points: a third; and (2 × ½ + 0 + ½) / 4.
        Assert.Equal([0.67m, 0.75m], attempt.Items.OrderBy(i => i.Position).Select(i => i.Points!.Value));
        var result = await anna.Get($"/a/{player.Code}/result");
        foreach (var shown in new[] { "1. первый", "3. второй", "Почти по порядку", "Была столицей", "Посчитайте снова", "1. Астана", "2. 17", "3. Каспий; Арал" }) Assert.Contains(shown, result.Text);
        Assert.DoesNotContain("Верно, Астана", result.Text);
        Assert.Equal(["0,5 / 1", "0 / 0,5", "0,25 / 0,5"], result.Document.QuerySelectorAll("section[aria-labelledby=i2] td:last-child").Select(c => c.TextContent));
        Assert.InRange(result.Statements, 1, 5);
        var receipt = await anna.Get($"/a/{player.Code}/receipt");
        Assert.Contains("1. Алматы; 2. 5; 3. Каспий", receipt.Text);
    }

    private static void Fill(PageAnswer page, string control, string value)
    {
        switch (page.Document.QuerySelectorAll(control).Single())
        {
            case IHtmlInputElement { Type: "checkbox" or "radio" } box: box.IsChecked = value == "on"; break;
            case IHtmlInputElement input: input.Value = value; break;
            case IHtmlTextAreaElement area: area.Value = value; break;
            case IHtmlSelectElement list: list.Value = value; break;
            default: throw new Xunit.Sdk.XunitException(control);
        }
    }

    [Fact]
    public async Task WithoutScriptsEveryKindIsAnsweredByAPlainForm()
    {
        var anna = await alys.SignIn("anna", "ru");
        var exam = await Exam.Give(alys,
        [
            Exam.TwoChoices[0], new MultipleChoice { Prompt = "Несколько", Choices = [new("a", 50), new("b", 50), new("c", -50)], Shuffle = false }, new TrueFalse { Prompt = "Верно?", Right = false },
            new Matching { Prompt = "Пары", Pairs = [new("раз", "1"), new("два", "2")] }, new Numeric { Prompt = "Пи?", Answers = [new(3.14, 0.01)] }, new Essay { Prompt = "Эссе" }, Steps, Sentence,
        ]);
        var player = await exam.Begin(anna);
        var link = player.Page.Document.QuerySelector("noscript a")!.GetAttribute("href")!;
        var page = await anna.Get(link);
        Assert.DoesNotContain(page.Document.QuerySelectorAll("script"), s => s.GetAttribute("src")?.Contains("attempt", StringComparison.Ordinal) == true);
        Assert.InRange(page.Statements, 1, 5);
        // Nothing filled in is nothing said.
        await page.Submit("form.plain", button: "Сохранить");
        Assert.Empty(await player.Stored());
        foreach (var (control, value) in new[]
        {
            ("#q1 input[value='0']", "on"), ("#q2 input[value='0']", "on"), ("#q2 input[value='1']", "on"), ("#q3 input[value=false]", "on"), ("#q4m1", "0"), ("#q5t", "3,14"), ("#q6t", "Две\nстроки"),
            ("#q7m0", "0"), ("#q7m1", "1"), ("#q7m2", "2"), ("#q8 input[name=q8g0]", "Астана"), ("#q8 input[type=checkbox][value='1']", "on"),
        }) Fill(page, control, value);
        var old = page;
        page = await page.Submit("form.plain", button: "Сохранить");
        Assert.Equal($"/a/{player.Code}", page.Url.AbsolutePath);
        Assert.Contains("Всё сохранено", page.Text);
        string Standing() => string.Join(' ', Answer.Standing(player.Stored().Result).OrderBy(a => a.Key).Select(a => a.Value.Response));
        Assert.Equal("""0 [0,1] false [null,0] "3,14" "Две\nстроки" [0,1,2] ["Астана",null,[1]]""", System.Text.RegularExpressions.Regex.Unescape(Standing()).Replace("\n", "\\n"));
        Assert.Equal("Астана", page.Document.QuerySelector("#q8 input[name=q8g0]")!.GetAttribute("value"));
        Assert.Equal(8, (await player.Stored()).Count);
        // The script of another tab answers anew; the old form, sent again with one change, says only that change.
        await player.Say("a", (1, 1, "1", Player.Now + 1000));
        Fill(page, "#q5t", "3");
        await page.Submit("form.plain", button: "Сохранить");
        Assert.StartsWith("1 [0,1] false [null,0] \"3\"", Standing());
        Assert.Equal(10, (await player.Stored()).Count);
        Assert.Equal(10, await player.JournalRows("assessment.answer.saved"));
        page = await (await anna.Get(link)).Submit("form.plain", button: "Завершить");
        Assert.Equal($"/a/{player.Code}/hand-in", page.Url.AbsolutePath);
        Assert.Contains("На все вопросы дан ответ", page.Text);
        page = await page.Submit("form.hand-in");
        Assert.Equal($"/a/{player.Code}/result", page.Url.AbsolutePath);
        Assert.Contains("Две", page.Text);
        Assert.Equal(AttemptState.Submitted, (await player.Attempt()).State);
        // Too late: the attempt is over, and an old form says so.
        Assert.Equal($"/a/{player.Code}/result", (await old.Submit("form.plain", button: "Сохранить")).Url.AbsolutePath);
        Assert.Contains(await player.Stored(), a => a.State == AnswerState.Late);
    }

    [Fact]
    public async Task AnotherPersonsPlainFormDoesNotExist()
    {
        var player = await (await Exam.Give(alys, Exam.TwoChoices)).Begin(await alys.SignIn("anna"));
        var dmitri = await alys.SignIn("dmitri");
        foreach (var path in new[] { "?plain", "/hand-in" }) Assert.Equal(HttpStatusCode.NotFound, (await dmitri.Get($"/a/{player.Code}{path}")).Status);
        var own = await (await Exam.Give(alys, Exam.TwoChoices)).Begin(dmitri);
        var form = await dmitri.Get($"/a/{own.Code}?plain");
        Fill(form, "#q1 input[value='0']", "on");
        form.Document.QuerySelector("form.plain")!.SetAttribute("action", $"/a/{player.Code}/say");
        Assert.Equal(HttpStatusCode.NotFound, (await form.Submit("form.plain")).Status);
        Assert.Empty(await player.Stored());
    }

    [Fact]
    public async Task EachAttemptReckonsWithItsOwnValuesAndIsReviewedByThem()
    {
        var sergei = await alys.SignIn("sergei", "ru");
        var page = await New(sergei, ItemKind.Calculated);
        Dictionary<string, string> fields = new() { ["Form.Prompt"] = "Площадь {a} × {b}?", ["Form.Values"] = "a b\n1 2\n3 0", ["Form.Rows[0].Text"] = "{a} * {c}" };
        foreach (var (field, value, sentence) in new[]
        {
            ("Form.Rows[0].Text", "{a} * {c}", "Формула не распознана"), ("Form.Rows[0].Text", "{a} / {b}", "нет значения"), ("Form.Values", "a b\n1", "столько чисел"), ("Form.Values", "", "хотя бы одну строку"),
        })
        {
            var refused = await page.Submit("form.new", new(fields) { [field] = value, ["Form.Rows[0].Text"] = field == "Form.Values" ? "{a}" : value });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains(sentence, refused.Document.QuerySelector("[role=alert]")!.TextContent);
        }
        var item = new Calculated { Prompt = "Площадь {a} × {b}?", Names = ["a", "b"], Rows = [.. Enumerable.Range(1, 50).Select(n => new double[] { n, n + 0.5 })], Answers = [new("{a} * {b}", 0.1)], Otherwise = "Посчитайте снова" };
        var anna = await alys.SignIn("anna", "ru");
        var exam = await Exam.Give(alys, [item, item with { Prompt = "Снова {a} × {b}" }]);
        var player = await exam.Begin(anna);
        var rows = (await player.Attempt()).Items.OrderBy(i => i.Position).Select(i => item.Row(new(i.Order))).ToArray();
        string Text(double value) => value.ToString("G15", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal($"Площадь {Text(rows[0][0])} × {Text(rows[0][1])}?", player.Page.Document.QuerySelector("#q1p")!.TextContent);
        await player.Say("a", (1, 1, $"\"{Text(rows[0][0] * rows[0][1])}\"", Player.Now), (2, 2, "\"-1\"", Player.Now));
        await player.HandIn("a", 2);
        Assert.Equal([2m, 0m], (await player.Attempt()).Items.OrderBy(i => i.Position).Select(i => i.Points!.Value));
        var result = (await anna.Get($"/a/{player.Code}/result")).Text;
        Assert.Contains($"Снова {Text(rows[1][0])} × {Text(rows[1][1])}", result);
        Assert.Contains("Посчитайте снова", result);
        Assert.Contains(Math.Round(rows[1][0] * rows[1][1], 2, MidpointRounding.AwayFromZero).ToString("G15", System.Globalization.CultureInfo.GetCultureInfo("ru")), result);
    }
}
