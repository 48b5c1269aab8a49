using System.Net;
using Alys.Access;
using Alys.Documents;
using Alys.Platform;

namespace Alys.Tests.Documents;

public sealed class VerificationTests(NoteHost alys) : IClassFixture<NoteHost>
{
    private static readonly string[] Names = ["Орлова", "Анна", "Лысенко", "Павел"];

    private async Task<byte[]> Paper(Visitor visitor, IssuedDocument document)
    {
        var answer = await visitor.Http.GetAsync($"/v/{document.Token}/pdf", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private async Task<Visitor> Examiner(Scope scope)
    {
        var marat = await alys.Person("marat");
        await alys.Act<bool>(async act =>
        {
            await alys.Service<People>().Grant(act, marat, Roles.Examiner, scope);
            return true;
        });
        return await alys.SignIn("marat");
    }

    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task AStrangerSeesKindDateStateAndHashButNoName(string language)
    {
        var issued = await alys.Issue();
        var page = await alys.Stranger(language).Get("/v/" + issued.Token);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(issued.Hash, page.Text, StringComparison.Ordinal);
        Assert.All(Names, name => Assert.DoesNotContain(name, page.Html, StringComparison.Ordinal));
        Assert.DoesNotContain(issued.Number, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/pdf", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStrangerDoesNotGetThePaper()
    {
        var issued = await alys.Issue();
        var page = await alys.Stranger().Get($"/v/{issued.Token}/pdf");
        Assert.Equal("/sign-in", page.Url.AbsolutePath);
    }

    [Fact]
    public async Task AnUnknownTokenDoesNotExist() => Assert.Equal(HttpStatusCode.NotFound, (await alys.Stranger().Get("/v/AAAAAAAAAAAAAAAAAAAAAA")).Status);

    [Fact]
    public async Task TheRegistrarReadsTheWholePaperAndItsFooterBearsTheHash()
    {
        var issued = await alys.Issue();
        var botagoz = await alys.SignIn("botagoz");
        var page = await botagoz.Get("/v/" + issued.Token);
        Assert.Contains(issued.Number, page.Text, StringComparison.Ordinal);
        var text = PdfText.Of(await Paper(botagoz, issued));
        Assert.Contains(issued.Hash, text, StringComparison.Ordinal);
        Assert.Contains("/v/" + issued.Token, text, StringComparison.Ordinal);
        Assert.Contains("Орлова Анна", text, StringComparison.Ordinal);
        Assert.Contains("Лысенко Павел", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALearnerConcernedReadsHerOwnLineOnly()
    {
        var issued = await alys.Issue();
        var anna = await alys.SignIn("anna");
        Assert.Contains("/pdf", (await anna.Get("/v/" + issued.Token)).Html, StringComparison.Ordinal);
        var text = PdfText.Of(await Paper(anna, issued));
        Assert.Contains("Орлова Анна", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Лысенко", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherLearnerIsAStranger()
    {
        var issued = await alys.Issue();
        var igor = await alys.SignIn("igor");
        Assert.DoesNotContain(issued.Number, (await igor.Get("/v/" + issued.Token)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await igor.Get($"/v/{issued.Token}/pdf")).Status);
    }

    [Fact]
    public async Task AnExaminerReadsThePaperOfHerCourseOnly()
    {
        var issued = await alys.Issue();
        var elsewhere = await Examiner(new Scope(ScopeKinds.Course, Guid.CreateVersion7()));
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.Get($"/v/{issued.Token}/pdf")).Status);
        var here = await Examiner(NoteHost.Course);
        Assert.Contains("Лысенко", PdfText.Of(await Paper(here, issued)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoIsNoLongerConcernedByTheNewestVersionStillReadsTheOldOne()
    {
        var first = await alys.Issue();
        var second = await alys.NewVersion(first);
        var pavel = await alys.SignIn("pavel");
        Assert.Contains("Лысенко", PdfText.Of(await Paper(pavel, first)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await pavel.Get($"/v/{second.Token}/pdf")).Status);
    }

    [Fact]
    public async Task APastedHashIsComparedWithBlanksAndCapitalsForgiven()
    {
        var issued = await alys.Issue();
        var page = await alys.Stranger("en").Get("/v/" + issued.Token);
        var same = await page.Submit("main form", new() { ["Hash"] = "SHA-256: " + issued.Hash[..32].ToUpperInvariant() + " " + issued.Hash[32..] });
        Assert.Contains("It matches", same.Text, StringComparison.Ordinal);
        var other = await page.Submit("main form", new() { ["Hash"] = new string('a', 64) });
        Assert.Contains("It does not match", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUploadedPaperIsComparedAndOneChangedByteIsFound()
    {
        var issued = await alys.Issue();
        var pdf = await Paper(await alys.SignIn("botagoz"), issued);
        var page = await alys.Stranger("en").Get("/v/" + issued.Token);
        Assert.Contains("It matches: this is the PDF", (await page.Submit("main form", files: new() { ["Copy"] = ("a.pdf", pdf) })).Text, StringComparison.Ordinal);
        pdf[^20] ^= 1;
        Assert.Contains("It does not match", (await page.Submit("main form", files: new() { ["Copy"] = ("a.pdf", pdf) })).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsNoHashIsRefusedAndTheFormStaysFilled()
    {
        var page = await (await alys.Stranger("en").Get("/v/" + (await alys.Issue()).Token)).Submit("main form", new() { ["Hash"] = "12ab" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("12ab", page.Document.QuerySelector("#Hash")!.GetAttribute("value"));
        Assert.Contains("64 characters", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheOldVersionSaysThatItIsSuperseded()
    {
        var first = await alys.Issue();
        var second = await alys.NewVersion(first);
        Assert.Contains("Superseded", (await alys.Stranger("en").Get("/v/" + first.Token)).Text, StringComparison.Ordinal);
        var page = await alys.Stranger("en").Get("/v/" + second.Token);
        Assert.Contains("In force", page.Text, StringComparison.Ordinal);
        Assert.Contains("another version", (await page.Submit("main form", new() { ["Hash"] = first.Hash })).Text, StringComparison.Ordinal);
    }
}
