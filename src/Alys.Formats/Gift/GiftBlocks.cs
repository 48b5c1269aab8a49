using System.Text.RegularExpressions;
using Alys.Formats.Questions;

namespace Alys.Formats.Gift;

// The lines of one question, escapes protected, comments taken out.
sealed class GiftBlock
{
    readonly List<(int Start, int Line)> starts = [];
    readonly System.Text.StringBuilder text = new();

    internal string Text => text.ToString();
    internal required IReadOnlyList<string> Category { get; init; }
    internal List<string> Comments { get; init; } = [];
    internal int? UnclosedAt { get; set; }
    internal int Line => starts[0].Line;

    internal void Add(int line, string protectedText)
    {
        if (starts.Count > 0)
        {
            text.Append('\n');
        }
        starts.Add((text.Length, line));
        text.Append(protectedText);
    }

    internal int LineAt(int position) => starts.FindLast(s => s.Start <= position) is { Line: > 0 } found ? found.Line : Line;
}

// Splits a file into questions. A blank line ends a question, except within <pre> and, with a warning, within braces.
sealed partial class GiftBlocks(string text, List<Problem> problems)
{
    const string CategoryMark = "$CATEGORY:";
    readonly string[] lines = [.. text.ReplaceLineEndings("\n").Split('\n').Select(GiftEscapes.Protect)];
    IReadOnlyList<string> category = [];
    int at;

    internal IEnumerable<GiftBlock> Split()
    {
        var comments = new List<string>();
        while (at < lines.Length)
        {
            if (IsBlank(at))
            {
                comments.Clear();
                at++;
            }
            else if (IsComment(at))
            {
                comments.Add(lines[at++]);
            }
            else if (IsCategory(at))
            {
                ReadCategory();
                comments.Clear();
            }
            else
            {
                yield return ReadBlock([.. comments]);
                comments.Clear();
            }
        }
    }

    GiftBlock ReadBlock(List<string> comments)
    {
        var block = new GiftBlock { Category = category, Comments = comments };
        var open = 0;
        var closedGroup = "";
        for (var isFirst = true; at < lines.Length; at++, isFirst = false)
        {
            if (IsComment(at))
            {
                comments.Add(lines[at]);
                continue;
            }
            if (IsCategory(at) || (!isFirst && TitleStart().IsMatch(lines[at])))
            {
                break;
            }
            if (IsBlank(at) && !GoesOn(block, open))
            {
                break;
            }
            if (open == 0 && closedGroup != "" && AnswerGroup().IsMatch(closedGroup) && lines[at].Contains('{'))
            {
                problems.Add(Problem.Warning(at + 1, "gift.problem.no-blank-line"));
                break;
            }
            block.Add(at + 1, lines[at]);
            (open, closedGroup) = Braces(block.Text, open, at + 1);
        }
        block.UnclosedAt = open == 0 ? null : open;
        return block;
    }

    // The line of the open brace or 0, and the last group of braces if the text ends with it.
    static (int Open, string Closed) Braces(string text, int openBefore, int line)
    {
        var from = text.LastIndexOf('{');
        var to = text.LastIndexOf('}');
        if (from > to)
        {
            return (openBefore == 0 ? line : openBefore, "");
        }
        var opener = to < 0 ? -1 : text.IndexOf('{');
        return (0, opener >= 0 && text.AsSpan(to + 1).Trim().Length <= 1 ? text[opener..(to + 1)] : "");
    }

    bool GoesOn(GiftBlock block, int open)
    {
        if (open > 0)
        {
            if (!Ahead("}", "{"))
            {
                return false;
            }
            problems.Add(Problem.Warning(at + 1, "gift.problem.blank-line-in-answers"));
            return true;
        }
        var before = block.Text;
        return !before.Contains('{') && Count(before, "<pre") > Count(before, "</pre") && Ahead("</pre", null);
    }

    // Is there, before the next question surely begins, a line with the wanted text?
    bool Ahead(string wanted, string? unwanted)
    {
        for (var i = at; i < lines.Length && !IsCategory(i) && !TitleStart().IsMatch(lines[i]); i++)
        {
            var found = lines[i].IndexOf(wanted, StringComparison.OrdinalIgnoreCase);
            var spoiled = unwanted is null ? -1 : lines[i].IndexOf(unwanted, StringComparison.OrdinalIgnoreCase);
            if (found >= 0 && (spoiled < 0 || found < spoiled))
            {
                return true;
            }
            if (spoiled >= 0)
            {
                return false;
            }
        }
        return false;
    }

    void ReadCategory()
    {
        var path = lines[at].Trim()[CategoryMark.Length..].Trim();
        if (path == "")
        {
            problems.Add(Problem.Error(at + 1, "gift.problem.category-empty"));
        }
        else
        {
            category = CategoryPath.Parse(GiftEscapes.Restore(path));
        }
        at++;
    }

    bool IsBlank(int i) => string.IsNullOrWhiteSpace(lines[i]);

    bool IsComment(int i) => lines[i].AsSpan().TrimStart().StartsWith("//");

    bool IsCategory(int i) => lines[i].AsSpan().TrimStart().StartsWith(CategoryMark, StringComparison.OrdinalIgnoreCase);

    static int Count(string text, string part)
    {
        var count = 0;
        for (var i = -1; (i = text.IndexOf(part, i + 1, StringComparison.OrdinalIgnoreCase)) >= 0; count++) { }
        return count;
    }

    [GeneratedRegex(@"^\s*::[^:].*?::")]
    private static partial Regex TitleStart();

    [GeneratedRegex(@"^\{\s*([=~#}]|T(RUE)?\s*[#}]|F(ALSE)?\s*[#}])", RegexOptions.IgnoreCase)]
    private static partial Regex AnswerGroup();
}
