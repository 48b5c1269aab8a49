using System.Net;
using System.Text;
using Alys.Learning;
using Microsoft.EntityFrameworkCore;

namespace Alys.Tests.Learning;

public sealed class AnswerTests(AlysHost alys) : IClassFixture<AlysHost>
{
    [Fact]
    public async Task AWorkIsHandedInReturnedImprovedAndReviewedAndEveryVersionStays()
    {
        var answer = await Open("alexei");
        var page = await answer.Submit("form.answer", new() { ["Text"] = "Мой первый ответ" }, new() { ["Files"] = ("схема.sql", Encoding.UTF8.GetBytes("create table t (id int);")) });
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Работа сдана", page.Text, StringComparison.Ordinal);
        Assert.Contains("схема.sql", page.Text, StringComparison.Ordinal);

        var elena = await alys.SignIn("elena", "ru");
        var review = await (await elena.Get("/learning/reviews")).Click("Громов");
        Assert.Contains("Мой первый ответ", review.Text, StringComparison.Ordinal);
        Assert.Equal("create table t (id int);", await elena.Http.GetStringAsync(review.Document.QuerySelector("a[download]")!.GetAttribute("href"), TestContext.Current.CancellationToken));
        await review.Submit("form.review", new() { ["Text"] = "Добавьте ключи.", ["Decision"] = "Returned", ["Points"] = "" });

        page = await answer.Visitor.Get(answer.Url.PathAndQuery);
        Assert.Contains("Добавьте ключи.", page.Text, StringComparison.Ordinal);
        Assert.Contains("возвращено на доработку", page.Text, StringComparison.OrdinalIgnoreCase);
        await page.Submit("form.answer", new() { ["Text"] = "Второй ответ" });

        review = await (await elena.Get("/learning/reviews")).Click("Громов");
        Assert.Contains("Мой первый ответ", review.Text, StringComparison.Ordinal);
        var refused = await review.Submit("form.review", new() { ["Text"] = "Хорошо.", ["Decision"] = "Reviewed", ["Points"] = "101" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("Хорошо.", refused.Document.QuerySelector("#Text")!.TextContent.Trim());
        await refused.Submit("form.review", new() { ["Points"] = "85.5" });

        page = await answer.Visitor.Get(answer.Url.PathAndQuery);
        Assert.Contains("85,5 из 100", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form.answer"));
        var row = await alys.Read(db => db.Set<SubmissionRow>().SingleAsync(s => s.PersonId == db.Set<Alys.Access.PersonRow>().First(p => p.UserName == "alexei").Id, TestContext.Current.CancellationToken));
        Assert.Equal((SubmissionState.Reviewed, 2, 85.5m), (row.State, row.Versions, row.Points));
    }

    [Fact]
    public async Task AnEmptyAnswerIsRefused()
    {
        var page = await (await Open("dmitri")).Submit("form.answer", new() { ["Text"] = "  " });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Ответ пуст", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADraftIsKeptWithItsFilesAndComesBack()
    {
        var answer = await Open("kristina");
        var page = await answer.Submit("form.answer", new() { ["Text"] = "Черновик" });
        page = await (await Open("leila")).SubmitTo("/keep", new() { ["Text"] = "Половина ответа" }, new() { ["Files"] = ("a.txt", [1, 2, 3]) });
        Assert.Contains("Черновик сохранён", page.Text, StringComparison.Ordinal);
        Assert.Equal("Половина ответа", page.Document.QuerySelector("#Text")!.TextContent.Trim());
        Assert.Contains("a.txt", page.Document.QuerySelector("fieldset")!.TextContent, StringComparison.Ordinal);
        page = await page.Submit("form.answer");
        Assert.Contains("a.txt", page.Document.QuerySelector("a[download]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AutosaveKeepsTheTextAndAnOlderWindowDoesNotWriteOverIt()
    {
        var page = await Open("maxim");
        Assert.Equal((HttpStatusCode.NoContent, "1"), await Autosave(page, "раз", 0));
        Assert.Equal((HttpStatusCode.NoContent, "2"), await Autosave(page, "раз два", 1));
        Assert.Equal(HttpStatusCode.Conflict, (await Autosave(page, "старое окно", 1)).Status);
        page = await page.Visitor.Get(page.Url.PathAndQuery);
        Assert.Equal("раз два", page.Document.QuerySelector("#Text")!.TextContent.Trim());
    }

    [Fact]
    public async Task AnOlderWindowIsToldOfTheNewerDraftAndKeepsItsOwnText()
    {
        var old = await Open("pavel");
        await Autosave(old, "с другой машины", 0);
        var page = await old.SubmitTo("/keep", new() { ["Text"] = "моё" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("с другой машины", page.Document.QuerySelector("details pre")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("моё", page.Document.QuerySelector("#Text")!.TextContent.Trim());
        page = await page.SubmitTo("/keep");
        Assert.Equal("моё", page.Document.QuerySelector("#Text")!.TextContent.Trim());
        Assert.Contains("Черновик сохранён", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnExpiredSignInLosesNothingEvenWithoutScripts()
    {
        var page = await Open("ruslan");
        await (await page.Visitor.Get("/sign-out")).Submit("main form");
        page = await page.Submit("form.answer", new() { ["Text"] = "Долго писал" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Долго писал", page.Document.QuerySelector("#Text")!.TextContent.Trim());
        await (await page.Visitor.Get("/sign-in")).Submit("main form", new() { ["UserName"] = "ruslan", ["Password"] = "Kokzhiek-2026" });
        page = await page.Submit("form.answer");
        if (page.Status == HttpStatusCode.UnprocessableEntity) page = await page.Submit("form.answer");
        Assert.Contains("Работа сдана", page.Text, StringComparison.Ordinal);
        Assert.Contains("Долго писал", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSameFormSentTwiceHandsInOnce()
    {
        var page = await Open("viktor");
        await page.Submit("form.answer", new() { ["Text"] = "один раз" });
        await page.Submit("form.answer", new() { ["Text"] = "один раз" });
        Assert.Equal(1, await alys.Read(db => db.Set<SubmissionRow>().Where(s => s.PersonId == db.Set<Alys.Access.PersonRow>().First(p => p.UserName == "viktor").Id).Select(s => s.Versions).SingleAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task NobodyReadsTheWorkOfAnother()
    {
        await (await Open("yulia")).Submit("form.answer", new() { ["Text"] = "моё" }, new() { ["Files"] = ("b.txt", [7]) });
        var no = await alys.Read(db => db.Set<SubmissionRow>().Where(s => s.PersonId == db.Set<Alys.Access.PersonRow>().First(p => p.UserName == "yulia").Id).Select(s => s.No).SingleAsync(TestContext.Current.CancellationToken));
        foreach (var other in new[] { "natalya", "daulet" })
        {
            var visitor = await alys.SignIn(other, "ru");
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"/learning/files/{no}/1/1")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"/learning/reviews/show/{no}")).Status);
        }
    }

    private async Task<PageAnswer> Open(string learner)
    {
        var visitor = await alys.SignIn(learner, "ru");
        var page = await (await visitor.Get($"/s/{await alys.CourseNo("ИС-26-2", "db")}")).Click("Практическое занятие 1.");
        page = await visitor.Get(page.Url.AbsolutePath + "/answer");
        Assert.InRange(page.Statements, 1, 5);
        return page;
    }

    private static async Task<(HttpStatusCode Status, string? Revision)> Autosave(PageAnswer page, string text, int revision)
    {
        var token = page.Document.QuerySelector("form.answer input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var body = new FormUrlEncodedContent(new Dictionary<string, string> { ["Text"] = text, ["Revision"] = revision.ToString(CultureInfo.InvariantCulture), ["__RequestVerificationToken"] = token });
        var response = await page.Visitor.Http.PostAsync(page.Url.AbsolutePath + "/draft", body, TestContext.Current.CancellationToken);
        return (response.StatusCode, response.Headers.TryGetValues("x-revision", out var values) ? values.First() : null);
    }
}

internal static class FormActions
{
    /// <summary>Presses the button of the answer's form that sends it to another address.</summary>
    public static Task<PageAnswer> SubmitTo(this PageAnswer page, string end, Dictionary<string, string>? values = null, Dictionary<string, (string, byte[])>? files = null)
    {
        var form = page.Document.QuerySelector("form.answer")!;
        form.SetAttribute("action", form.QuerySelector($"button[formaction$='{end}']")!.GetAttribute("formaction"));
        return page.Submit("form.answer", values, files);
    }
}
