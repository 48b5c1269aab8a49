#pragma warning disable EF1002 // The interpolated part is placeholders alone.
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Platform;

/// <summary>A text that can be found.</summary>
/// <param name="OwnerId">The object by whose rights it is seen: a pack, a course.</param>
/// <param name="Part">Number of the part within its object, from 1.</param>
/// <param name="Title">What the result is called.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Path">Where it stands, after the address of the course: <c>u/7?p=2</c>.</param>
public sealed record SearchText(Guid OwnerId, int Part, string Title, string Text, string Path);

/// <summary>Keeps what can be found. Its rows are the same on both engines, and so is what is found.</summary>
public static class SearchIndex
{
    private const int MaxText = 20_000;

    /// <summary>Takes the texts of an object in place of those that it had; none: it can no longer be found. Within the act.</summary>
    public static async Task Replace(Act act, Guid objectId, IReadOnlyList<SearchText> texts)
    {
        var old = await act.Db.Set<SearchDocument>().Where(d => d.ObjectId == objectId).Select(d => d.Id).ToListAsync(act.Ct);
        if (old.Count > 0)
        {
            await act.Db.Set<SearchTerm>().Where(t => old.Contains(t.DocumentId)).ExecuteDeleteAsync(act.Ct);
            await act.Db.Set<SearchDocument>().Where(d => old.Contains(d.Id)).ExecuteDeleteAsync(act.Ct);
        }
        var stems = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var document = new SearchDocument { OwnerId = text.OwnerId, ObjectId = objectId, Part = text.Part, Title = Cut(text.Title, 300), Text = Cut(text.Text, MaxText), Path = text.Path };
            act.Db.Add(document);
            foreach (var (term, weight) in Weigh(document.Title, document.Text))
            {
                act.Db.Add(new SearchTerm { Term = term, OwnerId = text.OwnerId, DocumentId = document.Id, Weight = weight });
                if (term[0] == SearchTerm.StemMark) stems.Add(term[1..]);
            }
        }
        await AddVariants(act, stems);
    }

    private static Dictionary<string, int> Weigh(string title, string text)
    {
        var counts = new Dictionary<string, (int Title, int Text)>(StringComparer.Ordinal);
        foreach (var word in SearchWords.Of(title)) Count(word, 1, 0);
        foreach (var word in SearchWords.Of(text)) Count(word, 0, 1);
        return counts.ToDictionary(c => c.Key, c => (c.Value.Title > 0 ? 40 : 0) + (c.Value.Text > 0 ? (int)(10 * (1 + Math.Log(c.Value.Text))) : 0), StringComparer.Ordinal);

        void Count(SearchWord word, int inTitle, int inText)
        {
            foreach (var term in new[] { SearchTerm.Stem(word.Stem), SearchTerm.Word(word.Folded) })
            {
                var known = counts.GetValueOrDefault(term);
                counts[term] = (known.Title + inTitle, known.Text + inText);
            }
        }
    }

    private static async Task AddVariants(Act act, HashSet<string> stems)
    {
        var wanted = stems.Where(s => s.Length >= SearchVariant.LeastStem).ToList();
        foreach (var some in wanted.Chunk(500))
        {
            var asked = some.ToList();
            var known = (await act.Db.Set<SearchVariant>().Where(v => asked.Contains(v.Stem)).Select(v => v.Stem).Distinct().ToListAsync(act.Ct)).ToHashSet(StringComparer.Ordinal);
            // Listeners of several modules may meet a word at the same time.
            foreach (var rows in some.Where(s => !known.Contains(s)).SelectMany(s => SearchWords.Variants(s).Select(v => (Variant: v, Stem: s))).Chunk(500))
            {
                var values = string.Join(',', rows.Select((_, i) => $"({{{2 * i}}},{{{2 * i + 1}}})"));
                await act.Db.Database.ExecuteSqlRawAsync($"insert into platform_search_variants (\"Variant\",\"Stem\") values {values} on conflict do nothing", rows.SelectMany(r => new object[] { r.Variant, r.Stem }), act.Ct);
            }
        }
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}

/// <summary>A part of an object that can be found.</summary>
internal sealed class SearchDocument : Entity
{
    public Guid OwnerId { get; init; }
    public Guid ObjectId { get; init; }
    public int Part { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required string Path { get; init; }
}

/// <summary>A word or stem of a document.</summary>
internal sealed class SearchTerm
{
    public const char StemMark = '~', WordMark = '=';

    public required string Term { get; init; }
    public Guid OwnerId { get; init; }
    public Guid DocumentId { get; init; }
    /// <summary>More in a title, more often in the text.</summary>
    public int Weight { get; init; }

    public static string Stem(string stem) => StemMark + stem;
    public static string Word(string folded) => WordMark + folded;
}

/// <summary>A stem without one of its letters, or whole: the way from a typo to the word.</summary>
internal sealed class SearchVariant
{
    /// <summary>Shorter stems are too near to one another.</summary>
    public const int LeastStem = 4;

    public required string Variant { get; init; }
    public required string Stem { get; init; }
}

internal sealed class SearchDocumentConfiguration : IEntityTypeConfiguration<SearchDocument>
{
    public void Configure(EntityTypeBuilder<SearchDocument> b)
    {
        b.ToTable("platform_search_documents");
        b.Property(x => x.Title).HasMaxLength(300);
        b.Property(x => x.Path).HasMaxLength(200);
        b.HasIndex(x => new { x.ObjectId, x.Part }).IsUnique();
        b.HasIndex(x => x.OwnerId);
    }
}

internal sealed class SearchTermConfiguration : IEntityTypeConfiguration<SearchTerm>
{
    public void Configure(EntityTypeBuilder<SearchTerm> b)
    {
        b.ToTable("platform_search_terms");
        b.Property(x => x.Term).HasMaxLength(SearchWords.MaxLength + 1);
        b.HasKey(x => new { x.Term, x.OwnerId, x.DocumentId });
        b.HasIndex(x => x.DocumentId);
    }
}

internal sealed class SearchVariantConfiguration : IEntityTypeConfiguration<SearchVariant>
{
    public void Configure(EntityTypeBuilder<SearchVariant> b)
    {
        b.ToTable("platform_search_variants");
        b.Property(x => x.Variant).HasMaxLength(SearchWords.MaxLength);
        b.Property(x => x.Stem).HasMaxLength(SearchWords.MaxLength);
        b.HasKey(x => new { x.Variant, x.Stem });
        b.HasIndex(x => x.Stem);
    }
}
