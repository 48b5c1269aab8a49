using System.Text;
using Alys.Content.Text;
using AngleSharp.Html.Parser;

namespace Alys.Tests.Content.Text;

public sealed class PageSplitterTests
{
    // Words that no compressor can fold away, the same in every run.
    private static string Prose(int seed, int words)
    {
        var random = new Random(seed);
        var prose = new StringBuilder();
        for (var i = 0; i < words; i++)
        {
            for (var c = random.Next(3, 11); c > 0; c--)
            {
                prose.Append((char)('а' + random.Next(32)));
            }
            prose.Append(' ');
        }
        return prose.ToString().Trim();
    }

    [Fact]
    public void ALongTextIsCutBeforeHeadingsIntoPagesOfTheBudget()
    {
        var source = string.Join("\n\n", Enumerable.Range(1, 12).Select(i => $"## Part {i}\n\n{Prose(i, 700)}"));
        var text = Rendering.Markdown(source);
        Assert.InRange(text.Pages.Count, 3, 8);
        Assert.All(text.Pages, p => Assert.InRange(p.CompressedBytes, 1, PageSplitter.MaxBytes));
        Assert.All(text.Pages, p => Assert.StartsWith("<h2", p.Html, StringComparison.Ordinal));
        Assert.Equal(12, text.Headings.Count);
    }

    [Fact]
    public void NoWordIsLostByCutting()
    {
        var source = string.Join("\n\n", Enumerable.Range(1, 9).Select(i => $"{(i % 3 == 1 ? "## Part" : "### Piece")} {i}\n\n{Prose(i, 300)}\n\n{Prose(i + 100, 500)}"));
        var text = Rendering.Markdown(source);
        var together = string.Concat(text.Pages.Select(p => p.Html));
        Assert.All(Enumerable.Range(1, 9), i => Assert.Contains(Prose(i, 300), together));
        Assert.All(Enumerable.Range(1, 9), i => Assert.Contains(Prose(i + 100, 500), together));
    }

    [Fact]
    public void APageThatBeginsInsideASectionRepeatsItsHeading()
    {
        var text = Rendering.Markdown("## Whole\n\n" + string.Join("\n\n", Enumerable.Range(1, 8).Select(i => $"### Part {i}\n\n{Prose(i, 700)}")));
        Assert.All(text.Pages.Skip(1), p => Assert.StartsWith("<h2>Whole …</h2>", p.Html, StringComparison.Ordinal));
    }

    [Fact]
    public void ALinkToAHeadingOnAnotherPageNamesThatPage()
    {
        var text = Rendering.Markdown("[last](#part-8)\n\n" + string.Join("\n\n", Enumerable.Range(1, 8).Select(i => $"## Part {i}\n\n{Prose(i, 800)}")));
        Assert.Contains($"<a href=\"?p={text.Pages.Count}#s8\">last</a>", text.Pages[0].Html);
    }

    [Fact]
    public void CodeTooLongForAPageIsCutByLines()
    {
        var lines = Enumerable.Range(1, 3000).Select(i => $"{i} {Prose(i, 3)}").ToArray();
        var text = Rendering.Markdown("```\n" + string.Join('\n', lines) + "\n```");
        Assert.All(text.Pages, p => Assert.InRange(p.CompressedBytes, 1, PageSplitter.MaxBytes));
        var read = string.Join('\n', text.Pages.SelectMany(p => new HtmlParser().ParseDocument(p.Html).QuerySelectorAll("code")).Select(c => c.TextContent));
        Assert.Equal(string.Join('\n', lines), read.TrimEnd('\n'));
    }

    [Fact]
    public void ATableTooLongForAPageRepeatsItsHead()
    {
        var source = "| no | words |\n|---|---|\n" + string.Join('\n', Enumerable.Range(1, 2500).Select(i => $"| {i} | {Prose(i, 3)} |"));
        var text = Rendering.Markdown(source);
        Assert.All(text.Pages, p => Assert.InRange(p.CompressedBytes, 1, PageSplitter.MaxBytes));
        Assert.All(text.Pages, p => Assert.Contains("<th scope=\"col\">words</th>", p.Html));
        Assert.Equal(2500, text.Pages.Sum(p => new HtmlParser().ParseDocument(p.Html).QuerySelectorAll("tbody tr").Length));
    }

    [Fact]
    public void AListTooLongForAPageKeepsItsNumbers()
    {
        var text = Rendering.Markdown(string.Join('\n', Enumerable.Range(1, 2000).Select(i => $"{i}. {Prose(i, 5)}")));
        Assert.All(text.Pages, p => Assert.InRange(p.CompressedBytes, 1, PageSplitter.MaxBytes));
        var lists = text.Pages.SelectMany(p => new HtmlParser().ParseDocument(p.Html).QuerySelectorAll("ol")).ToList();
        var next = 1;
        foreach (var list in lists)
        {
            Assert.Equal(next, int.Parse(list.GetAttribute("start") ?? "1", CultureInfo.InvariantCulture));
            next += list.ChildElementCount;
        }
        Assert.Equal(2001, next);
    }

    [Fact]
    public void ABlockThatCannotBeCutIsNoted() =>
        Assert.Contains(Rendering.Markdown(Prose(1, 6000)).Notes, n => n.Kind == TextNoteKind.LongBlock);
}
