using System.Text;
using Alys.Formats.Archives;

namespace Alys.Formats.Word;

enum WordBlockKind { Text, Heading, Item, Code, Quote }

/// <summary>A paragraph or a table as HTML, with what belongs to it.</summary>
sealed record WordBlock(WordBlockKind Kind, string Html)
{
    /// <summary>1…9 of a heading.</summary>
    internal int Level { get; init; }
    internal WordListPlace Place { get; init; }
    internal IReadOnlyList<LessonReference> References { get; init; } = [];

    /// <summary>Notes that stand at the foot of its section.</summary>
    internal IReadOnlyList<(int Number, string Html)> Notes { get; init; } = [];
    internal IReadOnlyList<string> Bookmarks { get; init; } = [];
    internal string Words { get; init; } = "";
}

// Puts blocks together to the text of a section.
static class WordText
{
    internal static string Of(IEnumerable<WordBlock> blocks)
    {
        var html = new StringBuilder();
        var lists = new Stack<string>();
        var notes = new List<(int Number, string Html)>();
        WordBlock? before = null;
        foreach (var block in blocks)
        {
            if (block.Kind != WordBlockKind.Item)
            {
                Close(html, lists, 0);
            }
            if (before?.Kind == WordBlockKind.Code && block.Kind != WordBlockKind.Code)
            {
                html.Append("</code></pre>\n");
            }
            switch (block.Kind)
            {
                case WordBlockKind.Item:
                    Item(html, lists, block);
                    break;
                case WordBlockKind.Code:
                    html.Append(before?.Kind == WordBlockKind.Code ? "\n" : "<pre><code>").Append(block.Html);
                    break;
                case WordBlockKind.Quote:
                    html.Append("<blockquote><p>").Append(block.Html).Append("</p></blockquote>\n");
                    break;
                case WordBlockKind.Heading:
                    var level = Math.Min(6, block.Level);
                    html.Append(CultureInfo.InvariantCulture, $"<h{level}>{block.Html}</h{level}>\n");
                    break;
                default:
                    html.Append(block.Html).Append('\n');
                    break;
            }
            notes.AddRange(block.Notes);
            before = block;
        }
        Close(html, lists, 0);
        if (before?.Kind == WordBlockKind.Code)
        {
            html.Append("</code></pre>\n");
        }
        if (notes.Count > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<hr>\n<ol start=\"{notes[0].Number}\">\n");
            notes.ForEach(n => html.Append(CultureInfo.InvariantCulture, $"<li id=\"note-{n.Number}\">{n.Html} <a href=\"#note-of-{n.Number}\">↑</a></li>\n"));
            html.Append("</ol>\n");
        }
        return html.ToString();
    }

    static void Item(StringBuilder html, Stack<string> lists, WordBlock block)
    {
        var tag = block.Place.IsOrdered ? "ol" : "ul";
        Close(html, lists, block.Place.Level + 1);
        if (lists.Count == block.Place.Level + 1 && lists.Peek() != tag)
        {
            Close(html, lists, block.Place.Level);
        }
        if (lists.Count == block.Place.Level + 1)
        {
            html.Append("</li>\n");
        }
        // A level that the author has skipped is no level of its own.
        else
        {
            html.Append(block.Place is { IsOrdered: true, Start: not 1 } ? string.Create(CultureInfo.InvariantCulture, $"<ol start=\"{block.Place.Start}\">\n") : $"<{tag}>\n");
            lists.Push(tag);
            while (lists.Count < block.Place.Level + 1)
            {
                html.Append("<li>\n").Append($"<{tag}>\n");
                lists.Push(tag);
            }
        }
        html.Append("<li>").Append(block.Html);
    }

    static void Close(StringBuilder html, Stack<string> lists, int depth)
    {
        while (lists.Count > depth)
        {
            html.Append("</li>\n</").Append(lists.Pop()).Append(">\n");
        }
    }
}
