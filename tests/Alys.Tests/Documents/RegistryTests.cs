using System.Net;

namespace Alys.Tests.Documents;

public sealed class RegistryTests(NoteHost alys) : IClassFixture<NoteHost>
{
    private async Task<Visitor> Registrar()
    {
        var botagoz = await alys.SignIn("botagoz");
        await botagoz.Get("/language/en?to=/");
        return botagoz;
    }

    private static async Task<PageAnswer> Opened(Visitor registrar, string number)
    {
        var list = await registrar.Get("/documents/registry");
        return await list.Click(number);
    }

    [Fact]
    public async Task TheRegistrarFindsADocumentWithItsVersions()
    {
        var first = await alys.Issue();
        var second = await alys.NewVersion(first);
        var page = await Opened(await Registrar(), first.Number);
        Assert.Contains(first.Hash, page.Text, StringComparison.Ordinal);
        Assert.Contains(second.Hash, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAnnulledDocumentSaysSoToEverybody()
    {
        var issued = await alys.Issue();
        var page = await Opened(await Registrar(), issued.Number);
        var annul = await page.Click("Annul");
        var refused = await annul.Submit("main form", new() { ["Reason"] = " " });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Write the reason", refused.Text, StringComparison.Ordinal);
        var done = await annul.Submit("main form", new() { ["Reason"] = "Issued by mistake" });
        Assert.Contains("The document is annulled", done.Text, StringComparison.Ordinal);
        var stranger = await alys.Stranger("en").Get("/v/" + issued.Token);
        Assert.Contains("Annulled", stranger.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("by mistake", stranger.Text, StringComparison.Ordinal);
        var again = await annul.Submit("main form", new() { ["Reason"] = "Twice", ["_key"] = "another" });
        Assert.Contains("annulled already", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALearnerDoesNotSeeTheRegister() => Assert.Equal(HttpStatusCode.NotFound, (await (await alys.SignIn("anna")).Get("/documents/registry")).Status);

    [Fact]
    public async Task TheNumberingRuleIsDataAndMustBearYearAndNumber()
    {
        var registrar = await Registrar();
        var edit = await registrar.Get("/documents/numbering/note");
        var refused = await edit.Submit("main form", new() { ["Pattern"] = "N-{n}" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("N-{n}", refused.Document.QuerySelector("#Pattern")!.GetAttribute("value"));
        await edit.Submit("main form", new() { ["Pattern"] = "№ {n} / {year}" });
        Assert.Matches(@"^№ \d+ / \d{4}$", (await alys.Issue()).Number);
        await (await registrar.Get("/documents/numbering/note")).Submit("main form", new() { ["Pattern"] = "{year}/Е-{n}" });
    }
}
