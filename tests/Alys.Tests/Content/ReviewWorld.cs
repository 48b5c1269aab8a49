using Alys.Content;
using Alys.Content.Units;
using Alys.Platform;

namespace Alys.Tests.Content;

/// <summary>A pack that asks for approval, its author, a reviewer and the approver: the head.</summary>
public abstract class ReviewWorld(AlysHost alys)
{
    protected AlysHost Host { get; } = alys;
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected async Task<Visitor> SignIn(string name, string language = "ru")
    {
        var visitor = await Host.SignIn(name);
        await visitor.Get($"/language/{language}?to=/");
        return visitor;
    }

    /// <summary>A new pack of the subject that sergei writes and elena teaches.</summary>
    protected async Task<int> NewPack(string title, bool needsApproval = true)
    {
        var saule = await SignIn("saule");
        var page = await saule.Get("/content/packs/new");
        var subject = page.Document.QuerySelectorAll("select[name=SubjectNo] option").First(o => o.TextContent.StartsWith("db", StringComparison.OrdinalIgnoreCase)).GetAttribute("value")!;
        page = await page.Submit("main form", new() { ["SubjectNo"] = subject, ["Language"] = "ru", ["Title"] = title });
        var no = int.Parse(page.Url.Segments[^1], CultureInfo.InvariantCulture);
        if (needsApproval) await AskApproval(no);
        return no;
    }

    protected async Task AskApproval(int pack)
    {
        var page = await (await SignIn("gulnar")).Get($"/content/packs/approval/{pack}");
        page = await page.Submit("main form");
        Assert.Contains("только после рассмотрения", page.Text);
    }

    /// <summary>Writes a new unit; the answer is the page that shows it.</summary>
    protected static async Task<(PageAnswer Page, int No)> Write(Visitor author, int pack, string title, string source)
    {
        var page = await (await author.Get($"/content/units/new/{pack}?slot=A.reference")).Submit("main form", new() { ["Title"] = title });
        page = await page.Submit("main form", new() { ["Source"] = source });
        return (page, int.Parse(page.Url.Segments[^1], CultureInfo.InvariantCulture));
    }

    protected static async Task<PageAnswer> Rewrite(Visitor author, int pack, int unit, string source, string why = "")
    {
        var page = await (await author.Get($"/content/units/edit/{pack}/{unit}")).Submit("main form", new() { ["Source"] = source, ["Why"] = why });
        Assert.Contains("/content/units/show/", page.Url.AbsolutePath);
        return page;
    }

    /// <summary>Sends the draft to review; the answer is the number of the review.</summary>
    protected static async Task<int> Send(Visitor author, int pack, int unit, string word = "")
    {
        var page = await (await author.Get($"/content/reviews/send/{pack}/{unit}")).Submit("main form", new() { ["Said"] = word });
        Assert.Contains("/content/reviews/show/", page.Url.AbsolutePath);
        return int.Parse(page.Url.Segments[^1], CultureInfo.InvariantCulture);
    }

    protected static async Task<PageAnswer> Decide(Visitor by, string deed, int review, string word = "") =>
        await (await by.Get($"/content/reviews/{deed}/{review}")).Submit("main form", new() { ["Said"] = word });

    protected Task<int?> Published(int pack, int unit) => Host.Read(db => (from u in db.Set<PublishedUnitRow>() join p in db.Set<PackRow>() on u.PackId equals p.Id where p.No == pack && u.No == unit select (int?)u.Version).FirstOrDefaultAsync(Ct));

    private protected Task<Unit> Unit(int pack, int unit) => Host.Read(db => (from u in db.Units join p in db.Packs on u.PackId equals p.Id where p.No == pack && u.No == unit select u).SingleAsync(Ct));

    protected async Task Execute(string sql)
    {
        await using var connection = Host.Service<StorageEngine>().Open();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Ct);
    }
}
