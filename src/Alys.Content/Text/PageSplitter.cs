using System.IO.Compression;
using System.Text;
using AngleSharp;
using AngleSharp.Dom;

namespace Alys.Content.Text;

/// <summary>Cuts a text into pages that the 50 kbit/s line carries in under three seconds: before headings where it can, between blocks where it must.</summary>
internal static class PageSplitter
{
    /// <summary>
    /// Bytes of one page compressed as the server does it. The budget is 16,000 on the wire; the rest is for the transport's own bytes.
    /// </summary>
    public const int MaxBytes = 15_000;

    public static List<List<INode>> Split(IElement body, List<TextNote> notes)
    {
        var blocks = body.ChildNodes.Where(n => n is IElement).SelectMany(n => Pieces((IElement)n)).ToList();
        var total = Weigh(blocks);
        if (total <= MaxBytes)
        {
            return [blocks];
        }
        // Even pages read better than full ones with a rest.
        var goal = total / ((total + MaxBytes - 1) / MaxBytes);
        var pages = new List<List<INode>>();
        Fill(blocks, 2, goal, pages);
        foreach (var page in pages.Where(p => Weigh(p) > MaxBytes))
        {
            notes.Add(new TextNote(TextNoteKind.LongBlock, Beginning(page)));
        }
        RepeatHeadings(pages);
        return pages;
    }

    private static void Fill(List<INode> blocks, int level, int goal, List<List<INode>> pages)
    {
        var page = new List<INode>();
        foreach (var chunk in ChunksAt(blocks, level))
        {
            if (page.Count > 0 && (Weigh(page) >= goal * 9 / 10 || Weigh([.. page, .. chunk]) > MaxBytes))
            {
                pages.Add(page);
                page = [];
            }
            if (page.Count == 0 && Weigh(chunk) > MaxBytes && chunk.Count > 1)
            {
                Fill(chunk, level + 1, goal, pages);
                page = pages[^1];
                pages.RemoveAt(pages.Count - 1);
            }
            else
            {
                page.AddRange(chunk);
            }
        }
        if (page.Count > 0)
        {
            pages.Add(page);
        }
    }

    /// <summary>Runs that begin at a heading of the level; beyond the last level each block stands for itself, a heading with what follows it.</summary>
    private static IEnumerable<List<INode>> ChunksAt(List<INode> blocks, int level)
    {
        var chunk = new List<INode>();
        foreach (var block in blocks)
        {
            var isStart = level <= 6 ? LevelOf(block) is { } own && own <= level : chunk.Count > 0 && LevelOf(chunk[^1]) is null;
            if (isStart && chunk.Count > 0)
            {
                yield return chunk;
                chunk = [];
            }
            chunk.Add(block);
        }
        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }

    /// <summary>A block too large for any page is cut itself: code by lines, lists and tables by their rows.</summary>
    private static IEnumerable<INode> Pieces(IElement block)
    {
        if (Weigh([block]) <= MaxBytes)
        {
            return [block];
        }
        return block.LocalName switch
        {
            "pre" => CutCode(block),
            "ul" or "ol" => CutRows(block, block, [.. block.Children]),
            "blockquote" => CutRows(block, block, [.. block.Children]),
            "div" when block.QuerySelector("tbody") is { } rows => CutRows(block, rows, [.. rows.Children]),
            _ => [block],
        };
    }

    private static List<INode> CutCode(IElement block)
    {
        var pieces = new List<INode>();
        var lines = block.TextContent.Split('\n');
        var step = Math.Max(1, lines.Length * MaxBytes / (2 * Weigh([block])));
        for (var from = 0; from < lines.Length; from += step)
        {
            var piece = (IElement)block.Clone(false);
            var code = block.Owner!.CreateElement("code");
            code.TextContent = string.Join('\n', lines.Skip(from).Take(step));
            piece.Append(code);
            pieces.Add(piece);
        }
        return pieces;
    }

    private static List<INode> CutRows(IElement block, IElement holder, List<IElement> rows)
    {
        var pieces = new List<INode>();
        var step = Math.Max(1, rows.Count * MaxBytes / (2 * Weigh([block])));
        var start = holder.LocalName == "ol" && int.TryParse(holder.GetAttribute("start"), CultureInfo.InvariantCulture, out var first) ? first : 1;
        for (var from = 0; from < rows.Count; from += step)
        {
            var piece = (IElement)block.Clone(true);
            var part = holder == block ? piece : piece.QuerySelector(holder.LocalName)!;
            part.InnerHtml = "";
            part.Append([.. rows.Skip(from).Take(step).Select(r => r.Clone(true))]);
            if (holder.LocalName == "ol")
            {
                part.SetAttribute("start", (start + from).ToString(CultureInfo.InvariantCulture));
            }
            pieces.Add(piece);
        }
        return pieces;
    }

    /// <summary>A page that begins inside a section opens with that section's headings, so that no level is skipped under the page's h1.</summary>
    private static void RepeatHeadings(List<List<INode>> pages)
    {
        var open = new SortedDictionary<int, IElement>();
        foreach (var page in pages)
        {
            var firstLevel = LevelOf(page[0]) ?? 7;
            var repeated = open.Where(h => h.Key < firstLevel).Select(h => Repeat(h.Value)).ToList();
            foreach (var heading in page.OfType<IElement>().Where(e => LevelOf(e) is not null))
            {
                var level = LevelOf(heading)!.Value;
                foreach (var below in open.Keys.Where(k => k >= level).ToList())
                {
                    open.Remove(below);
                }
                open[level] = heading;
            }
            page.InsertRange(0, repeated);
        }
    }

    private static INode Repeat(IElement heading)
    {
        var repeated = (IElement)heading.Clone(true);
        repeated.RemoveAttribute("id");
        repeated.Append(heading.Owner!.CreateTextNode(" …"));
        return repeated;
    }

    private static int? LevelOf(INode node) =>
        node is IElement { LocalName: ['h', >= '1' and <= '6'] } heading ? heading.LocalName[1] - '0' : null;

    private static string Beginning(List<INode> page)
    {
        var text = string.Join(' ', page.Select(n => n.TextContent)).Trim();
        return text.Length <= 60 ? text : text[..60] + "…";
    }

    public static string Html(IEnumerable<INode> nodes) => string.Join('\n', nodes.Select(n => n.ToHtml()));

    public static int Weigh(IReadOnlyCollection<INode> nodes) => Weigh(Html(nodes));

    public static int Weigh(string html)
    {
        var plain = Encoding.UTF8.GetBytes(html);
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(plain);
        return (int)packed.Length;
    }
}
