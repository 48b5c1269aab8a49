using System.Net;
using System.Text;
using Alys.Access;
using Alys.Curriculum;
using Alys.Documents;
using Alys.Platform;

namespace Alys.Tests.Content;

/// <summary>Clause 46: the library, what subjects use of it, and their provision cards.</summary>
public sealed class LibraryTests(AlysHost alys) : ReviewWorld(alys), IClassFixture<AlysHost>
{
    private async Task<PageAnswer> Take(Visitor keeper, Dictionary<string, string> values, byte[]? file = null, string name = "book.pdf")
    {
        var all = new Dictionary<string, string> { ["Form.Title"] = "Высшая математика", ["Form.Ground"] = "Договор № 9", ["Form.CopiesInLibrary"] = "3" };
        foreach (var (field, value) in values) all[field] = value;
        return await (await keeper.Get("/content/library/new")).Submit("main form[method=post]", all, file is null ? null : new() { ["Upload"] = (name, file) });
    }

    private static int NoOf(PageAnswer page) => int.Parse(page.Url.Segments[^1], CultureInfo.InvariantCulture);

    private Task<int> Subject(string code) => Host.Read(db => db.Set<SubjectRow>().Where(s => s.Code == code).Select(s => s.No).SingleAsync(Ct));

    [Fact]
    public async Task ARecordWithAFileIsFoundReadAndWithdrawn()
    {
        var saule = await SignIn("saule");
        var page = await Take(saule, new() { ["Form.Title"] = "Сборник задач Жұмабаева", ["Form.CopiesInLibrary"] = "0", ["Form.Kind"] = "Guide" }, Encoding.ASCII.GetBytes("%PDF-1.4 задачи"));
        Assert.Equal("Сборник задач Жұмабаева", page.Title);
        var no = NoOf(page);
        await (await (await saule.Get($"/content/library/use/{no}")).Submit("main form:not([role])", new() { ["subject"] = (await Subject("db")).ToString(CultureInfo.InvariantCulture) })).Submit("main form[method=post]", new() { ["Source"] = "0" });

        var aliya = await Host.SignIn("aliya");
        page = await aliya.Get("/s/3/l");
        var link = page.Document.QuerySelector($"a[href='/content/library/file/{no}']")!;
        Assert.Contains("Сборник задач", link.TextContent);
        Assert.True(page.Statements <= 5, $"{page.Statements} statements");
        var file = await aliya.Http.GetAsync(link.GetAttribute("href"), Ct);
        Assert.Equal("application/octet-stream", file.Content.Headers.ContentType!.MediaType);
        Assert.Contains("attachment", file.Content.Headers.ContentDisposition!.ToString());
        Assert.StartsWith("%PDF", await file.Content.ReadAsStringAsync(Ct));
        Assert.Contains("Сборник задач", (await aliya.Get("/search?q=сборник жумабаева")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await aliya.Get($"/content/library/edit/{no}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await aliya.Get("/s/999/l")).Status);

        page = await (await saule.Get($"/content/library/withdraw/{no}")).Submit("main form", new() { ["Why"] = "Истёк договор" });
        Assert.Contains("Истёк договор", page.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await aliya.Http.GetAsync($"/content/library/file/{no}", Ct)).StatusCode);
        Assert.DoesNotContain("Сборник задач", (await aliya.Get("/s/3/l")).Text);
        Assert.DoesNotContain("Сборник задач", (await aliya.Get("/search?q=сборник жумабаева")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await saule.Get($"/content/library/edit/{no}")).Status);
    }

    [Theory]
    [InlineData("Form.Title", "", "Напишите название")]
    [InlineData("Form.Ground", "", "на каком основании")]
    [InlineData("Form.Url", "javascript:alert(1)", "http://")]
    [InlineData("Form.Year", "26", "четырьмя цифрами")]
    [InlineData("Form.CopiesInLibrary", "-1", "от 0 до")]
    [InlineData("Form.CopiesInLibrary", "0", "где можно прочитать")]
    public async Task WhatIsWrongIsSaidInOneSentence(string field, string value, string sentence)
    {
        var page = await Take(await SignIn("saule"), new() { ["Form.Authors"] = "Останется", [field] = value });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(sentence, page.Text);
        Assert.Equal("Останется", page.Document.QuerySelector("[name='Form.Authors']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task WhoeverKeepsTheLibraryOfOneSubjectKeepsNoOthersNorTheRecords()
    {
        await Host.Act(async act =>
        {
            var person = await act.Db.Set<PersonRow>().Where(p => p.UserName == "kairat").Select(p => p.Id).SingleAsync(act.Ct);
            var subject = await act.Db.Set<SubjectRow>().Where(s => s.Code == "db").Select(s => s.Id).SingleAsync(act.Ct);
            await Host.Service<People>().Grant(act, person, Roles.Organiser, new Scope(ScopeKinds.Subject, subject));
            return 0;
        });
        var kairat = await SignIn("kairat");
        var (db, intro) = (await Subject("db"), await Subject("intro"));
        Assert.Equal(HttpStatusCode.OK, (await kairat.Get($"/content/library/card/{db}")).Status);
        foreach (var url in new[] { $"/content/library/card/{intro}", $"/content/library/issue/{intro}", "/content/library/new", "/content/library/edit/1", "/content/library/withdraw/1" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await kairat.Get(url)).Status);
        }
        var options = (await kairat.Get("/content/library/use/1")).Document.QuerySelectorAll("select[name=subject] option");
        Assert.Equal($"{db}", Assert.Single(options).GetAttribute("value"));
    }

    [Fact]
    public async Task ProgramsAreNotTakenAsBooks()
    {
        var page = await Take(await SignIn("saule"), [], [77, 90, 0, 1], "book.exe");
        Assert.Contains("Такой файл не принимается", page.Text);
    }

    [Fact]
    public async Task ACardCountsCopiesAndIsIssuedAsADocument()
    {
        var saule = await SignIn("saule");
        var subject = await Subject("db");
        var page = await saule.Get($"/content/library/card/{subject}");
        Assert.Contains("обеспечено 2 из 2", page.Text);
        // One more record of the second source is one more line of it.
        var no = NoOf(await Take(saule, new() { ["Form.Title"] = "Полный курс, электронная копия", ["Form.Url"] = "https://books.example/db", ["Form.Seats"] = "3", ["Form.CopiesInLibrary"] = "0" }));
        page = await (await saule.Get($"/content/library/use/{no}?subject={subject}")).Submit("main form[method=post]", new() { ["Source"] = "2" });
        Assert.Contains("Гарсиа-Молина", page.Text);
        page = await (await saule.Get($"/content/library/use/{no}?subject={subject}")).Submit("main form[method=post]", new() { ["Source"] = "2" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);

        page = await (await saule.Get($"/content/library/issue/{subject}")).Submit("main form", new() { ["Language"] = "ru" });
        var issued = await Host.Read(db => db.Set<DocumentRow>().Where(d => d.Kind == "provision-card").OrderByDescending(d => d.No).FirstAsync(Ct));
        Assert.NotNull(page.Document.QuerySelector($"a[href='/v/{issued.Token}']"));
        var shown = await Host.Stranger().Get($"/v/{issued.Token}");
        Assert.Contains(issued.Hash, shown.Html);
        page = await (await saule.Get($"/content/library/show/{no}")).Click("Убрать из дисциплины");
        page = await page.Submit("main form");
        Assert.Contains("не используется ни в одной", page.Text);
    }
}
