using System.Net;
using Alys.Access;
using Alys.Assessment.Attempts;
using Alys.Platform;

namespace Alys.Tests.Assessment;

public sealed class AnswerTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private async Task<Player> Anna(int minutes = 30)
    {
        var exam = await Exam.Give(alys, Exam.TwoChoices, minutes);
        return await exam.Begin(await alys.SignIn("anna"));
    }

    [Fact]
    public async Task AnAnswerIsOneRowWithOneJournalRowHoweverOftenItIsSent()
    {
        var player = await Anna();
        for (var i = 0; i < 3; i++)
        {
            var (status, body) = await player.Say("a", (1, 1, "0", Player.Now));
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal([1], Player.Numbers(body, "saved"));
            Assert.InRange(body.GetProperty("left").GetInt64(), 29 * 60_000, 30 * 60_000);
        }
        Assert.Single(await player.Stored());
        Assert.Equal(1, await player.JournalRows("assessment.answer.saved"));
    }

    [Fact]
    public async Task BatchesThatComeInTheWrongOrderLeaveTheAnswerGivenLast()
    {
        var player = await Anna();
        var now = Player.Now;
        await player.Say("a", (3, 1, "0", now + 2), (4, 2, "1", now + 3));
        await player.Say("a", (1, 1, "1", now), (2, 1, "null", now + 1));
        var standing = Answer.Standing(await player.Stored());
        Assert.Equal(("0", "1"), (standing[1].Response, standing[2].Response));
        Assert.Equal(4, (await player.Stored()).Count);
    }

    [Fact]
    public async Task AnOldAnswerOfAMachineThatWasCutOffDoesNotUndoANewerOneOfAnother()
    {
        var exam = await Exam.Give(alys, Exam.TwoChoices);
        var first = await exam.Begin(await alys.SignIn("anna"));
        var elsewhere = await alys.SignIn("anna");
        var second = new Player(alys, elsewhere, await elsewhere.Get($"/a/{first.Code}"));
        var started = Player.Now;
        await Task.Delay(30, TestContext.Current.CancellationToken);
        await second.Say("second", (1, 1, "0", Player.Now));
        await first.Say("first", (1, 1, "1", started), (2, 2, "0", started + 1));
        var standing = Answer.Standing(await first.Stored());
        Assert.Equal("0", standing[1].Response);
        Assert.Equal("0", standing[2].Response);
        // Whoever opens the page next sees what stands.
        var page = await elsewhere.Get($"/a/{first.Code}");
        Assert.True(page.Document.QuerySelector("#q1 input[value='0']")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task SomeoneElsesAttemptDoesNotExist()
    {
        var player = await Anna();
        var dmitri = await alys.SignIn("dmitri");
        var own = await (await Exam.Give(alys, Exam.TwoChoices)).Begin(dmitri);
        var (status, body) = await new Player(alys, dmitri, player.Page).Post("answers", """{"client":"x","answers":[{"seq":1,"item":1,"response":0,"at":1}]}""");
        Assert.NotEqual(HttpStatusCode.OK, status);
        // Even with a valid token of his own:
        var request = new HttpRequestMessage(HttpMethod.Post, $"/a/{player.Code}/answers") { Content = new StringContent("""{"client":"x","answers":[{"seq":1,"item":1,"response":0,"at":1}]}""", System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("RequestVerificationToken", own.Page.Document.QuerySelector("[data-attempt]")!.GetAttribute("data-token"));
        Assert.Equal(HttpStatusCode.NotFound, (await dmitri.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await dmitri.Get($"/a/{player.Code}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await dmitri.Get($"/a/{player.Code}/receipt")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await dmitri.Get($"/a/{player.Code}/result")).Status);
        Assert.Empty(await player.Stored());
    }

    [Fact]
    public async Task ATokenThatServedOneSessionServesNoOther()
    {
        var player = await Anna();
        // Twice, so that the pair is remembered.
        await player.Say("a", (1, 1, "0", Player.Now));
        await player.Say("a", (2, 1, "1", Player.Now));
        var again = new Player(alys, await alys.SignIn("anna"), player.Page);
        Assert.Equal(HttpStatusCode.BadRequest, (await again.Post("answers", """{"client":"b","answers":[{"seq":1,"item":1,"response":0,"at":1}]}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await again.Post("answers", """{"client":"b","answers":[]}""", withToken: false)).Status);
        Assert.Equal(2, (await player.Stored()).Count);
    }

    [Fact]
    public async Task ACookieThatIsKnownSaysNothingOnceItsSessionIsEnded()
    {
        var anna = await alys.SignIn("anna");
        var player = await (await Exam.Give(alys, Exam.TwoChoices)).Begin(anna);
        await player.Say("a", (1, 1, "0", Player.Now));
        // Elsewhere, so that this visitor keeps her cookies.
        await alys.Act(async act => await act.Db.Set<Session>().Where(s => s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, act.Now)));
        alys.Service<Pulses>().Send(Readers.Changed);
        // A repeated answer, which stores nothing, asks whether the word has come.
        await AlysHost.Until(async () => (await player.Say("a", (1, 1, "0", Player.Now))).Status == HttpStatusCode.Unauthorized, 10);
        Assert.Equal(HttpStatusCode.Unauthorized, (await player.Say("a", (2, 1, "1", Player.Now))).Status);
        Assert.Single(await player.Stored());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"client":"a"}""")]
    [InlineData("""{"client":"","answers":[]}""")]
    [InlineData("""{"client":"a b","answers":[]}""")]
    [InlineData("""{"client":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","answers":[]}""")]
    [InlineData("""{"client":"a","answers":[null]}""")]
    [InlineData("""{"client":"a","answers":[{"seq":"one","item":1,"response":0,"at":1}]}""")]
    [InlineData("""{"client":"a","answers":[{"seq":1.5,"item":1,"response":0,"at":1}]}""")]
    [InlineData("""{"client":"a","answers":[{"seq":1,"item":1,"response":0,"at":1},]}""")]
    public async Task WhatIsNotABatchOfAnswersIsRefusedWholeInOneSentence(string body)
    {
        var player = await Anna();
        var (status, reply) = await player.Post("answers", body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.NotEmpty(reply.GetProperty("error").GetString()!);
        Assert.Empty(await player.Stored());
    }

    [Fact]
    public async Task AnAnswerOfTheWrongShapeIsRefusedByNameAndTheOthersAreSaved()
    {
        var player = await Anna();
        var (status, body) = await player.Say("a", (1, 1, "7", 1), (2, 3, "0", 1), (3, 1, "\"x\"", 1), (0, 1, "0", 1), (4, 2, "1", long.MaxValue), (5, 1, "0", -1));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal([1, 2, 3, 0], Player.Numbers(body, "refused"));
        Assert.Equal([4, 5], Player.Numbers(body, "saved"));
        var attempt = await player.Attempt();
        Assert.All(await player.Stored(), a => Assert.InRange(a.At, attempt.StartedAt.AddMilliseconds(-1), a.ReceivedAt.AddMilliseconds(1)));
    }

    [Fact]
    public async Task WithoutItsTokenOrASignInNothingIsTaken()
    {
        var player = await Anna();
        const string batch = """{"client":"a","answers":[{"seq":1,"item":1,"response":0,"at":1}]}""";
        Assert.Equal(HttpStatusCode.BadRequest, (await player.Post("answers", batch, withToken: false)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await new Player(alys, alys.Stranger(), player.Page).Post("answers", batch)).Status);
        Assert.Empty(await player.Stored());
    }

    [Fact]
    public async Task TwoHundredAnswersAtOnceAreAllThereOnce()
    {
        var player = await Anna();
        var replies = await Task.WhenAll(Enumerable.Range(1, 200).Select(n => player.Say("a", (n, 1 + n % 2, (n % 2).ToString(), Player.Now))));
        Assert.All(replies, r => Assert.Equal(HttpStatusCode.OK, r.Status));
        Assert.Equal(Enumerable.Range(1, 200), (await player.Stored()).Select(a => a.Seq).Order());
        Assert.Equal(200, await player.JournalRows("assessment.answer.saved"));
    }
}
