using System.Net;
using Alys.Enrolment;
using Alys.Grading;

namespace Alys.Tests.Grading;

public sealed class PlanPageTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private Task<CourseRow> Databases => alys.Course("db", "ИС-26-2");

    [Fact]
    public async Task TheTeacherSeesThePlanOfHerCourseWithWeightsThatSumToOne()
    {
        var page = await (await alys.English("elena")).Get($"/grading/plans/{(await Databases).No}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Practical classes", page.Text, StringComparison.Ordinal);
        Assert.Contains("0.6 · AR + 0.4 · exam", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("daulet")]
    [InlineData("anna")]
    [InlineData("nurlan")]
    public async Task APlanDoesNotExistForWhoHasNoDutyThere(string userName) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await alys.SignIn(userName)).Get($"/grading/plans/{(await Databases).No}")).Status);

    [Fact]
    public async Task AWeightBeyondOneIsRefusedAndTheFormStaysFilled()
    {
        var elena = await alys.English("elena");
        var form = await elena.Get($"/grading/plans/{(await Databases).No}/add");
        var page = await form.Submit("form.event", new() { ["Form.Kind"] = "Current", ["Form.Part"] = "Rating1", ["Form.TitleKk"] = "Реферат", ["Form.Weight"] = "0,2" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Only a weight of 0 is left in this part.", page.Text, StringComparison.Ordinal);
        Assert.Equal("Реферат", page.Document.QuerySelector("#Form_TitleKk")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("", "0.1", "Write the title in Kazakh")]
    [InlineData("Реферат", "0", "must be above 0")]
    [InlineData("Реферат", "көп", "must be above 0")]
    [InlineData("Реферат", "1.5", "must be above 0")]
    public async Task WhatIsMissingOrNoWeightIsRefused(string title, string weight, string sentence)
    {
        var course = await alys.Course("db", "АЖ-26-1");
        var daulet = await alys.English("daulet");
        var laboratory = await alys.Event(course, RatingPart.Rating2);
        var page = await (await daulet.Get($"/grading/plans/{course.No}/edit/{laboratory.No}")).Submit("form.event", new() { ["Form.TitleKk"] = title, ["Form.Weight"] = weight });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RemovingAnEventLeavesThePlanIncompleteAndAnotherCompletesIt()
    {
        var course = await alys.Course("intro", "АЖ-26-1");
        var daulet = await alys.English("daulet");
        var exam = await alys.Event(course, RatingPart.Exam);
        var removed = await (await daulet.Get($"/grading/plans/{course.No}/remove/{exam.No}")).Submit("form.remove");
        Assert.Contains("The weights sum to 0. 1 is missing.", removed.Text, StringComparison.Ordinal);
        Assert.Equal(2, await alys.Read(db => db.Set<ControlPlanRow>().Where(p => p.CourseId == course.Id).Select(p => p.SoundParts).SingleAsync()));
        var open = await (await daulet.Get($"/grading/sheets/open/{course.No}")).Submit("form.open");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, open.Status);
        Assert.Contains("The control plan is incomplete", open.Text, StringComparison.Ordinal);
        var added = await (await daulet.Get($"/grading/plans/{course.No}/add")).Submit("form.event", new() { ["Form.Kind"] = "Exam", ["Form.TitleKk"] = "Емтихан", ["Form.Weight"] = "1" });
        Assert.Contains("The control event is in the plan.", added.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("is missing", added.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheRuleIsDataWhoseWeightsSumToOne()
    {
        var course = await alys.Course("db", "АЖ-26-1");
        var daulet = await alys.English("daulet");
        var form = await daulet.Get($"/grading/plans/{course.No}/rule");
        var refused = await form.Submit("form.rule", new() { ["RatingWeight"] = "0.7", ["ExamWeight"] = "0.4" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("The two weights sum to 1.1", refused.Text, StringComparison.Ordinal);
        Assert.Equal("0.7", refused.Document.QuerySelector("#RatingWeight")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.Submit("form.rule", new() { ["AdmissionFrom"] = "101", ["_key"] = "k1" })).Status);
        var saved = await form.Submit("form.rule", new() { ["RatingWeight"] = "0,7", ["ExamWeight"] = "0,3", ["_key"] = "k2" });
        Assert.Contains("0.7 · AR + 0.3 · exam", saved.Text, StringComparison.Ordinal);
    }
}
