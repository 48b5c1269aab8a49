using System.Net;
using System.Text;
using Alys.Curriculum;
using Alys.Platform;

namespace Alys.Tests.Curriculum;

public sealed class CurriculumPagesTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private async Task<PageAnswer> Upload(Visitor visitor, string table, string subject = "")
    {
        var form = await visitor.Get("/curriculum/syllabi/import");
        return await form.Submit("main form", new() { ["Subject"] = subject }, new() { ["Table"] = ("syllabus.csv", Encoding.UTF8.GetBytes(table)) });
    }

    private static string As(string table, string code, string kind) => table.Replace(";phys;", $";{code};", StringComparison.Ordinal).Replace(";working;", $";{kind};", StringComparison.Ordinal);

    [Fact]
    public async Task StaffSeeSubjectsAndSyllabiInTheirLanguage()
    {
        var page = await (await alys.SignIn("daulet")).Get("/curriculum/subjects");
        Assert.Contains("Деректер қоры негіздері", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("a[href*='/new']"));
        page = await page.Click("Деректер қоры негіздері");
        Assert.Contains("дәл сәйкес келеді", page.Text, StringComparison.Ordinal);
        page = await page.Click("Оқу жұмыс бағдарламасы");
        Assert.Contains("Транзакциялар мен индекстер", page.Text, StringComparison.Ordinal);
        Assert.Contains("18:00", page.Text, StringComparison.Ordinal);
        Assert.Contains("Дейт", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/curriculum/subjects")]
    [InlineData("/curriculum/subjects/show/1")]
    [InlineData("/curriculum/subjects/new")]
    [InlineData("/curriculum/programmes/new")]
    [InlineData("/curriculum/syllabi/import")]
    [InlineData("/curriculum/syllabi/review")]
    [InlineData("/curriculum/syllabi/show/1")]
    [InlineData("/curriculum/syllabi/approve/1")]
    public async Task ALearnerFindsNoSuchPage(string url) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await alys.SignIn("aliya")).Get(url)).Status);

    [Fact]
    public async Task ASubjectIsAddedAndChanged()
    {
        var saule = await alys.SignIn("saule");
        var page = await (await saule.Get("/curriculum/subjects/new")).Submit("main form", new() { ["Code"] = "math", ["NameKk"] = "Математика", ["Credits"] = "5" });
        Assert.Equal("Математика", page.Title);
        page = await (await page.Click("Пәнді өзгерту")).Submit("main form", new() { ["NameRu"] = "Математика 1", ["Credits"] = "6" });
        Assert.Contains("Пән өзгертілді", page.Text, StringComparison.Ordinal);
        Assert.Equal("Математика 1", await alys.Read(db => db.Set<SubjectRow>().Where(s => s.Code == "math").Select(s => s.NameRu).SingleAsync()));
        page = await (await saule.Get("/curriculum/subjects/new")).Submit("main form", new() { ["Code"] = "db", ["NameKk"] = "Қайта" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("бос емес", page.Text, StringComparison.Ordinal);
        Assert.Equal("Қайта", page.Document.QuerySelector("#NameKk")!.GetAttribute("value"));
    }

    [Fact]
    public async Task AProgrammeIsAdded()
    {
        var page = await (await (await alys.SignIn("saule")).Get("/curriculum/programmes/new")).Submit("main form", new() { ["Code"] = "6B05301", ["NameKk"] = "Физика" });
        Assert.Contains("6B05301", page.Text, StringComparison.Ordinal);
        page = await (await (await alys.SignIn("saule")).Get("/curriculum/programmes/new")).Submit("main form", new() { ["Code"] = "x", ["NameKk"] = "Физика", ["Years"] = "0" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
    }

    [Fact]
    public async Task ATableBecomesAVersionOnlyAfterItsReportAndTheHeadApprovesIt()
    {
        var saule = await alys.SignIn("saule");
        var review = await Upload(saule, As(SyllabusTableTests.Good, "phys-1", "typical"));
        Assert.Equal("/curriculum/syllabi/review", review.Url.AbsolutePath);
        Assert.Contains("жаңа пән", review.Text, StringComparison.Ordinal);
        Assert.False(await alys.Read(db => db.Set<SubjectRow>().AnyAsync(s => s.Code == "phys-1")));
        var typical = await review.Submit("main form");
        Assert.Contains("Қозғалыс", typical.Text, StringComparison.Ordinal);
        var working = await (await Upload(saule, As(SyllabusTableTests.Good, "phys-1", "working"))).Submit("main form");
        Assert.Equal(HttpStatusCode.NotFound, (await saule.Get(working.Url.AbsolutePath.Replace("show", "approve", StringComparison.Ordinal))).Status);

        var gulnar = await alys.SignIn("gulnar");
        var early = await (await (await gulnar.Get(working.Url.AbsolutePath)).Click("Силлабусты бекіту")).Submit("main form");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Contains("үлгілік оқу бағдарламасын енгізіп", early.Text, StringComparison.Ordinal);
        foreach (var version in new[] { typical, working })
        {
            var done = await (await (await gulnar.Get(version.Url.AbsolutePath)).Click("Силлабусты бекіту")).Submit("main form", new() { ["Note"] = "№ 4 хаттама" });
            Assert.Contains("№ 4 хаттама", done.Text, StringComparison.Ordinal);
        }
        Assert.Equal(2, await alys.Read(db => (from y in db.Set<SyllabusRow>() join s in db.Set<SubjectRow>() on y.SubjectId equals s.Id where s.Code == "phys-1" && y.ApprovedAt != null && y.Credits == 1 select y).CountAsync()));
        var again = await (await gulnar.Get(working.Url.AbsolutePath.Replace("show", "approve", StringComparison.Ordinal))).Submit("main form");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
    }

    [Fact]
    public async Task AWorkingSyllabusThatDepartsFromTheTypicalOneIsNotApproved()
    {
        var saule = await alys.SignIn("saule");
        var gulnar = await alys.SignIn("gulnar");
        var typical = await (await Upload(saule, As(SyllabusTableTests.Good, "phys-2", "typical"))).Submit("main form");
        await (await gulnar.Get(typical.Url.AbsolutePath.Replace("show", "approve", StringComparison.Ordinal))).Submit("main form");
        var other = As(SyllabusTableTests.Good, "phys-2", "working").Replace("Күш", "Энергия", StringComparison.Ordinal);
        var working = await (await Upload(saule, other)).Submit("main form");
        var page = await gulnar.Get(working.Url.AbsolutePath.Replace("show", "approve", StringComparison.Ordinal));
        Assert.Contains("артық тақырып бар: 2, «Энергия»", page.Text, StringComparison.Ordinal);
        page = await page.Submit("main form");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("ауытқиды", page.Text, StringComparison.Ordinal);
        var second = await (await Upload(saule, As(SyllabusTableTests.Good, "phys-2", "working"))).Submit("main form");
        Assert.Contains("2-нұсқа", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABadTableIsReportedByLineAndNothingIsWritten()
    {
        var saule = await alys.SignIn("saule");
        var page = await Upload(saule, As(SyllabusTableTests.Good, "phys-3", "typical").Replace("2;18:00", "9;18:00", StringComparison.Ordinal));
        Assert.Contains("Апта күні 1", page.Text, StringComparison.Ordinal);
        Assert.Contains("Ештеңе жазылған жоқ", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main form"));
        Assert.False(await alys.Read(db => db.Set<SubjectRow>().AnyAsync(s => s.Code == "phys-3")));
        page = await (await saule.Get("/curriculum/syllabi/import")).Submit("main form", files: []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("файлды таңдаңыз", page.Text, StringComparison.Ordinal);
        page = await Upload(saule, As(SyllabusTableTests.Good, "", "typical"));
        Assert.Contains("Қай пән екені белгісіз", page.Text, StringComparison.Ordinal);
        page = await Upload(saule, As(SyllabusTableTests.Good, "phys-3", "typical"), subject: "1");
        Assert.Contains("басқа пәндікі", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await saule.Get("/curriculum/syllabi/review?file=" + new string('a', 64))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await saule.Get("/curriculum/syllabi/review?file=../../etc/passwd")).Status);
    }
}
