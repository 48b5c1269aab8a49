using DiffPlex;
using DiffPlex.Chunkers;

namespace Alys.Content.Text;

internal enum Change { Same, Added, Removed }

/// <summary>A run of words that stayed, came or went.</summary>
internal sealed record DiffPart(Change Change, string Text);

/// <summary>A stretch of changed lines with the lines around it; the lines left out before it are counted.</summary>
internal sealed record DiffStretch(int SameBefore, IReadOnlyList<DiffPart> Parts);

/// <summary>What differs between two texts, in words: first the lines that differ are found, then the words in them, so that long texts stay quick.</summary>
internal static class WordDiff
{
    private const int LinesAround = 1, MostByWords = 50_000;
    private static readonly char[] Separators = [' ', '\t', '\n', '.', ',', ';', ':', '!', '?', '(', ')', '[', ']', '{', '}', '«', '»', '"', '“', '”', '|', '*', '$', '`', '/', '='];

    /// <summary>Stretches in the order of the text, and the number of lines after the last that are the same in both.</summary>
    public static (IReadOnlyList<DiffStretch> Stretches, int SameAfter) Of(string before, string after)
    {
        var lines = Differ.Instance.CreateDiffs(before.ReplaceLineEndings("\n"), after.ReplaceLineEndings("\n"), ignoreWhiteSpace: false, ignoreCase: false, LineChunker.Instance);
        var (old, now) = (lines.PiecesOld, lines.PiecesNew);
        var stretches = new List<DiffStretch>();
        var shown = 0;
        foreach (var (index, block) in lines.DiffBlocks.Index())
        {
            var from = Math.Max(shown, block.InsertStartB - LinesAround);
            var end = block.InsertStartB + block.InsertCountB;
            var next = index + 1 < lines.DiffBlocks.Count ? lines.DiffBlocks[index + 1].InsertStartB : now.Count;
            var until = Math.Min(next, end + LinesAround);
            var parts = new List<DiffPart>();
            Add(parts, Change.Same, Lines(now, from, block.InsertStartB));
            Words(parts, Lines(old, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA), Lines(now, block.InsertStartB, end));
            Add(parts, Change.Same, Lines(now, end, until));
            stretches.Add(new DiffStretch(from - shown, Trimmed(parts)));
            shown = until;
        }
        return (stretches, now.Count - shown);
    }

    private static void Words(List<DiffPart> parts, string before, string after)
    {
        // Comparing takes the square of what differs: a stretch rewritten at such length is shown whole.
        if (before.Length + after.Length > MostByWords)
        {
            Add(parts, Change.Removed, before);
            Add(parts, Change.Added, after);
            return;
        }
        var words = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, new DelimiterChunker(Separators));
        var at = 0;
        foreach (var block in words.DiffBlocks)
        {
            Add(parts, Change.Same, string.Concat(words.PiecesNew.Skip(at).Take(block.InsertStartB - at)));
            Add(parts, Change.Removed, string.Concat(words.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA)));
            Add(parts, Change.Added, string.Concat(words.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB)));
            at = block.InsertStartB + block.InsertCountB;
        }
        Add(parts, Change.Same, string.Concat(words.PiecesNew.Skip(at)));
    }

    private static void Add(List<DiffPart> parts, Change change, string text)
    {
        if (text.Length == 0) return;
        if (parts.Count > 0 && parts[^1].Change == change) parts[^1] = new DiffPart(change, parts[^1].Text + text);
        else parts.Add(new DiffPart(change, text));
    }

    /// <summary>Without empty lines around.</summary>
    private static IReadOnlyList<DiffPart> Trimmed(List<DiffPart> parts)
    {
        if (parts[0].Change == Change.Same) parts[0] = parts[0] with { Text = parts[0].Text.TrimStart('\n') };
        if (parts[^1].Change == Change.Same) parts[^1] = parts[^1] with { Text = parts[^1].Text.TrimEnd('\n') };
        return [.. parts.Where(p => p.Text.Length > 0)];
    }

    private static string Lines(IReadOnlyList<string> lines, int from, int until) => string.Concat(lines.Skip(from).Take(until - from).Select(l => l + "\n"));
}
