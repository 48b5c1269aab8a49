using System.Net;
using Alys.Assessment;
using Alys.Assessment.Attempts;
using Alys.Assessment.Bank;
using Alys.Assessment.Sittings;

namespace Alys.Tests.Assessment;

public sealed class AttemptTests(AlysHost alys) : IClassFixture<AlysHost>
{
    [Fact]
    public async Task TheStartPageTellsTheRulesAndTheAttemptPageNeedsAScript()
    {
        var exam = await Exam.Give(alys, Exam.TwoChoices);
        var anna = await alys.SignIn("anna", "ru");
        var page = await anna.Get(exam.StartUrl);
        Assert.Contains("30 минут", page.Text);
        Assert.Contains("Если связь пропала", page.Text);
        Assert.InRange(page.Statements, 1, 5);
        var player = await exam.Begin(anna);
        Assert.Contains("JavaScript", player.Page.Document.QuerySelector("noscript")!.TextContent);
        Assert.True(player.Page.Document.QuerySelector("#questions")!.HasAttribute("hidden"));
        Assert.Equal(2, player.Page.Document.QuerySelectorAll("fieldset legend").Length);
        Assert.Equal("polite", player.Page.Document.QuerySelector("#said")!.GetAttribute("aria-live") ?? "polite");
        Assert.InRange((await anna.Get($"/a/{player.Code}")).Statements, 1, 5);
    }

