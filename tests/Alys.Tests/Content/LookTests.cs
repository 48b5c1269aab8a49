using System.Net;
using Alys.Access;
using Alys.Communication;
using Alys.Content.Packs;
using Alys.Platform;

namespace Alys.Tests.Content;

/// <summary>Clause 48.4: the content of a pack is looked at again by a day.</summary>
public sealed class LookTests(AlysHost alys) : ReviewWorld(alys), IClassFixture<AlysHost>
{
    private static DateOnly Today => DateOnly.FromDateTime(Texts.Local(Story.Now));

    private Task<Pack> Pack(int no) => Host.Read(db => db.Set<Pack>().SingleAsync(p => p.No == no, Ct));

    private async Task<(Visitor Sergei, int Pack)> Published(string title)
    {
        var pack = await NewPack(title, needsApproval: false);
        var sergei = await SignIn("sergei");
        var (_, unit) = await Write(sergei, pack, title, "Текст");
        await (await sergei.Get($"/content/units/publish/{pack}/{unit}?v=1")).Submit("main form");
        return (sergei, pack);
    }

    [Fact]
    public async Task TheFirstPublicationBeginsAnAcademicYear()
    {
        var (_, pack) = await Published("Срок");
        Assert.Equal(Today.AddMonths(12), (await Pack(pack)).ReviewBy);
        var empty = await NewPack("Пустой", needsApproval: false);
        Assert.Null((await Pack(empty)).ReviewBy);
    }

    [Fact]
    public async Task APackPastItsDayIsShownToldOnceAndMovedWithAWord()
    {
        var (sergei, pack) = await Published("Старый");
        await Execute($"update content_packs set \"ReviewBy\" = '2026-01-15' where \"No\" = {pack}");
        Assert.NotNull((await sergei.Get($"/content/packs/show/{pack}")).Document.QuerySelector("#review-by.bad"));
        Assert.Contains("Срок пересмотра прошёл", (await sergei.Get("/content/packs")).Text);
        var gulnar = await SignIn("gulnar");
        Assert.NotNull((await gulnar.Get("/content/reviews")).Document.QuerySelector($"#due a[href$='/{pack}']"));

        for (var run = 0; run < 2; run++) await Host.Act(async act => { await TellDuePacks.Tell(act); return 0; });
        await AlysHost.Until(async () => await Told("gulnar", pack) > 0 && await Told("sergei", pack) > 0);
        Assert.Equal((1, 1), (await Told("gulnar", pack), await Told("sergei", pack)));
        Assert.Equal(1, await Host.Read(async db => (await db.Set<JournalEntry>().Where(j => j.What == "content.pack.due").Select(j => j.ObjectId).ToListAsync(Ct)).Count));

        var page = await sergei.Get($"/content/packs/looked/{pack}");
        foreach (var (why, next) in new[] { (" ", Today.AddMonths(6)), ("Сверено с учебником", Today.AddMonths(13)), ("Сверено с учебником", Today) })
        {
            page = await page.Submit("main form", new() { ["Why"] = why, ["Next"] = next.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        }
        page = await page.Submit("main form", new() { ["Why"] = "Сверено с учебником", ["Next"] = Today.AddMonths(6).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
        Assert.Contains("Сверено с учебником", page.Document.QuerySelector("ul.list")!.TextContent);
        Assert.Equal(Today.AddMonths(6), (await Pack(pack)).ReviewBy);
        Assert.Equal(1, await Host.Read(db => db.Set<JournalEntry>().CountAsync(j => j.What == "content.pack.looked", Ct)));
        Assert.Null((await sergei.Get($"/content/packs/show/{pack}")).Document.QuerySelector("#review-by.bad"));
    }

    private Task<int> Told(string userName, int pack) =>
        Host.Read(db => (from n in db.Notices join p in db.Set<PersonRow>() on n.PersonId equals p.Id where p.UserName == userName && n.Url == $"/content/packs/looked/{pack}" select n).CountAsync(Ct));

    [Fact]
    public async Task AnUnpublishedPackHasNothingToConfirmAndStrangersDoNotConfirm()
    {
        var pack = await NewPack("Нечего", needsApproval: false);
        var sergei = await SignIn("sergei");
        Assert.Null((await sergei.Get($"/content/packs/looked/{pack}")).Document.QuerySelector("main form"));
        foreach (var name in new[] { "anna", "elena", "timur" }) Assert.Equal((name, HttpStatusCode.NotFound), (name, (await (await SignIn(name)).Get($"/content/packs/looked/{pack}")).Status));
    }
}
