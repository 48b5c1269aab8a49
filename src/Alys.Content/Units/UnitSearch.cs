using AngleSharp.Html.Parser;

namespace Alys.Content.Units;

/// <summary>Published units can be found by whoever studies or follows a course of their pack, page by page.</summary>
internal static class UnitSearch
{
    public static void Add(Listeners on)
    {
        on.To(Facts.UnitPublished, "content.search.published", (act, row, _) => Refresh(act, row.ObjectId));
        on.To(Facts.UnitWithdrawn, "content.search.withdrawn", (act, row, _) => Refresh(act, row.ObjectId));
    }

    /// <summary>What stands now counts, not what a fact said: later facts may already have happened.</summary>
    internal static async Task Refresh(Act act, Guid unitId)
    {
        var unit = await (from u in act.Db.Units
                          join v in act.Db.UnitVersions on u.PublishedVersionId equals v.Id
                          where u.Id == unitId
                          select new { u.PackId, u.No, v.Title, VersionId = v.Id }).FirstOrDefaultAsync(act.Ct);
        if (unit is null)
        {
            await SearchIndex.Replace(act, unitId, []);
            return;
        }
        var pages = await act.Db.VersionPages.AsNoTracking().Where(p => p.VersionId == unit.VersionId).OrderBy(p => p.Number).ToListAsync(act.Ct);
        await SearchIndex.Replace(act, unitId, [.. pages.Select(p => new SearchText(unit.PackId, p.Number, unit.Title, Plain(p.Html), p.Number == 1 ? $"u/{unit.No}" : $"u/{unit.No}?p={p.Number}"))]);
    }

    private static string Plain(string html)
    {
        var body = new HtmlParser().ParseDocument(html).Body!;
        foreach (var block in body.QuerySelectorAll("p, li, h2, h3, h4, h5, h6, td, th, pre, br, div")) block.After(block.Owner!.CreateTextNode("\n"));
        return string.Join(' ', body.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
