using Alys.Access;

namespace Alys.Audit;

/// <summary>What a reader of the journal looks for. Empty parts do not narrow.</summary>
internal sealed record JournalFilter
{
    /// <summary>Part of the name of who did it.</summary>
    public string? Who { get; init; }
    /// <summary>Beginning of the fact, for example <c>assessment.attempt.</c></summary>
    public string? What { get; init; }
    /// <summary>Kind of the object, or its identifier.</summary>
    public string? Object { get; init; }
    /// <summary>First and last day, in the institution's zone.</summary>
    public DateOnly? Since { get; init; }
    public DateOnly? Until { get; init; }

    internal IQueryable<JournalEntryView> Of(Db db)
    {
        var lines = db.JournalLines.AsNoTracking();
        if (What?.Trim() is { Length: > 0 } what) lines = lines.Where(x => x.What.StartsWith(what));
        if (Guid.TryParse(Object, out var id)) lines = lines.Where(x => x.ObjectId == id);
        else if (Object?.Trim() is { Length: > 0 } kind) lines = lines.Where(x => x.ObjectKind == kind);
        if (Since is { } since) lines = lines.Where(x => x.At >= Texts.Utc(since.ToDateTime(default)));
        if (Until is { } until) lines = lines.Where(x => x.At < Texts.Utc(until.AddDays(1).ToDateTime(default)));
        var named = from line in lines
                    join person in db.Set<PersonRow>() on line.ByPersonId equals (Guid?)person.Id into persons
                    from person in persons.DefaultIfEmpty()
                    select new JournalEntryView { Line = line, Name = person.Name };
        if (Who?.Trim() is { Length: > 0 } who) named = named.Where(x => x.Name != null && x.Name.Contains(who));
        return named;
    }

    internal string Query(JournalCursor before)
    {
        var query = new QueryString().Add("before", before.ToString());
        foreach (var (name, value) in new[] { ("Who", Who), ("What", What), ("Object", Object), ("Since", Day(Since)), ("Until", Day(Until)) })
        {
            if (!string.IsNullOrWhiteSpace(value)) query = query.Add(name, value);
        }
        return query.ToString();
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A line with the name of who did it; null for the program itself.</summary>
internal sealed class JournalEntryView
{
    public required JournalLine Line { get; init; }
    public string? Name { get; init; }
}
