using System.Net;
using Alys.Documents;
using Alys.Enrolment;
using Alys.Grading;

namespace Alys.Tests.Grading;

/// <summary>A sheet's way from open to closed and to its second version, each test on a course or a step of its own.</summary>
public sealed class SheetPageTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private static readonly string[] ExamMarks = ["95", "88", "49", "72", "64", "90", "55", "24", "81"];

    private static int NoOf(PageAnswer sheet) => int.Parse(sheet.Url.Segments[^1], CultureInfo.InvariantCulture);

    private static Task<PageAnswer> Do(Visitor who, int sheet, string verb, Dictionary<string, string>? values = null) =>
        who.Get($"/grading/sheets/{sheet}/{verb}").ContinueWith(form => form.Result.Submit("form." + verb, values), TaskScheduler.Default).Unwrap();

    private static async Task<int> Open(Visitor teacher, CourseRow course) =>
        NoOf(await (await teacher.Get($"/grading/sheets/open/{course.No}")).Submit("form.open"));

    private Task<DocumentRow> Document(CourseRow course) => alys.Read(db =>
        (from sheet in db.GradeSheets join document in db.Set<DocumentRow>() on sheet.DocumentId equals (Guid?)document.Id where sheet.CourseId == course.Id select document).SingleAsync());

    [Fact]
    public async Task FromTheFirstMarkToTheVerifiedPaperAndItsSecondVersion()
    {
        var course = await alys.Course("intro", "ИС-26-2");
        var (elena, kairat, botagoz) = (await alys.English("elena"), await alys.English("kairat"), await alys.English("botagoz"));
        await kairat.EnterMarks(course, await alys.Event(course, RatingPart.Exam), "Closing interview, 23 November", ExamMarks);
        var sheet = await Open(elena, course);

        // Only who has the step's right finds the step's page, and only in its turn is it done.
        Assert.Equal(HttpStatusCode.NotFound, (await elena.Get($"/grading/sheets/{sheet}/close")).Status);
        Assert.Contains("must be checked first", (await Do(kairat, sheet, "close")).Text, StringComparison.Ordinal);
        Assert.Contains("must be filled first", (await Do(kairat, sheet, "check")).Text, StringComparison.Ordinal);
        var filled = await Do(elena, sheet, "fill");
        Assert.Contains("absent", filled.Text, StringComparison.Ordinal);
        Assert.Contains("FX", filled.Text, StringComparison.Ordinal);
        Assert.Contains("The sheet is checked.", (await Do(kairat, sheet, "check")).Text, StringComparison.Ordinal);
        var closed = await Do(kairat, sheet, "close");
        Assert.Contains("The sheet is closed and its document registered.", closed.Text, StringComparison.Ordinal);

        var row = await alys.Read(db => db.Set<GradeSheetRow>().SingleAsync(s => s.CourseId == course.Id));
        Assert.Equal((sheet, 1), (row.No, row.Version));
        Assert.NotNull(row.ClosedAt);

        // The paper bears the hash of the canonical data and the way to the page that verifies it.
        var document = await Document(course);
        Assert.Contains(document.Hash, closed.Text, StringComparison.Ordinal);
        var pdf = await kairat.Http.GetByteArrayAsync($"/v/{document.Token}/pdf", TestContext.Current.CancellationToken);
        var paper = PdfText.Of(pdf);
        Assert.Contains(document.Hash, paper, StringComparison.Ordinal);
        Assert.Contains("/v/" + document.Token, paper, StringComparison.Ordinal);
        Assert.Contains("Экзаменационная ведомость", paper, StringComparison.Ordinal);
        Assert.Contains("Орлова Анна Сергеевна", paper, StringComparison.Ordinal);
        Assert.Contains("Есенов Қайрат Жомартұлы", paper, StringComparison.Ordinal);
        var stranger = await alys.Stranger("en").Get("/v/" + document.Token);
        Assert.Contains("Grade sheet", stranger.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Орлова", stranger.Html, StringComparison.Ordinal);
        Assert.Contains("It matches", (await stranger.Submit("main form", new() { ["Hash"] = document.Hash })).Text, StringComparison.Ordinal);

        // The learner reads her closed mark with its arithmetic, and on paper her own line alone.
        var leila = await alys.English("leila");
        var own = await leila.Get($"/s/{course.No}/grades");
        Assert.Contains(document.Number, own.Text, StringComparison.Ordinal);
        Assert.Contains("Final grade = 0.6 · AR + 0.4 · exam", own.Text, StringComparison.Ordinal);
        Assert.InRange(own.Statements, 1, 5);
        Assert.Contains("The grade sheet is closed, the final grade is ready", (await leila.Get("/communication/notices")).Text, StringComparison.Ordinal);
        var extract = PdfText.Of(await leila.Http.GetByteArrayAsync($"/v/{document.Token}/pdf", TestContext.Current.CancellationToken));
        Assert.Contains("Алиева", extract, StringComparison.Ordinal);
        Assert.DoesNotContain("Орлова", extract, StringComparison.Ordinal);

        // What is closed does not move: marks and plan are refused.
        var late = await kairat.EnterMarks(course, await alys.Event(course, RatingPart.Exam), "Too late", "100");
        Assert.Contains("The grade sheet is closed.", late.Text, StringComparison.Ordinal);
        var rule = await (await elena.Get($"/grading/plans/{course.No}/rule")).Submit("form.rule");
        Assert.Contains("The grade sheet is closed.", rule.Text, StringComparison.Ordinal);
        Assert.Contains("The grade sheet is closed.", (await Do(elena, sheet, "fill")).Text, StringComparison.Ordinal);

        // Reopening needs a reason and begins a second version; the first stays, superseded once the second is closed.
        Assert.Equal(HttpStatusCode.NotFound, (await kairat.Get($"/grading/sheets/{sheet}/reopen")).Status);
        Assert.Contains("Write the reason", (await Do(botagoz, sheet, "reopen", new() { ["Reason"] = "" })).Text, StringComparison.Ordinal);
        Assert.Contains("version 2", (await Do(botagoz, sheet, "reopen", new() { ["Reason"] = "Протокол апелляции № 3" })).Text, StringComparison.Ordinal);
        await kairat.EnterMarks(course, await alys.Event(course, RatingPart.Exam), "Appeal", "97");
        await Do(elena, sheet, "fill");
        await Do(botagoz, sheet, "check");
        await Do(kairat, sheet, "close");
        var second = await Document(course);
        Assert.Equal((document.Id, document.Number, 2), (second.Id, second.Number, second.Version));
        Assert.Contains("Superseded", (await alys.Stranger("en").Get("/v/" + document.Token)).Text, StringComparison.Ordinal);
        var now = await botagoz.Get("/v/" + second.Token);
        Assert.Contains("In force", now.Text, StringComparison.Ordinal);
        Assert.Contains("Протокол апелляции № 3", now.Text, StringComparison.Ordinal);
        Assert.Equal(pdf, await kairat.Http.GetByteArrayAsync($"/v/{document.Token}/pdf", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task WhoFilledTheSheetDoesNotCheckItAndMovedMarksStopTheClosing()
    {
        var course = await alys.Course("intro", "АЖ-26-1");
        var (daulet, kairat, botagoz) = (await alys.English("daulet"), await alys.English("kairat"), await alys.English("botagoz"));
        var exam = await alys.Event(course, RatingPart.Exam);
        await kairat.EnterMarks(course, exam, "Interview", "80");
        var sheet = await Open(daulet, course);
        Assert.Contains("opened already", (await (await daulet.Get($"/grading/sheets/open/{course.No}")).Submit("form.open")).Text, StringComparison.Ordinal);
        await Do(kairat, sheet, "fill");
        Assert.Contains("another person does", (await Do(kairat, sheet, "check")).Text, StringComparison.Ordinal);
        await Do(botagoz, sheet, "check");
        await kairat.EnterMarks(course, exam, "Heard again", "85");
        var refused = await Do(kairat, sheet, "close");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Marks have changed since the sheet was filled.", refused.Text, StringComparison.Ordinal);
        Assert.False(await alys.Read(db => db.GradeSheets.Where(GradeSheet.IsClosed).AnyAsync(s => s.CourseId == course.Id)));
        await Do(daulet, sheet, "fill");
        await Do(botagoz, sheet, "check");
        Assert.Contains("The sheet is closed", (await Do(kairat, sheet, "close")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("anna")]
    [InlineData("marat")]
    public async Task ASheetDoesNotExistForWhoHasNoDutyThere(string userName)
    {
        var course = await alys.Course("intro", "ИС-26-2");
        Assert.Equal(HttpStatusCode.NotFound, (await (await alys.SignIn(userName)).Get($"/grading/sheets/open/{course.No}")).Status);
    }
}
