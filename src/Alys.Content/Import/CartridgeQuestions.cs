using Alys.Assessment;
using Alys.Formats.Archives;
using Alys.Formats.Cartridges;

namespace Alys.Content.Import;

/// <summary>Which documents of a package hold questions, and what stands beside them.</summary>
internal static class CartridgeQuestions
{
    // Canvas keeps what the standard has no place for beside it: more kinds of questions, and banks that no test names.
    private const string Beside = "non_cc_assessments/";

    public static bool IsCopy(string path) => path.Contains(Beside, StringComparison.Ordinal);

    public static PackageQuestions Read(Cartridge cartridge, SafeArchive archive)
    {
        var titles = cartridge.Items.SelectMany(WithItems).Where(i => i.Resource is not null && i.Title.Length > 0).GroupBy(i => i.Resource!.Identifier, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Title, StringComparer.Ordinal);
        var documents = new List<QuestionDocument>();
        foreach (var resource in cartridge.Resources.Where(r => r is { Kind: CartridgeKind.Assessment or CartridgeKind.QuestionBank, Main: not null, IsMissing: false }).DistinctBy(r => r.Main))
        {
            var beside = resource.Dependencies.Select(cartridge.Find).OfType<CartridgeResource>().SelectMany(r => r.Files).Concat(resource.Files);
            documents.Add(new(resource.Main!, titles.GetValueOrDefault(resource.Identifier) ?? "", [.. beside.Where(f => f != resource.Main && IsCopy(f)).Distinct()]));
        }
        var taken = documents.SelectMany(d => d.Copies.Prepend(d.Path)).ToHashSet(StringComparer.Ordinal);
        documents.AddRange(archive.Files.Select(f => f.Path).Where(p => IsCopy(p) && p.EndsWith(".qti", StringComparison.OrdinalIgnoreCase) && !taken.Contains(p)).Select(p => new QuestionDocument(p, "", [])));
        return PackageQuestions.Read(archive, documents);
    }

    private static IEnumerable<CartridgeItem> WithItems(CartridgeItem item) => item.Items.SelectMany(WithItems).Prepend(item);
}
