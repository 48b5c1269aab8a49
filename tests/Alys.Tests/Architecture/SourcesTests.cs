using System.Text.RegularExpressions;

namespace Alys.Tests.Architecture;

/// <summary>House rules that can be read off the files themselves.</summary>
public sealed partial class SourcesTests(ITestOutputHelper output)
{
    private const int LinesOfAFile = 300;
    private const int LongFilesThatMayWait = 5;

    [Fact]
    public void NoPageHasInlineStyleOrScript()
    {
        var found = Repository.Sources("src", ".cshtml")
            .SelectMany(file => Inline().Matches(File.ReadAllText(file)).Select(x => $"{Repository.Relative(file)}: {x.Value.Trim()}"));
        Assert.Empty(found);
    }

    [Fact]
    public void OnePageIsOneAct()
    {
        var found = Repository.Sources("src", ".cshtml.cs")
            .Where(file => Handlers().IsMatch(File.ReadAllText(file)))
            .Select(Repository.Relative);
        Assert.Empty(found);
    }

    [Fact]
    public void FilesHaveAtMostThreeHundredLines()
    {
        var tooLong = Repository.Sources("src", ".cs", ".cshtml").Concat(Repository.Sources("tests", ".cs"))
            .Select(x => (Name: Repository.Relative(x), Lines: File.ReadLines(x).Count()))
            .Where(x => x.Lines > LinesOfAFile).ToList();
        tooLong.ForEach(x => output.WriteLine($"{x.Name} has {x.Lines} lines: two nouns live there"));
        Assert.True(tooLong.Count <= LongFilesThatMayWait, string.Join('\n', tooLong.Select(x => $"{x.Name}: {x.Lines}")));
    }

    [Fact]
    public void FoldersAreNounsOfTheDomain()
    {
        string[] kinds = ["Services", "Helpers", "Dtos", "Interfaces", "Models", "Managers", "Utils", "Common", "Repositories"];
        var found = Directory.EnumerateDirectories(Repository.PathTo("src"), "*", SearchOption.AllDirectories)
            .Where(x => kinds.Contains(Path.GetFileName(x))).Select(Repository.Relative);
        Assert.Empty(found);
    }

    // A block of data (type="application/json") is not run and needs no permission of the policy.
    [GeneratedRegex("""<[^>@]*\sstyle\s*=|<style\b|<[a-z][^>]*\son[a-z]+\s*=\s*["']|<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>|href\s*=\s*["']javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(@"\bOn(?:Get|Post)(?!Async\b)[A-Z]\w*\s*\(")]
    private static partial Regex Handlers();
}
