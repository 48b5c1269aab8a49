using Alys.Formats.Gift;

namespace Alys.Assessment.Bank;

/// <summary>Brings a GIFT file into a bank: one line of report for each object of the file, one transaction for all.</summary>
internal static class GiftImporting
{
    /// <summary>Says what the file would do, or does it.</summary>
    /// <param name="numbered">Gives new items their numbers; null for a dry run, which changes nothing.</param>
    public static async Task<IReadOnlyList<ImportLine>> Run(Db db, Guid subjectId, string language, GiftFile file, IReadOnlyList<string> tags, string origin, Guid? by, DateTime now, Func<Task<int>>? numbered, CancellationToken ct)
    {
        var report = file.Problems.Select(p => new ImportLine(p.Line, "", ImportOutcome.Skipped, p.Key, [.. p.Args.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture)!)]))
            .Where((_, i) => file.Problems[i].IsError).ToList();
        var warnings = file.Problems.Where(p => !p.IsError).ToLookup(p => p.Line);
        // A dry run tries the changes on rows that no context tracks, so that nothing of it can be saved.
        var rows = numbered is null ? db.Items.AsNoTracking() : db.Items;
        var known = await rows.Include(i => i.Tags).Where(i => i.SubjectId == subjectId && i.Language == language && i.Code != null).ToDictionaryAsync(i => i.Code!, StringComparer.Ordinal, ct);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var question in file.Questions)
        {
            var gift = GiftItem.Of(question);
            var line = await One(db, subjectId, language, gift, tags, origin, by, now, numbered, known, seen, question.Line);
            if (line.Reason is null && warnings[question.Line].FirstOrDefault() is { } warning)
            {
                line = line with { Reason = warning.Key, Args = [.. warning.Args.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture)!)] };
            }
            report.Add(line);
        }
        return [.. report.OrderBy(r => r.Line)];
    }

    private static async Task<ImportLine> One(Db db, Guid subjectId, string language, GiftItem gift, IReadOnlyList<string> tags, string origin, Guid? by, DateTime now,
        Func<Task<int>>? numbered, Dictionary<string, Item> known, HashSet<string> seen, int line)
    {
        if (!seen.Add(gift.Code)) return new(line, gift.Title, ImportOutcome.Skipped, "assessment.import.twice");
        if (gift.Body.Problem() is { } problem) return new(line, gift.Title, ImportOutcome.Skipped, problem);
        var isNew = !known.TryGetValue(gift.Code, out var item);
        if (isNew)
        {
            item = new Item { SubjectId = subjectId, Language = language, Code = gift.Code, Title = gift.Title, No = numbered is null ? 0 : await numbered() };
            if (numbered is not null) db.Add(item);
        }
        var version = item!.Publish(gift.Body, origin, by, now);
        var retagged = item.Tag(gift.Tags.Concat(tags).Concat(isNew ? [] : item.Tags.Select(t => t.Tag)).Distinct().Take(Item.MaxTags));
        var retitled = item.Title != gift.Title;
        var revived = item.RetiredAt is not null;
        item.Title = gift.Title;
        item.Revive();
        if (numbered is not null && version is not null) db.Add(version);
        if (isNew) return new(line, gift.Title, ImportOutcome.Created);
        return version is not null || retagged || retitled || revived ? new(line, gift.Title, ImportOutcome.Changed) : new(line, gift.Title, ImportOutcome.Skipped, "assessment.import.same");
    }
}
