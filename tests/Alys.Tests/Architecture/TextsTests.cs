using System.Text.RegularExpressions;

namespace Alys.Tests.Architecture;

/// <summary>Every text exists in Kazakh, Russian and English and every key that the sources name is there.</summary>
public sealed partial class TextsTests
{
    private static readonly string[] Languages = ["kk", "ru", "en"];

    public static TheoryData<string> Tables =>
        [.. Repository.Sources("src", "Texts.tsv").Select(Repository.Relative)];

    public static TheoryData<string> KazakhTables =>
        [.. Repository.Sources("src", ".tsv").Where(HasKazakh).Select(Repository.Relative)];

    [Theory, MemberData(nameof(Tables))]
    public void EveryRowHasThreeLanguages(string table)
    {
        var rows = Repository.Tsv(Repository.PathTo(table));
        Assert.Equal(["key", .. Languages], rows[0]);
        Assert.All(rows, row =>
        {
            Assert.True(row.Length == 4, $"{row[0]}: a row has a key and three texts");
            Assert.All(row, cell => Assert.False(string.IsNullOrWhiteSpace(cell), $"{row[0]}: a text is empty"));
        });
        Assert.Equal(rows.Length, rows.Select(x => x[0]).Distinct().Count());
    }

    [Theory, MemberData(nameof(Tables))]
    public void PlaceholdersAreTheSameInAllLanguages(string table)
    {
        foreach (var row in Repository.Tsv(Repository.PathTo(table)).Skip(1))
        {
            var english = Placeholders(row[3]);
            Assert.True(english.SetEquals(Placeholders(row[1])) && english.SetEquals(Placeholders(row[2])), $"{row[0]}: placeholders differ");
            Assert.All(Plural().Matches(row[2]), x => Assert.True(x.Value.Count(c => c == '|') == 2, $"{row[0]}: Russian has three plural forms"));
            Assert.All(Plural().Matches(row[3]), x => Assert.True(x.Value.Count(c => c == '|') == 1, $"{row[0]}: English has two plural forms"));
        }
    }

    [Theory, MemberData(nameof(KazakhTables))]
    public void KazakhAndRussianWordsHaveNoLatinLetters(string table)
    {
        var rows = Repository.Tsv(Repository.PathTo(table));
        var columns = rows[0].Index().Where(x => x.Item is "kk" or "ru" || x.Item.EndsWith("_kk", StringComparison.Ordinal) || x.Item.EndsWith("_ru", StringComparison.Ordinal));
        foreach (var (column, _) in columns)
        {
            var mixed = rows.Skip(1).SelectMany(x => Words().Matches(x[column].Replace("\\n", " ", StringComparison.Ordinal))).Select(x => x.Value)
                .Where(x => Latin().IsMatch(x) && Cyrillic().IsMatch(x));
            Assert.Empty(mixed);
        }
    }

    [Fact]
    public void EveryKeyThatTheSourcesNameExists()
    {
        var missing = new List<string>();
        var keys = Keys();
        foreach (var file in Repository.Sources("src", ".cs", ".cshtml"))
        {
            var named = UsedKeys().Matches(File.ReadAllText(file)).Select(x => x.Groups["key"].Value).Distinct();
            missing.AddRange(named.Where(x => !keys.Contains(x)).Select(x => $"{Repository.Relative(file)}: {x}"));
        }
        Assert.True(missing.Count == 0, "No text for\n" + string.Join('\n', missing));
    }

    [Fact]
    public void EveryRightHasItsSentence()
    {
        var keys = Keys();
        var rights = Repository.Sources("src", "Rights.cs").SelectMany(x => Constants().Matches(File.ReadAllText(x))).Select(x => "right." + x.Groups["value"].Value);
        Assert.Empty(rights.Except(keys));
    }

    [Fact]
    public void EveryFactOfTheJournalHasItsWords()
    {
        var keys = Keys();
        var facts = Repository.Sources("src", ".cs").SelectMany(x => Facts().Matches(File.ReadAllText(x))).Select(x => "fact." + x.Groups["value"].Value).Distinct().ToList();
        Assert.True(facts.Count > 50, $"{facts.Count} facts were found");
        Assert.Empty(facts.Except(keys));
    }

    [Fact]
    public void EveryVisibilityRuleHasItsSentence()
    {
        var keys = Keys();
        var rules = Repository.Sources("src", ".cs").SelectMany(x => Rules().Matches(File.ReadAllText(x))).Select(x => "rule." + x.Groups["value"].Value);
        Assert.Empty(rules.Distinct().Except(keys));
    }

    private static HashSet<string> Keys() =>
        [.. Repository.Sources("src", "Texts.tsv").SelectMany(x => Repository.Tsv(x).Skip(1)).Select(x => x[0])];

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(x => x.Groups[1].Value)];

    private static bool HasKazakh(string path) => Repository.Tsv(path)[0].Any(x => x == "kk" || x.EndsWith("_kk", StringComparison.Ordinal));

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\{\d+:plural:[^}]*\}")]
    private static partial Regex Plural();

    [GeneratedRegex(@"[\p{L}]+")]
    private static partial Regex Words();

    [GeneratedRegex("[A-Za-z]")]
    private static partial Regex Latin();

    [GeneratedRegex(@"\p{IsCyrillic}")]
    private static partial Regex Cyrillic();

    // A key that is put together at run time ends with a full stop and is not looked up here.
    [GeneratedRegex("""(?:\bT\[|\bTexts\[|new Refusal\(|new MenuEntry\(|\s(?:label|hint)=)\s*"(?<key>[a-z][a-z0-9-]*(?:\.[A-Za-z0-9-]+)+)"\s*[\],) />]""")]
    private static partial Regex UsedKeys();

    // In place, of a listener, of a lane, or a constant of a class of facts.
    [GeneratedRegex("""(?:Wrote\(|on\.To\(|lane\.Journal\(reader, )"(?<value>[a-z-]+\.[a-z.-]+[a-z])"|(?<=class \w*Facts\b[^}]*)= "(?<value>[a-z.-]+)";""")]
    private static partial Regex Facts();

    [GeneratedRegex("const\\s+string\\s+\\w+\\s*=\\s*\"(?<value>[a-z][a-z0-9.-]+)\"")]
    private static partial Regex Constants();

    [GeneratedRegex("""new\s+Rule<[^>]+>\(\s*"(?<value>[^"]+)"|(?<=Visibility<[^;]*)\bnew\(\s*"(?<value>[a-z][a-z0-9.-]+)"\s*,""")]
    private static partial Regex Rules();
}