    [Fact]
    public async Task HandingInWaitsForEveryAcknowledgedAnswerThenScores()
    {
        var player = await (await Exam.Give(alys, Exam.TwoChoices)).Begin(await alys.SignIn("anna"));
        await player.Say("a", (1, 1, "0", Player.Now), (2, 2, "1", Player.Now));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await player.HandIn("a", 3)).Status);
        Assert.Equal(AttemptState.Running, (await player.Attempt()).State);
        var (status, body) = await player.HandIn("a", 2);
        Assert.Equal((HttpStatusCode.OK, "Submitted"), (status, body.GetProperty("state").GetString()));
        var attempt = await player.Attempt();
        Assert.Equal((2m, 4m, true), (attempt.Points, attempt.MaxPoints, attempt.IsMarked));
        Assert.Equal(1, await player.JournalRows("assessment.attempt.started"));
        Assert.Equal(1, await player.JournalRows("assessment.attempt.submitted"));
        Assert.Equal(1, await player.JournalRows("assessment.attempt.marked"));
        // Handing in again changes nothing.
        Assert.Equal("Submitted", (await player.HandIn("a", 2)).Body.GetProperty("state").GetString());
        Assert.Equal(1, await player.JournalRows("assessment.attempt.submitted"));
    }

    [Fact]
    public async Task TheReceiptListsEveryAnswerEventAndTheResultWhatWasRight()
    {
        var anna = await alys.SignIn("anna", "ru");
        var player = await (await Exam.Give(alys, Exam.TwoChoices)).Begin(anna);
        await player.Say("a", (1, 1, "1", Player.Now), (2, 1, "0", Player.Now), (3, 2, "1", Player.Now), (4, 2, "null", Player.Now));
        await player.HandIn("a", 4);
        var receipt = await anna.Get($"/a/{player.Code}/receipt");
        Assert.Equal(4, receipt.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Contains(ReceiptModel.HashOf(await player.Stored()), receipt.Text);
        Assert.Contains("выбор снят", receipt.Text);
        var result = await anna.Get($"/a/{player.Code}/result");
        Assert.Contains("2 / 4", result.Text);
        Assert.Contains("Нет ответа", result.Text);
        Assert.Contains("Верный ответ", result.Text);
        Assert.InRange(result.Statements, 1, 5);
        Assert.Equal("/a/" + player.Code + "/result", (await anna.Get("/a/" + player.Code)).Url.AbsolutePath);
    }

    [Fact]
    public async Task AnswersThatRaceWithTheHandingInEitherCountOrAreCalledLate()
    {
        var anna = await alys.SignIn("anna");
        var exam = await Exam.Give(alys, Exam.TwoChoices, attempts: 0);
        for (var round = 0; round < 5; round++)
        {
            var player = await exam.Begin(anna);
            var saves = Enumerable.Range(1, 40).Select(n => player.Say("a", (n, 1, (n % 2).ToString(), Player.Now))).ToList();
            await Task.Delay(round * 3, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, (await player.HandIn()).Status);
            var replies = await Task.WhenAll(saves);
            Assert.All(replies, r => Assert.Equal(1, Player.Numbers(r.Body, "saved").Length + Player.Numbers(r.Body, "late").Length));
            var stored = await player.Stored();
            Assert.Equal(40, stored.Count);
            var expected = Answer.Standing(stored).TryGetValue(1, out var stands) && stands.Response == "0" ? 2m : 0m;
            Assert.Equal(expected, (await player.Attempt()).Points);
        }
    }

    [Fact]
    public async Task WhatTheLearnerSeesFollowsTheReviewOptions()
    {
        var anna = await alys.SignIn("anna", "ru");
        var exam = await Exam.Give(alys, Exam.TwoChoices, change: f => (f.RightAfter, f.AfterClose) = (ReviewLevel.Nothing, ReviewLevel.Points));
        var player = await exam.Begin(anna);
        await player.HandIn();
        var page = await anna.Get($"/a/{player.Code}/result");
        Assert.Contains("пока не показывается", page.Text);
        Assert.DoesNotContain("0 / 4", page.Text);
        await alys.Act(act => act.Db.Set<Sitting>().Where(s => s.Id == exam.Sitting.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.ClosesAt, act.Now.AddMinutes(-1))));
        page = await anna.Get($"/a/{player.Code}/result");
        Assert.Contains("0 / 4", page.Text);
        Assert.DoesNotContain("Верный ответ", page.Text);
        var elena = await alys.SignIn("elena", "ru");
        Assert.Contains("Верный ответ", (await elena.Get($"/a/{player.Code}/result")).Text);
    }

    [Fact]
    public async Task TheServerClosesWhatIsOverdueWithEveryAnswerThatArrived()
    {
        var exam = await Exam.Give(alys, Exam.TwoChoices);
        var player = await exam.Begin(await alys.SignIn("anna"));
        await player.Say("a", (1, 1, "0", Player.Now));
        await exam.Pass(player.Code, TimeSpan.FromSeconds(30));
        // On its way when time ran out: within the grace it counts.
        var onItsWay = await player.Say("a", (2, 2, "0", Player.Now));
        Assert.Equal([2], Player.Numbers(onItsWay.Body, "saved"));
        await exam.CloseOverdue();
        Assert.Equal(AttemptState.Running, (await player.Attempt()).State);
        await exam.Pass(player.Code, TimeSpan.FromMinutes(2));
        await exam.CloseOverdue();
        var attempt = await player.Attempt();
        Assert.Equal((AttemptState.TimedOut, 4m), (attempt.State, attempt.Points));
        Assert.Equal(attempt.Deadline, attempt.SubmittedAt);
    }

    [Fact]
    public async Task ALateAnswerIsKeptAndCountsOnlyOnceATeacherAcceptsIt()
    {
        var exam = await Exam.Give(alys, Exam.TwoChoices);
        var player = await exam.Begin(await alys.SignIn("anna"));
        var given = Player.Now;
        await player.Say("a", (1, 1, "0", given));
        await exam.Pass(player.Code, TimeSpan.FromMinutes(5));
        await exam.CloseOverdue();
        for (var i = 0; i < 2; i++)
        {
            var (status, body) = await player.Say("a", (1, 1, "0", given), (2, 2, "0", given));
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal([1], Player.Numbers(body, "saved"));
            Assert.Equal([2], Player.Numbers(body, "late"));
            Assert.Equal("TimedOut", body.GetProperty("state").GetString());
        }
        Assert.Equal(2m, (await player.Attempt()).Points);
        var elena = await alys.SignIn("elena", "ru");
        var page = await elena.Get($"/a/{player.Code}/result");
        Assert.Contains("дошедших после закрытия: 1", page.Text);
        page = await (await page.Click("Учесть")).Submit("form.accept");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(4m, (await player.Attempt()).Points);
    }

    [Fact]
    public async Task ExtraTimeIsGivenWhileTheAttemptRunsAndOverridesLimitAndWindow()
    {
        var exam = await Exam.Give(alys, Exam.TwoChoices, change: f => f.Closes = f.Opens.AddMinutes(70));
        var player = await exam.Begin(await alys.SignIn("anna"));
        Assert.InRange((await player.Say("a", (1, 1, "0", Player.Now))).Body.GetProperty("left").GetInt64(), 0, 10 * 60_000);
        var timur = await alys.SignIn("timur", "ru");
        var show = await timur.Get($"/assessment/sittings/show/{exam.Course}/{exam.Sitting.No}");
        var link = show.Document.QuerySelectorAll("a[href*=extratime]").First(a => a.GetAttribute("aria-label")!.Contains("Анна", StringComparison.Ordinal));
        var form = await timur.Get(link.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.Submit("form.extra", new() { ["Minutes"] = "0", ["Reason"] = "x" })).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.Submit("form.extra", new() { ["Minutes"] = "20" })).Status);
        form = await form.Submit("form.extra", new() { ["Minutes"] = "20", ["Reason"] = "Связь пропадала" });
        Assert.Equal(HttpStatusCode.OK, form.Status);
        Assert.InRange((await player.Say("a", (2, 1, "0", Player.Now))).Body.GetProperty("left").GetInt64(), 20 * 60_000, 30 * 60_000);
        Assert.Equal(HttpStatusCode.NotFound, (await (await alys.SignIn("anna")).Get(link.GetAttribute("href")!)).Status);
    }

    [Fact]
    public async Task AttemptsAndWindowsHaveTheirLimits()
    {
        var anna = await alys.SignIn("anna", "ru");
        var exam = await Exam.Give(alys, Exam.TwoChoices, attempts: 1);
        var player = await exam.Begin(anna);
        Assert.Equal(player.Code, (await new Func<Task<Player>>(async () => new Player(alys, anna, await (await anna.Get(exam.StartUrl)).Click("Продолжить")))()).Code);
        await player.HandIn();
        Assert.Contains("Попыток больше не осталось", (await anna.Get(exam.StartUrl)).Text);
        var early = await Exam.Give(alys, Exam.TwoChoices, change: f => f.Opens = f.Opens.AddHours(2));
        Assert.Contains("ещё не открыт", (await anna.Get(early.StartUrl)).Text);
        var late = await Exam.Give(alys, Exam.TwoChoices, change: f => f.Closes = f.Opens.AddMinutes(30));
        Assert.Contains("Тест закрыт", (await anna.Get(late.StartUrl)).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await (await alys.SignIn("aliya")).Get(exam.StartUrl)).Status);
    }

    [Fact]
    public async Task TheLearnerReadsHowManyAttemptsAreLeftWhichCountsAndWhenTheNextMayStart()
    {
        var anna = await alys.SignIn("anna", "ru");
        var exam = await Exam.Give(alys, Exam.TwoChoices, attempts: 3, change: f => (f.Counting, f.PauseMinutes) = (CountingAttempt.Last, 45));
        var page = await anna.Get(exam.StartUrl);
        Assert.Contains("Осталось попыток: 3 из 3. Засчитывается последняя, даже если она хуже.", page.Text);
        Assert.Contains("Перерыв между попытками: 45 минут", page.Text);
        var stale = page;
        var player = await exam.Begin(anna);
        await player.HandIn();
        page = await anna.Get(exam.StartUrl);
        Assert.Contains("Осталось попыток: 2 из 3", page.Text);
        Assert.Contains("Следующую попытку можно начать", page.Text);
        Assert.Null(page.Document.QuerySelector("main form"));
        var refused = await stale.Submit("main form", new() { ["_key"] = "again" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        await alys.Act(act => act.Db.Set<Attempt>().Where(a => a.Code == player.Code).ExecuteUpdateAsync(set => set.SetProperty(a => a.SubmittedAt, act.Now.AddMinutes(-46))));
        Assert.NotEqual(player.Code, (await exam.Begin(anna)).Code);
        var wrong = await (await (await alys.SignIn("elena", "ru")).Get($"/assessment/sittings/edit/{exam.Course}/{exam.Sitting.No}")).Submit("form.edit", new() { ["Form.PauseMinutes"] = "10081" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
    }

    [Fact]
    public async Task AnEssayWaitsForAPersonWhoMarksItWithAReview()
    {
        ItemBody[] items = [Exam.TwoChoices[0], new Essay { Prompt = "Эссе", MarkingNotes = "Негізгі ой" }];
        var exam = await Exam.Give(alys, items);
        var anna = await alys.SignIn("anna", "ru");
        var player = await exam.Begin(anna);
        var essay = player.Page.Document.QuerySelector("fieldset[data-kind=Essay]")!.GetAttribute("data-item")!;
        await player.Say("a", (1, int.Parse(essay), "\"Мой <b>текст</b>\"", Player.Now));
        await player.HandIn("a", 1);
        Assert.False((await player.Attempt()).IsMarked);
        Assert.Equal(0, await player.JournalRows("assessment.attempt.marked"));
        var elena = await alys.SignIn("elena", "ru");
        var page = await elena.Get("/assessment/marking");
        Assert.Contains("Анна", page.Text);
        page = await elena.Get($"/assessment/marking/mark/{player.Code}/{essay}");
        Assert.Contains("Мой <b>текст</b>", page.Text);
        Assert.Contains("Негізгі ой", page.Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await page.Submit("form.mark", new() { ["Points"] = "2,5" })).Status);
        page = await page.Submit("form.mark", new() { ["Points"] = "1,5", ["Review"] = "Хорошо, но коротко." });
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var attempt = await player.Attempt();
        Assert.Equal((1.5m, true), (attempt.Points, attempt.IsMarked));
        Assert.Equal(1, await player.JournalRows("assessment.attempt.marked"));
        Assert.Contains("Хорошо, но коротко.", (await anna.Get($"/a/{player.Code}/result")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await anna.Get($"/assessment/marking/mark/{player.Code}/{essay}")).Status);
    }

    [Fact]
    public async Task EditingAnItemNeverTouchesAnAttemptThatHasIt()
    {
        var exam = await Exam.Give(alys, Exam.TwoChoices);
        var anna = await alys.SignIn("anna");
        var player = await exam.Begin(anna);
        var before = player.Page.Document.QuerySelector("#q1 .prose")!.TextContent;
        var attempt = await player.Attempt();
        await alys.Act(async act =>
        {
            var version = attempt.Items[0].VersionId;
            var item = await act.Db.Set<Item>().FirstAsync(i => i.LiveVersionId == version);
            act.Db.Add(item.Publish(new SingleChoice { Prompt = "Жаңа", Choices = [new("a", 0), new("b", 100)] }, "test", null, act.Now)!);
            return 0;
        });
        Assert.Equal(before, (await anna.Get($"/a/{player.Code}")).Document.QuerySelector("#q1 .prose")!.TextContent);
    }
}
