using System.Net;
using Alys.Communication;

namespace Alys.Tests.Communication;

public sealed class ConsultationTests(AlysHost alys) : IClassFixture<AlysHost>
{
    [Fact]
    public async Task AQuestionRunsItsClockUntilTheTutorAnswersAndAgainWhenTheLearnerAsksOn()
    {
        var s = await Course("АЖ-26-1", "db");
        var aliya = await alys.SignIn("aliya");
        var asked = await (await aliya.Get($"/s/{s}/q/new")).Submit("main form", new() { ["Topic"] = "Кілт таңдау", ["Text"] = "Табиғи кілт дұрыс па?" });
        Assert.Contains("Жауап мерзімі", asked.Text);
        var row = await Row("Кілт таңдау");
        Assert.Null(row.AnsweredAt);
        Assert.True(row.DueAt > row.AskedAt);

        var aigerim = await alys.SignIn("aigerim");
        var queue = await aigerim.Get("/communication/questions");
        var answered = await (await queue.Click("Кілт таңдау")).Submit("main form", new() { ["Text"] = "Көбіне жасанды кілт ыңғайлы." });
        Assert.Contains("Жауап берілді", answered.Text);
        row = await Row("Кілт таңдау");
        Assert.NotNull(row.AnsweredAt);
        Assert.Null(row.WaitingSince);
        Assert.DoesNotContain("Кілт таңдау", (await aigerim.Get("/communication/questions")).Text);

        await (await aliya.Get(asked.Url.AbsolutePath)).Submit("main form", new() { ["Text"] = "Ал неге?" });
        row = await Row("Кілт таңдау");
        Assert.NotNull(row.WaitingSince);
        Assert.True(row.WaitingSince > row.AnsweredAt);
        var delivered = await alys.Read(db => db.Set<ConsultationRow>().SingleAsync(c => c.CourseId == row.CourseId && c.No == row.No));
        Assert.Equal((ConsultationKind.IndividualDistance, ConsultationChannel.Question), (delivered.Kind, delivered.Channel));
    }

    [Fact]
    public async Task AnotherLearnersQuestionDoesNotExist()
    {
        var s = await Course("АЖ-26-1", "db");
        var asked = await (await (await alys.SignIn("aliya")).Get($"/s/{s}/q/new")).Submit("main form", new() { ["Topic"] = "Жеке сұрақ", ["Text"] = "Бұл — жеке." });
        var arman = await alys.SignIn("arman");
        Assert.Equal(HttpStatusCode.NotFound, (await arman.Get(asked.Url.AbsolutePath)).Status);
        Assert.DoesNotContain("Жеке сұрақ", (await arman.Get($"/s/{s}/q")).Text);
        Assert.Contains("Жеке сұрақ", (await (await alys.SignIn("daulet")).Get($"/s/{s}/q")).Text);
        Assert.Contains("Жеке сұрақ", (await (await alys.SignIn("gulnar")).Get($"/s/{s}/q")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await (await alys.SignIn("timur")).Get(asked.Url.AbsolutePath)).Status);
    }

    [Fact]
    public async Task AnOverseerReadsAndDoesNotAnswer()
    {
        var s = await Course("АЖ-26-1", "db");
        var gulnar = await alys.SignIn("gulnar");
        var page = await gulnar.Get($"/s/{s}/q/1");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Document.QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await gulnar.Get("/communication/questions")).Status);
    }

    [Fact]
    public async Task AConsultationByTelephoneIsWrittenDown()
    {
        var s = await Course("АЖ-26-1", "db");
        var aigerim = await alys.SignIn("aigerim");
        var form = await aigerim.Get($"/s/{s}/q/log");
        var arman = form.Document.QuerySelectorAll("#PersonId option").Single(o => o.TextContent.Contains("Арман", StringComparison.Ordinal)).GetAttribute("value")!;
        var page = await form.Submit("main form", new() { ["PersonId"] = arman, ["Channel"] = "Phone", ["HeldAt"] = "2026-11-02T10:30", ["Minutes"] = "12", ["Topic"] = "Байланыс туралы", ["Note"] = "Кешке қайта қоңырау шалу" });
        Assert.Contains("Консультация журналға жазылды.", page.Text);
        Assert.Contains("Байланыс туралы", page.Text);
        var row = await alys.Read(db => db.Set<ConsultationRow>().SingleAsync(c => c.Minutes == 12));
        Assert.Equal((ConsultationKind.IndividualDistance, ConsultationChannel.Phone, new DateTime(2026, 11, 2, 10, 30, 0)), (row.Kind, row.Channel, Alys.Platform.Texts.Local(row.HeldAt)));
    }

    [Theory]
    [InlineData("HeldAt", "2099-01-01T10:00", "уақыты әлі келген жоқ")]
    [InlineData("Minutes", "0", "Ұзақтығы")]
    [InlineData("Channel", "FaceToFace", "28-тармақ")]
    [InlineData("Topic", "", "Тақырыптың атауын")]
    [InlineData("PersonId", "018f0000-0000-7000-8000-000000000000", "бұл адам")]
    public async Task AWrongLineOfTheLogIsRefusedInOneSentence(string field, string value, string sentence)
    {
        var s = await Course("АЖ-26-1", "db");
        var form = await (await alys.SignIn("aigerim")).Get($"/s/{s}/q/log");
        var values = new Dictionary<string, string> { ["Channel"] = "Teleconference", ["HeldAt"] = "2026-11-02T10:30", ["Minutes"] = "12", ["Topic"] = "Қате жол" };
        values[field] = value;
        var page = await form.Submit("main form", values);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(sentence, page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Қате жол", (await form.Visitor.Get($"/s/{s}/q")).Text);
    }

    private Task<int> Course(string group, string subject) => TestCourses.Number(alys, group, subject);
    private Task<QuestionRow> Row(string topic) => alys.Read(db => db.Set<QuestionRow>().SingleAsync(q => q.Topic == topic));
}
