using System.Net;
using Alys.Institution;
using Alys.Platform;

namespace Alys.Tests.Institution;

public sealed class InstitutionPagesTests(AlysHost alys) : IClassFixture<AlysHost>
{
    [Fact]
    public async Task TheOrganiserSeesUnitsAndPeriods()
    {
        var page = await (await alys.SignIn("saule")).Get("/institution");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Ақпараттық жүйелер кафедрасы", page.Text, StringComparison.Ordinal);
        Assert.Contains("2026 жылғы күзгі семестр", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/institution")]
    [InlineData("/institution/units/new")]
    [InlineData("/institution/units/edit/2")]
    [InlineData("/institution/periods/new")]
    [InlineData("/institution/periods/edit/2")]
    [InlineData("/institution/organisations/edit")]
    public async Task ALearnerFindsNoSuchPage(string url) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await alys.SignIn("aliya")).Get(url)).Status);

    [Fact]
    public async Task TheHeadSeesButDoesNotChange()
    {
        var gulnar = await alys.SignIn("gulnar");
        Assert.Empty((await gulnar.Get("/institution")).Document.QuerySelectorAll("a[href*=edit], a[href*=new]"));
        Assert.Equal(HttpStatusCode.NotFound, (await gulnar.Get("/institution/units/new")).Status);
    }

    [Fact]
    public async Task AUnitIsOpenedChangedAndMoved()
    {
        var nurlan = await alys.SignIn("nurlan");
        var form = await nurlan.Get("/institution/units/new");
        var faculty = form.Document.QuerySelectorAll("#Parent option").Single(o => o.TextContent.Contains("факультеті", StringComparison.Ordinal)).GetAttribute("value")!;
        var page = await form.Submit("main form", new() { ["Code"] = "net", ["Kind"] = "Chair", ["Parent"] = faculty, ["NameKk"] = "Желілер кафедрасы" });
        Assert.Equal("/institution", page.Url.AbsolutePath);
        Assert.Contains("Бөлімше қосылды", page.Text, StringComparison.Ordinal);
        var unit = await alys.Read(db => db.Set<UnitRow>().SingleAsync(u => u.Code == "net"));
        page = await (await nurlan.Get($"/institution/units/edit/{unit.No}")).Submit("main form", new() { ["NameRu"] = "Кафедра сетей", ["Parent"] = "" });
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var after = await alys.Read(db => db.Set<UnitRow>().SingleAsync(u => u.Code == "net"));
        Assert.Equal(("Желілер кафедрасы", "Кафедра сетей", null), (after.NameKk, after.NameRu, after.ParentId));
    }

    [Theory]
    [InlineData("it", "Атауы", "бос емес")]
    [InlineData("", "Атауы", "Қысқа кодын")]
    [InlineData("new-one", "", "Атауын қазақша")]
    public async Task ABadUnitIsRefusedAndTheFormStaysFilled(string code, string name, string sentence)
    {
        var page = await (await (await alys.SignIn("saule")).Get("/institution/units/new")).Submit("main form", new() { ["Code"] = code, ["NameKk"] = name, ["NameEn"] = "Kept" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
        Assert.Equal("Kept", page.Document.QuerySelector("#NameEn")!.GetAttribute("value"));
        Assert.False(await alys.Read(db => db.Set<UnitRow>().AnyAsync(u => u.NameEn == "Kept")));
    }

    [Fact]
    public async Task AUnitCannotStandWithinItself()
    {
        var rows = await alys.Read(db => db.Set<UnitRow>().ToListAsync());
        var faculty = rows.Single(u => u.Code == "it");
        var chair = rows.Single(u => u.Code == "is");
        var page = await (await (await alys.SignIn("saule")).Get($"/institution/units/edit/{faculty.No}")).Submit("main form", new() { ["Parent"] = chair.No.ToString(CultureInfo.InvariantCulture) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("өзінің ішінде тұра алмайды", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APeriodLiesWithinItsYear()
    {
        var saule = await alys.SignIn("saule");
        var year = await alys.Read(db => db.Set<PeriodRow>().SingleAsync(p => p.Kind == PeriodKind.Year));
        Dictionary<string, string> Values(string code, string start, string end, string within) => new() { ["Code"] = code, ["Kind"] = "Trimester", ["Year"] = within, ["NameKk"] = "Триместр", ["Start"] = start, ["End"] = end };
        var no = year.No.ToString(CultureInfo.InvariantCulture);
        var page = await (await saule.Get("/institution/periods/new")).Submit("main form", Values("t1", "2026-09-01", "2026-11-14", no));
        Assert.Equal("/institution", page.Url.AbsolutePath);
        Assert.Equal(new DateOnly(2026, 11, 14), await alys.Read(db => db.Set<PeriodRow>().Where(p => p.Code == "t1").Select(p => p.End).SingleAsync()));
        foreach (var (values, sentence) in new[] { (Values("t2", "2026-08-01", "2026-11-14", no), "оқу жылының ішінде"), (Values("t3", "2026-11-14", "2026-11-14", no), "бірінші күннен кейін"), (Values("t4", "2026-09-01", "2026-10-14", ""), "қай оқу жылына"), (Values("t5", "", "2026-10-14", no), "Бұл өрісті толтырыңыз") })
        {
            page = await (await saule.Get("/institution/periods/new")).Submit("main form", values);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
        }
        var period = await alys.Read(db => db.Set<PeriodRow>().SingleAsync(p => p.Code == "t1"));
        page = await (await saule.Get($"/institution/periods/edit/{period.No}")).Submit("main form", new() { ["End"] = "2026-11-21" });
        Assert.Equal("/institution", page.Url.AbsolutePath);
        Assert.Equal(new DateOnly(2026, 11, 21), await alys.Read(db => db.Set<PeriodRow>().Where(p => p.Code == "t1").Select(p => p.End).SingleAsync()));
    }

    [Fact]
    public async Task TheInstitutionIsFoundedOnceAndItsZoneMustExist()
    {
        await Assert.ThrowsAsync<Refusal>(() => alys.Act(async act => { await alys.Service<Institutions>().Found(act, new LocalText("Екінші"), "Asia/Almaty"); return 0; }));
        var page = await (await (await alys.SignIn("nurlan")).Get("/institution/organisations/edit")).Submit("main form", new() { ["TimeZone"] = "Asia/Nowhere", ["City"] = "Алматы" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("уақыт белдеуі жоқ", page.Text, StringComparison.Ordinal);
        page = await page.Submit("main form", new() { ["TimeZone"] = "Asia/Almaty" });
        Assert.Equal("/institution", page.Url.AbsolutePath);
        Assert.Equal("Алматы", await alys.Read(db => db.Set<InstitutionRow>().Select(i => i.City).SingleAsync()));
    }
}

public sealed class FoundingTests(EmptyHost alys) : IClassFixture<EmptyHost>
{
    [Fact]
    public async Task FoundingMakesTheInstitutionAndTheTopOfItsTree()
    {
        await Assert.ThrowsAsync<Refusal>(() => alys.Act(async act => { await alys.Service<Institutions>().Found(act, new LocalText(" "), "Asia/Almaty"); return 0; }));
        await alys.Act(async act => { await alys.Service<Institutions>().Found(act, new LocalText("Көкжиек", "Кокжиек"), "Asia/Aqtau"); return 0; });
        Assert.Equal("Asia/Aqtau", await alys.Read(db => db.Set<InstitutionRow>().Select(i => i.TimeZone).SingleAsync()));
        Assert.Equal(UnitKind.University, await alys.Read(db => db.Set<UnitRow>().Select(u => u.Kind).SingleAsync()));
        alys.Service<Founding>().SetZone("Asia/Almaty");
    }
}
