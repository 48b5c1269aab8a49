namespace Alys.Platform;

/// <summary>An object whose texts the reader may find.</summary>
/// <param name="Id">As in <see cref="SearchText.OwnerId"/>.</param>
/// <param name="Address">What stands before the paths of its texts: <c>/s/4/</c>.</param>
/// <param name="Name">What she calls it.</param>
public sealed record SearchOwner(Guid Id, string Address, LocalText Name)
{
    /// <summary>Owners that a module names at most.</summary>
    public const int Most = 1000;
}

/// <summary>A piece of a found text; hits are what was asked for.</summary>
public readonly record struct SearchPiece(string Text, bool IsHit);

/// <summary>A text that was found.</summary>
public sealed record SearchHit(Guid OwnerId, string Title, string Path, IReadOnlyList<SearchPiece> Snippet);

/// <summary>What was found, best first, and the words that were understood as others.</summary>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, IReadOnlyList<string> Corrected)
{
    public static SearchResult Nothing { get; } = new([], []);
}

/// <summary>Finds texts by words among the owners that the reader may see; nothing of others is ever read.</summary>
public static class SearchQuery
{
    private const int MostWords = 8, MostRows = 20_000, Around = 110;

    /// <param name="db">The reader's database context.</param>
    /// <param name="query">What she typed.</param>
    /// <param name="owners">What she may see.</param>
    /// <param name="most">Hits at most.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task<SearchResult> Find(Db db, string query, IReadOnlyCollection<Guid> owners, int most, CancellationToken ct)
    {
        var words = SearchWords.Of(query).DistinctBy(w => w.Stem).Take(MostWords).Select(w => new Asked(w, query.Substring(w.Start, w.Length))).ToList();
        if (words.Count == 0 || owners.Count == 0) return SearchResult.Nothing;
        var among = owners.ToList();
        var rows = await Rows(db, words.SelectMany(w => w.Terms), among, ct);
        var unknown = words.Where(w => !rows.Any(r => w.Is(r.Term))).ToList();
        if (unknown.Count > 0)
        {
            await Guess(db, unknown, ct);
            if (unknown.Any(w => w.IsGuessed)) rows = [.. rows, .. await Rows(db, unknown.SelectMany(w => w.Terms), among, ct)];
        }
        var texts = await db.Set<SearchDocument>().CountAsync(d => among.Contains(d.OwnerId), ct);
        var best = Rank(words, rows, texts).Take(most * 3).ToList();
        var ids = best.Select(b => b.Document).ToList();
        var documents = await db.Set<SearchDocument>().AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
        var stems = words.SelectMany(w => w.Stems).ToHashSet(StringComparer.Ordinal);
        var hits = best.Where(b => documents.ContainsKey(b.Document)).Select(b => (b.Score, Document: documents[b.Document]))
            .OrderByDescending(b => b.Score).ThenBy(b => b.Document.Title, StringComparer.Ordinal).ThenBy(b => b.Document.Part)
            // Of a long unit or thread its best part stands for it.
            .DistinctBy(b => (b.Document.OwnerId, b.Document.Path.Split('?')[0])).Take(most)
            .Select(b => new SearchHit(b.Document.OwnerId, b.Document.Title, b.Document.Path, Snippet(b.Document.Text, stems)));
        return new([.. hits], [.. unknown.Where(w => w.IsGuessed && rows.Any(r => w.Is(r.Term))).Select(w => w.Typed)]);
    }

    private static Task<List<SearchTerm>> Rows(Db db, IEnumerable<string> terms, List<Guid> owners, CancellationToken ct)
    {
        var asked = terms.Distinct().ToList();
        return db.Set<SearchTerm>().AsNoTracking().Where(t => asked.Contains(t.Term) && owners.Contains(t.OwnerId)).OrderByDescending(t => t.Weight).ThenBy(t => t.DocumentId).Take(MostRows).ToListAsync(ct);
    }

