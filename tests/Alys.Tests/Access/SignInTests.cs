using System.Net;
using Alys.Access;

namespace Alys.Tests.Access;

public sealed class SignInTests(AlysHost alys) : IClassFixture<AlysHost>
{
    [Fact]
    public async Task APersonOfTheWorldSignsInAndOutAgain()
    {
        var saule = await alys.SignIn("saule");
        var page = await saule.Get("/access/people");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Мұқанова Сәуле", page.Text, StringComparison.Ordinal);
        await (await saule.Get("/sign-out")).Submit("main form");
        Assert.Equal("/sign-in", (await saule.Get("/access/people")).Url.AbsolutePath);
    }

    [Fact]
    public async Task AWrongPasswordIsRefusedInOneSentenceAndTheNameStays()
    {
        var page = await (await alys.Stranger().Get("/sign-in")).Submit("main form", new() { ["UserName"] = "saule", ["Password"] = "wrong" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("құпиясөз қате", page.Text, StringComparison.Ordinal);
        Assert.Equal("saule", page.Document.QuerySelector("#UserName")!.GetAttribute("value"));
        Assert.False(page.Document.QuerySelector("#Password")!.HasAttribute("value"));
    }

    [Fact]
    public async Task AnAccountRestsAfterManyWrongPasswords()
    {
        for (var i = 0; i < 8; i++) await (await alys.Stranger().Get("/sign-in")).Submit("main form", new() { ["UserName"] = "nurlan", ["Password"] = "wrong" });
        var page = await (await alys.Stranger().Get("/sign-in")).Submit("main form", new() { ["UserName"] = "nurlan", ["Password"] = "Kokzhiek-2026" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org")]
    [InlineData("/\\example.org")]
    public async Task SignInLeadsNowhereElse(string to)
    {
        var stranger = alys.Stranger();
        var page = await (await stranger.Get("/sign-in?to=" + Uri.EscapeDataString(to))).Submit("main form", new() { ["UserName"] = "saule", ["Password"] = "Kokzhiek-2026" });
        Assert.Equal(alys.Address.Authority, page.Url.Authority);
    }

    [Theory]
    [InlineData("010101600109", true)]
    [InlineData("010101600018", true)]
    [InlineData("061211600012", true)]
    [InlineData("950101400012", true)]
    [InlineData("950101400011", false)]
    [InlineData("950101401100", false)]
    [InlineData("95010140001", false)]
    [InlineData("95010140001２", false)]
    public void AnIinNeedsItsCheckDigit(string iin, bool valid) => Assert.Equal(valid, Iin.IsValid(iin));
}
