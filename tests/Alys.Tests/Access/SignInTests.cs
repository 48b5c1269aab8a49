using System.Diagnostics;
using System.Net;
using Alys.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

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

    [Fact]
    public async Task AnOldWeakHashIsMadeAnewAtTheNextSignIn()
    {
        var weak = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 10 })).HashPassword(new Account(), "Kokzhiek-2026");
        await alys.Act(async act => (await act.Db.Accounts.SingleAsync(a => a.UserName == "dana")).PasswordHash = weak);
        await alys.SignIn("dana");
        Assert.NotEqual(weak, await alys.Read(db => db.Accounts.Where(a => a.UserName == "dana").Select(a => a.PasswordHash).SingleAsync()));
        await alys.SignIn("dana");
    }

    [Fact]
    public async Task APasswordIsHashedOutsideTheActAndWhileItIsNobodyWaits()
    {
        // Somebody writes while a password is being checked: with the check inside an act, her act would wait for its end.
        var slow = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 4_000_000 })).HashPassword(new Account(), "Kokzhiek-2026");
        await alys.Act(async act => (await act.Db.Accounts.SingleAsync(a => a.UserName == "ulan")).PasswordHash = slow);
        var clock = Stopwatch.StartNew();
        var signingIn = alys.SignIn("ulan");
        var longest = TimeSpan.Zero;
        while (!signingIn.IsCompleted)
        {
            var begun = clock.Elapsed;
            await alys.Act(act => { act.Wrote("test.nobody-waits", "Test", Guid.NewGuid()); return Task.FromResult(0); });
            if (clock.Elapsed - begun is var took && took > longest) longest = took;
        }
        await signingIn;
        Assert.True(longest < clock.Elapsed / 2, $"Of {clock.Elapsed.TotalMilliseconds:0} ms an act waited {longest.TotalMilliseconds:0}");
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
