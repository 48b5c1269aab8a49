using System.Net;
using System.Text;
using Alys.Access;
using Alys.Enrolment;

namespace Alys.Tests.Enrolment;

public sealed class PeopleImportTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private static async Task<PageAnswer> Upload(Visitor visitor, string table, string encoding = "utf-8") =>
        await (await visitor.Get("/enrolment/import")).Submit("main form", [], new() { ["Table"] = ("people.csv", CodePagesEncodingProvider.Instance.GetEncoding(encoding)?.GetBytes(table) ?? Encoding.UTF8.GetBytes(table)) });

    private static string[] Outcomes(PageAnswer page) => [.. page.Document.QuerySelectorAll("tbody tr").Select(r => r.QuerySelector("td")!.TextContent + " " + r.QuerySelector(".badge")!.TextContent)];

    [Fact]
    public async Task TheDryRunWritesNothingAndTheImportFollowsIt()
    {
        var saule = await alys.SignIn("saule");
        var review = await Upload(saule, """
            Логин;Тегі;Аты;Тобы;Қабылдау күні;ЖСН;Туған күні;Құпиясөз
            ayan.s;Серік;Аян;АЖ-26-1;2026-09-01;010101600218;01.01.2001;Kokzhiek-2026
            aliya;;;АЖ-26-1;;;;
            daulet;;;ИС-26-2;2026-09-01;;;
            ayan.s;Серік;Аян;;;;;
            bad name;Серік;Аян;;;;;
            dina.k;Касым;Дина;ЖОҚ-1;;;;
            dina.m;Мұрат;Дина;;;950101400011;;
            dina.b;Берік;Дина;;;010101600228;1996-02-02;
            dina.d;Дос;Дина;;;;32.13.2001;
            ;Жоқ;Атау;;;;;
            """);
        Assert.Equal("/enrolment/import/review", review.Url.AbsolutePath);
        string[] expected = ["2 Құрылады", "3 Өткізіледі", "4 Өзгереді", "5 Қабылданбайды", "6 Қабылданбайды", "7 Қабылданбайды", "8 Қабылданбайды", "9 Құрылады", "10 Қабылданбайды", "11 Қабылданбайды"];
        Assert.Equal(expected, Outcomes(review));
        Assert.Contains("ЖСН мен туған күні сәйкес емес", review.Text, StringComparison.Ordinal);
        Assert.Contains("«ЖОҚ-1» деген топ жоқ", review.Text, StringComparison.Ordinal);
        Assert.False(await alys.Read(db => db.Set<PersonRow>().AnyAsync(p => p.UserName == "ayan.s")));

        var done = await review.Submit("main form");
        Assert.Contains("/enrolment/import/show/", done.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(expected, Outcomes(done));
        var ayan = await alys.Read(db => db.Set<PersonRow>().SingleAsync(p => p.UserName == "ayan.s"));
        Assert.Equal("Серік Аян", ayan.Name);
        Assert.Equal(new DateOnly(2026, 9, 1), await alys.Read(db => db.Set<GroupMemberRow>().Where(m => m.PersonId == ayan.Id).Select(m => m.From).SingleAsync()));
        await (await alys.Stranger().Get("/sign-in")).Submit("main form", new() { ["UserName"] = "ayan.s", ["Password"] = "Kokzhiek-2026" });
        Assert.False(await alys.Read(db => db.Set<PersonRow>().AnyAsync(p => p.UserName.StartsWith("dina") && p.UserName != "dina.b")));

        var again = await saule.Get(review.Url.PathAndQuery);
        Assert.Equal(["2 Өткізіледі", "3 Өткізіледі", "4 Өткізіледі"], Outcomes(again)[..3]);
    }

    [Fact]
    public async Task OnlyWhoMayGrantRolesImportsThem()
    {
        var table = "UserName,Surname,Given,Roles\nreg.one,Бір,Тіркеуші,registrar\nteach.one,Бір,Оқытушы,teacher\nodd.one,Бір,Кісі,king\n";
        Assert.Equal(["2 Қабылданбайды", "3 Құрылады", "4 Қабылданбайды"], Outcomes(await Upload(await alys.SignIn("saule"), table)));
        Assert.Contains("тағайындаумен бірге", (await Upload(await alys.SignIn("saule"), table)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATableThatIsNoTableIsToldInOneSentence()
    {
        var saule = await alys.SignIn("saule");
        var page = await (await saule.Get("/enrolment/import")).Submit("main form", files: []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await Upload(saule, "Surname;Given\nA;B\n");
        Assert.Contains("Қажетті баған жоқ: UserName", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main form"));
        page = await Upload(saule, "\u0001\u0002\u0003\u0000\u0004\u0005");
        Assert.Contains("мәтіндік файл емес", page.Text, StringComparison.Ordinal);
        page = await Upload(saule, "Логин;Фамилия\nold.one;Петров\n", "windows-1251");
        Assert.Contains("windows-1251", page.Text, StringComparison.Ordinal);
        Assert.Contains("Петров", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatTheRegisterRefusesLeavesNothingHalfDone()
    {
        var saule = await alys.SignIn("saule");
        await (await Upload(saule, "UserName;Surname;Iin\nfirst.iin;Бірінші;061211600012\n")).Submit("main form");
        var page = await (await Upload(saule, "UserName;Surname;Iin\nsecond.ok;Екінші;\nthird.iin;Үшінші;061211600012\n")).Submit("main form");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("басқа адамға тіркелген", page.Text, StringComparison.Ordinal);
        Assert.False(await alys.Read(db => db.Set<PersonRow>().AnyAsync(p => p.UserName == "second.ok")));
    }
}
