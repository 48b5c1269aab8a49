using System.Net;
using Alys.Access;
using Alys.Audit;

namespace Alys.Tests.Access;

public sealed class AccountTests(AlysHost alys) : IClassFixture<AlysHost>
{
    [Fact]
    public async Task APersonIsRegisteredByHandAndSignsIn()
    {
        var saule = await alys.SignIn("saule");
        var page = await (await (await saule.Get("/access/people")).Click("Адамды тіркеу")).Submit("main form", new() { ["Surname"] = "Серік", ["Given"] = "Асан", ["UserName"] = "a.serik", ["Password"] = "Kokzhiek-2026" });
        Assert.StartsWith("/access/people/show/", page.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal("Серік Асан", page.Title);
        await alys.SignIn("a.serik");
    }

    [Theory]
    [InlineData("a b", "Асан", "Kokzhiek-2026", "жарамайды")]
    [InlineData("saule", "Асан", "Kokzhiek-2026", "бос емес")]
    [InlineData("a.new", "Асан", "short", "кемінде 10 таңба")]
    [InlineData("a.new", "", "Kokzhiek-2026", "Тегін немесе атын")]
    public async Task AWrongPersonIsRefusedAndTheFormStaysFilled(string userName, string given, string password, string sentence)
    {
        var page = await (await (await alys.SignIn("saule")).Get("/access/people/new")).Submit("main form", new() { ["Given"] = given, ["UserName"] = userName, ["Password"] = password, ["Email"] = "kept@example.kz" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
        Assert.Equal("kept@example.kz", page.Document.QuerySelector("#Email")!.GetAttribute("value"));
        Assert.True(page.Document.QuerySelector("#errors")!.HasAttribute("autofocus"));
    }

    [Fact]
    public async Task OnesOwnPasswordChangesAndOtherDevicesAreSignedOut()
    {
        var (here, there) = (await alys.SignIn("arman"), await alys.SignIn("arman"));
        var page = await (await here.Get("/access/password")).Submit("main form", new() { ["Present"] = "wrong-password", ["Password"] = "Another-2026" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await (await here.Get("/access/password")).Submit("main form", new() { ["Present"] = "Kokzhiek-2026", ["Password"] = "short" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Submit("main form", new() { ["Present"] = "Kokzhiek-2026", ["Password"] = "Another-2026" });
        Assert.Contains("Құпиясөз ауыстырылды", page.Text, StringComparison.Ordinal);
        await AlysHost.Until(async () => (await there.Get("/communication/notices")).Url.AbsolutePath == "/sign-in");
        Assert.Equal("/communication/notices", (await here.Get("/communication/notices")).Url.AbsolutePath);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignIn("arman", "Kokzhiek-2026")).Status);
        Assert.Equal(HttpStatusCode.OK, (await SignIn("arman", "Another-2026")).Status);
    }

    [Fact]
    public async Task WhoForgotHersGetsAnotherPasswordFromTheAdministratorOnly()
    {
        var dana = await alys.SignIn("dana");
        var no = await alys.Read(db => db.Set<PersonRow>().Where(p => p.UserName == "dana").Select(p => p.No).SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await (await alys.SignIn("saule")).Get($"/access/accounts/give/{no}")).Status);
        var page = await (await (await alys.SignIn("nurlan")).Get($"/access/people/show/{no}")).Click("Жаңа құпиясөз беру");
        page = await page.Submit("main form", new() { ["Password"] = "Given-by-2026" });
        Assert.Contains("Жаңа құпиясөз берілді", page.Text, StringComparison.Ordinal);
        await AlysHost.Until(async () => (await dana.Get("/communication/notices")).Url.AbsolutePath == "/sign-in");
        Assert.Equal(HttpStatusCode.OK, (await SignIn("dana", "Given-by-2026")).Status);
        Assert.True(await alys.Read(db => db.Set<JournalLine>().AnyAsync(j => j.What == "access.password.given" && j.ByPersonId != null && !j.Data.Contains("Given-by"))));
    }

    private async Task<PageAnswer> SignIn(string userName, string password) =>
        await (await alys.Stranger().Get("/sign-in")).Submit("main form", new() { ["UserName"] = userName, ["Password"] = password });
}
