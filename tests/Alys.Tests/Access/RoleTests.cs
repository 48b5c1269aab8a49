using System.Net;
using Alys.Access;
using Alys.Audit;
using Alys.Enrolment;
using Alys.Platform;

namespace Alys.Tests.Access;

public sealed class RoleTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private static string Day(int fromToday) => DateOnly.FromDateTime(Texts.Local(Story.Now)).AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("saule", "/access/roles")]
    [InlineData("gulnar", "/access/roles/show/learner")]
    [InlineData("saule", "/access/grants/new")]
    [InlineData("botagoz", "/access/grants/withdraw/1")]
    [InlineData("aliya", "/access/people/show/1")]
    [InlineData("nurlan", "/access/roles/show/king")]
    [InlineData("nurlan", "/access/people/show/99999")]
    [InlineData("nurlan", "/access/grants/withdraw/99999")]
    public async Task WhoeverHasNoRightFindsNoSuchPage(string userName, string url) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await alys.SignIn(userName)).Get(url)).Status);

    [Fact]
    public async Task TheRolesAreShownWithTheSentencesOfTheirRightsAndTheirHolders()
    {
        var nurlan = await alys.SignIn("nurlan");
        var page = await (await nurlan.Get("/access/people")).Click("Рөлдер");
        Assert.Equal("/access/roles", page.Url.AbsolutePath);
        foreach (var role in Roles.All) Assert.NotNull(page.Document.QuerySelector($"a[href='/access/roles/show/{role}']"));
        page = await page.Click("Тьютор");
        Assert.Contains("Курсты және білім алушылардың ілгерілеуін көру", page.Text, StringComparison.Ordinal);
        Assert.Contains("Курс: Деректер қоры негіздері, АЖ-26-1", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("right.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARoleIsGivenInAScopeAndShownOnThePersonsPageAndWithdrawnWithAReason()
    {
        var nurlan = await alys.SignIn("nurlan");
        var group = await alys.Read(db => db.Set<GroupRow>().SingleAsync(g => g.Code == "АЖ-26-1"));
        var form = await nurlan.Get("/access/grants/new?person=kairat&role=registrar");
        var page = await form.Submit("main form", new() { ["Scope"] = $"group:{group.Id:N}", ["Until"] = Day(30) });
        Assert.StartsWith("/access/people/show/", page.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("Рөл берілді", page.Text, StringComparison.Ordinal);
        Assert.Contains("Топ: АЖ-26-1", page.Text, StringComparison.Ordinal);
        var grant = await alys.Read(db => db.Set<RoleGrant>().SingleAsync(g => g.Role == Roles.Registrar && g.ScopeId == group.Id));
        Assert.True(await Wrote("access.role.granted", grant.Id));
        var kairat = await alys.SignIn("kairat");
        Assert.Contains("АЖ-26-1", (await kairat.Get("/enrolment/groups")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ИС-26-2", (await kairat.Get("/enrolment/groups")).Text, StringComparison.Ordinal);

        page = await (await nurlan.Get($"/access/grants/withdraw/{grant.No}")).Submit("main form", new() { ["Reason"] = " " });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Submit("main form", new() { ["Reason"] = "Басқа жұмысқа ауысты" });
        Assert.Contains("Рөл қайтарып алынды", page.Text, StringComparison.Ordinal);
        Assert.Contains("Басқа жұмысқа ауысты", page.Text, StringComparison.Ordinal);
        Assert.True(await Wrote("access.role.withdrawn", grant.Id));
        await AlysHost.Until(async () => (await kairat.Get("/enrolment/groups")).Status == HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, (await nurlan.Get($"/access/grants/withdraw/{grant.No}")).Status);
    }

    [Fact]
    public async Task ARoleHoldsOnItsDaysOnly()
    {
        var nurlan = await alys.SignIn("nurlan");
        var form = await nurlan.Get("/access/grants/new?person=daulet&role=organiser");
        await form.Submit("main form", new() { ["From"] = Day(1) });
        var daulet = await alys.SignIn("daulet");
        Assert.Equal(HttpStatusCode.NotFound, (await daulet.Get("/access/people")).Status);
        await form.Submit("main form", new() { ["From"] = Day(-3), ["Until"] = Day(0), ["_key"] = "a-second-form" });
        await AlysHost.Until(async () => (await daulet.Get("/access/people")).Status == HttpStatusCode.OK);
        await alys.Act(act => act.Db.Set<RoleGrant>().Where(g => g.Role == Roles.Organiser && g.Until != null).ExecuteUpdateAsync(s => s.SetProperty(g => g.Until, DateOnly.Parse(Day(-1), CultureInfo.InvariantCulture)), act.Ct));
        Assert.Equal(HttpStatusCode.NotFound, (await (await alys.SignIn("daulet")).Get("/access/people")).Status);
    }

    [Theory]
    [InlineData("nobody", "registrar", "", 0, null, "деген пайдаланушы жоқ")]
    [InlineData("timur", "king", "", 0, null, "деген рөл жоқ")]
    [InlineData("timur", "registrar", "group:00000000000000000000000000000001", 0, null, "тізімнен таңдаңыз")]
    [InlineData("timur", "registrar", "", 5, 4, "ерте болмауы керек")]
    [InlineData("timur", "registrar", "", -5, -1, "ерте болмауы керек")]
    [InlineData("saule", "organiser", "", 0, null, "мұндай рөл бар")]
    public async Task WhatCannotBeIsRefusedAndTheFormStaysFilled(string person, string role, string scope, int from, int? until, string sentence)
    {
        var values = new Dictionary<string, string> { ["Person"] = person, ["Role"] = role, ["From"] = Day(from), ["Until"] = until is { } last ? Day(last) : "" };
        if (scope.Length > 0) values["Scope"] = scope;
        var page = await (await (await alys.SignIn("nurlan")).Get("/access/grants/new")).Submit("main form", values);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
        Assert.Equal(person, page.Document.QuerySelector("#Person")!.GetAttribute("value"));
    }

    [Fact]
    public async Task AnAdministratorOfOneCentreGivesNoRoles()
    {
        var nurlan = await alys.SignIn("nurlan");
        var form = await nurlan.Get("/access/grants/new?person=olga&role=administrator");
        var centre = form.Document.QuerySelectorAll("#Scope option").First(o => o.GetAttribute("value")!.StartsWith("centre:", StringComparison.Ordinal)).GetAttribute("value")!;
        Assert.Contains("Рөл берілді", (await form.Submit("main form", new() { ["Scope"] = centre })).Text, StringComparison.Ordinal);
        var olga = await alys.SignIn("olga");
        foreach (var url in new[] { "/access/roles", "/access/grants/new", "/access/roles/show/learner", "/access/grants/withdraw/1" }) Assert.Equal(HttpStatusCode.NotFound, (await olga.Get(url)).Status);
    }

    private Task<bool> Wrote(string what, Guid about) => alys.Read(db => db.Set<JournalLine>().AnyAsync(j => j.What == what && j.ObjectId == about && j.ByPersonId != null));
}

public sealed class LastAdministratorTests(AlysHost alys) : IClassFixture<AlysHost>
{
    [Fact]
    public async Task TheLastAdministratorStaysUntilAnotherIsThereForGood()
    {
        var nurlan = await alys.SignIn("nurlan");
        var own = await alys.Read(db => db.Set<RoleGrant>().SingleAsync(g => g.Role == Roles.Administrator));
        var page = await TakeAway(nurlan, own);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("соңғы әкімшісі", page.Text, StringComparison.Ordinal);

        await Give(nurlan, "gulnar", DateOnly.FromDateTime(Texts.Local(Story.Now)).AddDays(5));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await TakeAway(nurlan, own)).Status);

        await Give(nurlan, "saule", null);
        Assert.Equal("/access/people/show/", (await TakeAway(nurlan, own)).Url.AbsolutePath[..20]);
        Assert.Equal(1, await alys.Read(db => db.Set<RoleGrant>().CountAsync(g => g.Role == Roles.Administrator && g.WithdrawnAt == null && g.Until == null)));
    }

    private static async Task<PageAnswer> TakeAway(Visitor visitor, RoleGrant grant) =>
        await (await visitor.Get($"/access/grants/withdraw/{grant.No}")).Submit("main form", new() { ["Reason"] = "Ауысты" });

    private static async Task Give(Visitor visitor, string person, DateOnly? until) =>
        await (await visitor.Get($"/access/grants/new?person={person}&role=administrator")).Submit("main form", new() { ["Until"] = until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "" });
}