    private static async Task Guess(Db db, IReadOnlyList<Asked> words, CancellationToken ct)
    {
        var guessable = words.Where(w => w.Word.Stem.Length >= SearchVariant.LeastStem).ToList();
        var variants = guessable.SelectMany(w => SearchWords.Variants(w.Word.Stem)).Distinct().ToList();
        if (variants.Count == 0) return;
        var near = await db.Set<SearchVariant>().Where(v => variants.Contains(v.Variant)).Select(v => v.Stem).Distinct().ToListAsync(ct);
        foreach (var word in guessable) word.Guess(near.Where(s => SearchWords.IsOneTypoAway(s, word.Word.Stem)));
    }

    private static IEnumerable<(Guid Document, double Score)> Rank(List<Asked> words, List<SearchTerm> rows, int texts)
    {
        var scores = new Dictionary<Guid, (double Score, int Words)>();
        foreach (var word in words)
        {
            var own = rows.Where(r => word.Is(r.Term)).GroupBy(r => r.DocumentId).ToList();
            var rare = Math.Log(1 + (double)texts / Math.Max(1, own.Count));
            foreach (var document in own)
            {
                // The word as it was typed counts beside its stem.
                var weight = document.Max(r => r.Term[0] == SearchTerm.StemMark ? r.Weight : 0) + document.Sum(r => r.Term[0] == SearchTerm.WordMark ? r.Weight * 0.5 : 0);
                var known = scores.GetValueOrDefault(document.Key);
                scores[document.Key] = (known.Score + rare * weight, known.Words + 1);
            }
        }
        return scores.Select(s => (s.Key, Score: Math.Round(s.Value.Score * s.Value.Words * s.Value.Words, 6))).OrderByDescending(s => s.Score).ThenBy(s => s.Key);
    }

    private static List<SearchPiece> Snippet(string text, HashSet<string> stems)
    {
        var hits = SearchWords.Of(text).Where(w => stems.Contains(w.Stem)).Take(200).ToList();
        var from = hits.Count == 0 ? 0 : Math.Max(0, hits[0].Start - Around / 2);
        // Begins and ends between words.
        while (from > 0 && !char.IsWhiteSpace(text[from - 1])) from--;
        var to = Math.Min(text.Length, from + 2 * Around);
        while (to < text.Length && !char.IsWhiteSpace(text[to])) to++;
        var pieces = new List<SearchPiece>();
        if (from > 0) pieces.Add(new("… ", false));
        var at = from;
        foreach (var hit in hits.Where(h => h.Start + h.Length <= to))
        {
            if (hit.Start > at) pieces.Add(new(text[at..hit.Start], false));
            pieces.Add(new(text.Substring(hit.Start, hit.Length), true));
            at = hit.Start + hit.Length;
        }
        if (to > at) pieces.Add(new(text[at..to], false));
        if (to < text.Length) pieces.Add(new(" …", false));
        return pieces;
    }

    /// <summary>A word of the query with the terms by which it is looked for.</summary>
    private sealed class Asked
    {
        private readonly HashSet<string> _terms = new(StringComparer.Ordinal);

        public Asked(SearchWord word, string typed)
        {
            (Word, Typed) = (word, typed);
            Add(word.Folded, word.Stem);
            if (SearchWords.AsCyrillic(typed) is { } cyrillic) Add(cyrillic, SearchWords.Stem(cyrillic));
        }

        public SearchWord Word { get; }
        public string Typed { get; }
        public List<string> Stems { get; } = [];
        public bool IsGuessed { get; private set; }
        public IEnumerable<string> Terms => _terms;
        public bool Is(string term) => _terms.Contains(term);

        public void Guess(IEnumerable<string> stems)
        {
            foreach (var stem in stems)
            {
                IsGuessed = true;
                Stems.Add(stem);
                _terms.Add(SearchTerm.Stem(stem));
            }
        }

        private void Add(string folded, string stem)
        {
            Stems.Add(stem);
            _terms.Add(SearchTerm.Word(folded));
            _terms.Add(SearchTerm.Stem(stem));
        }
    }
}
