using System.Net;

namespace Alys.Tests.Institution;

public sealed class SetupTests(EmptyHost alys) : IClassFixture<EmptyHost>
{
    [Fact]
    public async Task TheFirstVisitFoundsTheInstitutionOnceAndItsAdministratorSignsIn()
    {
        var stranger = alys.Stranger();
        var setup = await stranger.Get("/");
        Assert.Equal("/setup", setup.Url.AbsolutePath);

        var refused = await setup.Submit("main form", new() { ["NameKk"] = "Сынақ университеті", ["Given"] = "Айша", ["UserName"] = "aisha", ["Password"] = "short" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("Сынақ университеті", refused.Document.QuerySelector("#NameKk")!.GetAttribute("value"));

        var done = await refused.Submit("main form", new() { ["Password"] = "ұзақ құпиясөз 1" });
        Assert.Equal("/sign-in", done.Url.AbsolutePath);
        Assert.Contains("Ұйым құрылды", done.Text, StringComparison.Ordinal);
        var home = await done.Submit("main form", new() { ["UserName"] = "aisha", ["Password"] = "ұзақ құпиясөз 1" });
        Assert.Equal(HttpStatusCode.OK, (await home.Visitor.Get("/access/people")).Status);

        Assert.Contains("Неден бастау керек", home.Text, StringComparison.Ordinal);
        foreach (var step in home.Document.QuerySelectorAll("main ol a")) Assert.Equal(HttpStatusCode.OK, (await home.Visitor.Get(step.GetAttribute("href")!)).Status);
        var course = await home.Visitor.Get("/enrolment/courses/new");
        Assert.Null(course.Document.QuerySelector("main form"));
        Assert.Equal(3, course.Document.QuerySelectorAll("p.note a").Length);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get("/setup")).Status);
    }
}
