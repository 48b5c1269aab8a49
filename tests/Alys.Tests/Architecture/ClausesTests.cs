using System.Text.RegularExpressions;

namespace Alys.Tests.Architecture;

/// <summary>docs/clauses.md and the rules that the program carries tell the same about all 56 clauses.</summary>
public sealed partial class ClausesTests
{
    private static readonly string[][] Clauses = [.. Repository.Tsv(Repository.PathTo("src", "Alys.Compliance", "rules", "order-404.tsv")).Skip(1)];
    private static readonly string[][] Rules = [.. Repository.Tsv(Repository.PathTo("src", "Alys.Compliance", "rules", "order-404.rules.tsv")).Skip(1)];

    [Fact]
    public void AllFiftySixClausesAreThereOnce()
    {
        Assert.Equal(Enumerable.Range(1, 56).Select(x => x.ToString(CultureInfo.InvariantCulture)), Clauses.Select(x => x[0]));
    }

    [Fact]
    public void EveryClauseNamesRulesThatExistAndEveryRuleIsNamed()
    {
        Assert.Equal(Rules.Select(x => x[0]).Order(), Clauses.SelectMany(x => x[8].Split(' ')).Distinct().Order());
    }

    [Fact]
    public void EveryCellOfTheRulesIsFilled()
    {
        Assert.All(Clauses, x => { Assert.Equal(10, x.Length); Assert.DoesNotContain("", x); });
        Assert.All(Rules, x => { Assert.Equal(7, x.Length); Assert.DoesNotContain("", x); Assert.True(x[2] is "automatic" or "recorded" or "not-yet", x[2]); });
    }

    [Fact]
    public void TheDocumentHasEveryClauseWithItsTitleAndRules()
    {
        var rows = Rows();
        Assert.Equal(Clauses.Select(x => x[0]), rows.Select(x => x[0]));
        Assert.All(Clauses.Zip(rows), x =>
        {
            Assert.Equal(x.First[4], x.Second[1]);
            Assert.Equal(x.First[8].Split(' '), Codes().Matches(x.Second[4]).Select(c => c.Value));
        });
    }

    [Fact]
    public void TheDocumentNamesOnlyModulesPagesAndTestsThatExist()
    {
        var pages = PageRoutes();
        foreach (var row in Rows())
        {
            Assert.All(Modules().Matches(row[2]), x => Assert.True(Directory.Exists(Repository.PathTo("src", x.Value)), $"clause {row[0]}: no module {x.Value}"));
            Assert.All(Quoted().Matches(row[3]), x => Assert.True(pages.Contains(x.Groups[1].Value), $"clause {row[0]}: no page {x.Groups[1].Value}"));
            Assert.All(Quoted().Matches(row[5]), x => Assert.True(TestExists(x.Groups[1].Value), $"clause {row[0]}: no test {x.Groups[1].Value}"));
        }
    }

    private static string[][] Rows() =>
        [.. Repository.Read("docs", "clauses.md").Split('\n').Where(x => Row().IsMatch(x)).Select(x => x.Trim('|').Split('|').Select(c => c.Trim()).ToArray())];

    private static HashSet<string> PageRoutes()
    {
        var routes = new HashSet<string>();
        foreach (var file in Repository.Sources("src", ".cshtml"))
        {
            var written = Route().Match(File.ReadAllText(file)).Groups[1].Value;
            var byFolder = "/" + Repository.Relative(file)["src/Alys.".Length..^".cshtml".Length].ToLowerInvariant();
            routes.Add(written.StartsWith('/') ? Constraint().Replace(written, "{$1}") : byFolder.EndsWith("/index", StringComparison.Ordinal) ? byFolder[..^"/index".Length] : byFolder);
        }
        foreach (var file in Repository.Sources("src", ".cs"))
        {
            routes.UnionWith(Mapped().Matches(File.ReadAllText(file)).Select(x => Constraint().Replace(x.Groups[1].Value, "{$1}")));
        }
        return routes;
    }

    private static bool TestExists(string name) =>
        Repository.Sources("tests", name + ".cs").Any(x => Path.GetFileName(x) == name + ".cs");

    [GeneratedRegex(@"^\| \d+ \|")]
    private static partial Regex Row();

    [GeneratedRegex(@"R-[0-9a-k.]+\b")]
    private static partial Regex Codes();

    [GeneratedRegex(@"Alys\.\w+")]
    private static partial Regex Modules();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("^@page\\s+\"([^\"]+)\"", RegexOptions.Multiline)]
    private static partial Regex Route();

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Constraint();

    [GeneratedRegex("Map(?:Get|Post)\\(\\s*\"([^\"]+)\"")]
    private static partial Regex Mapped();
}
