using System.Net;
using Alys.Assessment.Attempts;
using Alys.Assessment.Bank;

namespace Alys.Tests.Assessment;

/// <summary>The figures on the page, as a spreadsheet gets them, and what they are read from.</summary>
public sealed class StatisticsPageTests(AlysHost alys) : IClassFixture<AlysHost>
{
    [Fact]
    public async Task TheTeacherReadsHowTestAndItemsWorkedAndTakesThemAway()
    {
        var exam = await Exam.Give(alys, [Exam.TwoChoices[0], new ShortAnswer { Prompt = "=Слово", Answers = [new("кілт")] }], attempts: 2);
        var elena = await alys.SignIn("elena", "ru");
        var url = $"/assessment/statistics/sitting/{exam.Course}/{exam.Sitting.No}";
        Assert.Contains("ещё нет", (await elena.Get(url)).Text);
        foreach (var (name, choice, word) in new[] { ("anna", "0", "кілт"), ("dmitri", "1", "ключ"), ("yulia", "0", "Ключ") })
        {
            var player = await exam.Begin(await alys.SignIn(name));
            await player.Say("a", (1, 1, choice, Player.Now), (2, 2, $"\"{word}\"", Player.Now));
            await player.HandIn("a", 2);
        }
        await (await exam.Begin(await alys.SignIn("anna"))).HandIn();

        var page = await (await elena.Get($"/assessment/sittings/show/{exam.Course}/{exam.Sitting.No}")).Click("Статистика");
        Assert.Equal(url, page.Url.AbsolutePath);
        Assert.Contains("первая попытка каждого обучающегося: 3", page.Text);
        Assert.Contains("Повторные попытки не учтены: 1", page.Text);
        Assert.Equal(["3", "50\u00a0%", "50\u00a0%"], page.Document.QuerySelectorAll("dl.kv dd").Take(3).Select(d => d.TextContent));
        Assert.Contains("66,7 %", page.Text);
        Assert.Contains("Мало ответов", page.Text);
        Assert.Contains("Т. Келли, 1939", page.Text);
        var csv = await elena.Http.GetAsync(page.Document.QuerySelector("a[download]")!.GetAttribute("href"), TestContext.Current.CancellationToken);
        var lines = (await csv.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Contains(lines, l => l.Contains(";66,6667;", StringComparison.Ordinal));
        // A spreadsheet must not take a title for a formula.
        Assert.DoesNotContain(lines, l => l.Contains(";=Слово", StringComparison.Ordinal) || l.Contains(";\"=Слово", StringComparison.Ordinal));

        var item = await page.Click("Слово");
        Assert.Contains("ключ", item.Document.QuerySelector("tbody tr")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("2", item.Document.QuerySelectorAll("tbody tr td")[1].TextContent);
        Assert.Contains("Пересчёт вопроса", item.Text);
        Assert.Contains("Ответов меньше 10", item.Text);

        var test = await alys.Read(db => db.Set<Alys.Assessment.Tests.Test>().Where(t => t.Id == exam.Sitting.TestId).Select(t => t.No).SingleAsync());
        Assert.Contains("Назначений: 1", (await elena.Get($"/assessment/statistics/test/{test}")).Text);
        var anna = await alys.SignIn("anna");
        Assert.Equal(HttpStatusCode.NotFound, (await anna.Get(url)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anna.Get($"/assessment/statistics/csv?s={exam.Course}-{exam.Sitting.No}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await alys.SignIn("daulet")).Get(url)).Status);
    }

    [Fact]
    public async Task OfAllAnswerEventsOnlyTheLastWordsAreReadAndTheSameAnswersStand()
    {
        var exam = await Exam.Give(alys, [.. Enumerable.Range(0, 6).Select(_ => Exam.TwoChoices[0])]);
        var player = await exam.Begin(await alys.SignIn("maxim"));
        var attempt = await player.Attempt();
        var random = new Random(26);
        await alys.Act(act =>
        {
            var seq = new Dictionary<string, int>();
            for (var i = 0; i < 400; i++)
            {
                var client = "abC"[random.Next(3)].ToString();
                seq[client] = seq.GetValueOrDefault(client) + 1;
                act.Db.Add(new Answer
                {
                    AttemptId = attempt.Id, Client = client, Seq = seq[client], Item = 1 + random.Next(6), Response = random.Next(2).ToString(CultureInfo.InvariantCulture),
                    At = act.Now.AddSeconds(random.Next(20)), ReceivedAt = act.Now.AddSeconds(20 + random.Next(3)), State = (AnswerState)random.Next(3),
                });
            }
            return Task.FromResult(0);
        });
        var (all, last) = await alys.Read(async db =>
        {
            var mine = db.Set<Answer>().AsNoTracking().Where(a => a.AttemptId == attempt.Id);
            return (await mine.ToListAsync(), await Answer.LastWords(db, mine).ToListAsync());
        });
        Assert.True(last.Count <= 18, $"{last.Count} rows were read");
        static IEnumerable<(int, string, int)> Standing(IEnumerable<Answer> of) => Answer.Standing(of).Values.Select(a => (a.Item, a.Client, a.Seq)).Order();
        Assert.Equal(Standing(all), Standing(last));
    }
}
