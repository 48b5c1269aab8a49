using Alys.Formats.Gift;

namespace Alys.Assessment.Bank;

/// <summary>Brings a GIFT file into a bank: one line of report for each object of the file, one transaction for all.</summary>
internal static class GiftImporting
{
    /// <summary>Says what the file would do, or does it.</summary>
    /// <param name="numbered">Gives new items their numbers; null for a dry run, which changes nothing.</param>
    public static async Task<IReadOnlyList<ImportLine>> Run(Db db, BankImport import, GiftFile file, DateTime now, Func<Task<int>>? numbered, CancellationToken ct)
    {
        var report = file.Problems.Select(p => new ImportLine(p.Line, "", ImportOutcome.Skipped, p.Key, [.. p.Args.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture)!)]))
            .Where((_, i) => file.Problems[i].IsError).ToList();
        var warnings = file.Problems.Where(p => !p.IsError).ToLookup(p => p.Line);
        // A dry run tries the changes on rows that no context tracks, so that nothing of it can be saved.
        var rows = numbered is null ? db.Items.AsNoTracking() : db.Items;
        var known = await rows.Include(i => i.Tags).Where(i => i.SubjectId == import.SubjectId && i.Language == import.Language && i.Code != null).ToDictionaryAsync(i => i.Code!, StringComparer.Ordinal, ct);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var question in file.Questions)
        {
            var gift = GiftItem.Of(question);
            var line = seen.Add(gift.Code) ? await One(db, import, gift, known.GetValueOrDefault(gift.Code), now, numbered) : new(0, gift.Title, ImportOutcome.Skipped, "assessment.import.twice");
            line = line with { Line = question.Line };
            if (line.Reason is null && warnings[question.Line].FirstOrDefault() is { } warning)
            {
                line = line with { Reason = warning.Key, Args = [.. warning.Args.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture)!)] };
            }
            report.Add(line);
        }
        return [.. report.OrderBy(r => r.Line)];
    }

    private static async Task<ImportLine> One(Db db, BankImport import, GiftItem gift, Item? item, DateTime now, Func<Task<int>>? numbered)
    {
        if (gift.Body.Problem() is { } problem) return new(0, gift.Title, ImportOutcome.Skipped, problem);
        var isNew = item is null;
        if (item is null)
        {
            item = new Item { SubjectId = import.SubjectId, Language = import.Language, Code = gift.Code, Title = gift.Title, No = numbered is null ? 0 : await numbered() };
            if (numbered is not null) db.Add(item);
        }
        var version = item.Publish(gift.Body, import.FileName, import.ById, now);
        if (numbered is not null && version is not null) db.Add(version);
        var changed = version is not null | item.Tag(gift.Tags.Concat(import.TagList).Concat(item.Tags.Select(t => t.Tag)).Distinct().Take(Item.MaxTags)) | item.Title != gift.Title | item.RetiredAt is not null;
        item.Title = gift.Title;
        item.Revive();
        return isNew ? new(0, gift.Title, ImportOutcome.Created) : changed ? new(0, gift.Title, ImportOutcome.Changed) : new(0, gift.Title, ImportOutcome.Skipped, "assessment.import.same");
    }
}
