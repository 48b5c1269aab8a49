using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Alys.Formats.Archives;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Alys.Formats.Word;

// What stands within a paragraph, and what of it could not be carried.
sealed partial class WordInline(MainDocumentPart main, WordStyles styles, string name)
{
    readonly Dictionary<string, byte[]> pictures = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    OpenXmlPart part = main;
    List<LessonReference> references = [];
    List<(int, string)> notes = [];
    List<string> bookmarks = [];
    int noteCount;

    internal IReadOnlyDictionary<string, byte[]> Pictures => pictures;

    /// <summary>In which section a bookmark stands.</summary>
    internal Dictionary<string, int> Placed { get; } = new(StringComparer.Ordinal);

    internal IEnumerable<Problem> Remarks() => counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => Problem.Warning(0, "word.problem." + c.Key, name, c.Value));

    internal void Count(string what) => counts[what] = counts.GetValueOrDefault(what) + 1;

    internal WordBlock Block(WordBlockKind kind, Func<string> html)
    {
        var outer = (references, notes, bookmarks);
        (references, notes, bookmarks) = ([], [], []);
        var written = html();
        var block = new WordBlock(kind, written) { References = references, Notes = [.. notes], Bookmarks = bookmarks };
        (references, notes, bookmarks) = outer;
        return block;
    }

    /// <summary>Blocks within a block: what belongs to them belongs to it.</summary>
    internal IReadOnlyList<WordBlock> Within(Func<IReadOnlyList<WordBlock>> read)
    {
        var blocks = read();
        references.AddRange(blocks.SelectMany(b => b.References));
        notes.AddRange(blocks.SelectMany(b => b.Notes));
        bookmarks.AddRange(blocks.SelectMany(b => b.Bookmarks));
        return [.. blocks.Select(b => b with { Notes = [] })];
    }

    /// <summary>Children as they stand once insertions are accepted and deletions dropped, without what only wraps them.</summary>
    internal IEnumerable<OpenXmlElement> Kept(OpenXmlElement parent)
    {
        foreach (var element in parent.Elements())
        {
            switch (element)
            {
                case InsertedRun or MoveToRun:
                    Count("inserted");
                    foreach (var inner in Kept(element))
                    {
                        yield return inner;
                    }
                    break;
                case DeletedRun or MoveFromRun:
                    Count("deleted");
                    break;
                case SdtElement control:
                    foreach (var inner in control.Elements().Where(e => e.LocalName == "sdtContent").SelectMany(Kept))
                    {
                        yield return inner;
                    }
                    break;
                case SimpleField field when FieldAddress(field.Instruction?.Value) is null:
                case CustomXmlElement or OpenXmlUnknownElement { LocalName: "smartTag" }:
                    foreach (var inner in Kept(element))
                    {
                        yield return inner;
                    }
                    break;
                case AltChunk:
                    Count("altchunk");
                    break;
                default:
                    yield return element;
                    break;
            }
        }
    }

    /// <summary>Texts in frames and shapes of a paragraph.</summary>
    internal IEnumerable<OpenXmlElement> Frames(Paragraph paragraph) => paragraph.Descendants<TextBoxContent>().Where(t => t.Ancestors<TextBoxContent>().FirstOrDefault() is null && t.Ancestors<Paragraph>().First() == paragraph);

    internal static string Words(OpenXmlElement element) => string.Concat(element.Descendants().Where(e => e is Text or TabChar or Break && e.Ancestors<TextBoxContent>().FirstOrDefault() is null && !e.Ancestors().Any(a => a is DeletedRun or MoveFromRun)).Select(e => e is Text text ? text.Text : " "));

    internal string Html(OpenXmlElement parent, bool isCode = false)
    {
        var html = new StringBuilder();
        // Fields that began and have not ended: the instruction first, then what is shown.
        var fields = new Stack<(StringBuilder Instruction, bool IsShown, bool IsLink)>();
        foreach (var element in Kept(parent))
        {
            if (element is Run run)
            {
                Run(run, html, fields, isCode);
            }
            else if (fields.All(f => f.IsShown))
            {
                html.Append(Other(element, isCode));
            }
        }
        foreach (var _ in fields.Where(f => f.IsLink))
        {
            html.Append("</a>");
        }
        return Seams(html.ToString());
    }

    string Other(OpenXmlElement element, bool isCode)
    {
        switch (element)
        {
            case Hyperlink link:
                return Link(link.Id?.Value is { } id ? AddressOf(id) : null, link.Anchor?.Value, Html(link, isCode));
            case SimpleField field:
                return Link(FieldAddress(field.Instruction?.Value), null, Html(field, isCode));
            case BookmarkStart { Name.Value: { Length: > 0 } bookmark } when bookmark != "_GoBack":
                bookmarks.Add(bookmark);
                return $"<a id=\"word-{WebUtility.HtmlEncode(bookmark)}\"></a>";
            case CommentRangeStart:
                Count("comments");
                return "";
            case DocumentFormat.OpenXml.Math.Paragraph block:
                return string.Concat(block.Elements<DocumentFormat.OpenXml.Math.OfficeMath>().Select(m => Formula(m, isBlock: true)));
            case DocumentFormat.OpenXml.Math.OfficeMath formula:
                return Formula(formula, isBlock: false);
            default:
                return "";
        }
    }

    void Run(Run run, StringBuilder html, Stack<(StringBuilder Instruction, bool IsShown, bool IsLink)> fields, bool isCode)
    {
        if (WordStyles.IsOn(run.RunProperties?.Vanish))
        {
            Count("hidden");
            return;
        }
        var text = new StringBuilder();
        foreach (var element in run.Elements())
        {
            switch (element)
            {
                case FieldChar { FieldCharType.Value: var type } when type == FieldCharValues.Begin:
                    fields.Push((new StringBuilder(), false, false));
                    break;
                case FieldChar { FieldCharType.Value: var type } when type == FieldCharValues.Separate && fields.TryPop(out var field):
                    var address = FieldAddress(field.Instruction.ToString());
                    fields.Push((field.Instruction, true, address is not null));
                    text.Append(address is null ? "" : $"<a href=\"{WebUtility.HtmlEncode(address)}\">");
                    break;
                case FieldChar { FieldCharType.Value: var type } when type == FieldCharValues.End && fields.TryPop(out var field):
                    text.Append(field.IsLink ? "</a>" : "");
                    break;
                case FieldCode code when fields.TryPeek(out var field):
                    field.Instruction.Append(code.Text);
                    break;
                case var _ when fields.Any(f => !f.IsShown):
                    break;
                default:
                    text.Append(Piece(element, isCode));
                    break;
            }
        }
        html.Append(isCode ? text : Dressed(text.ToString(), run.RunProperties));
    }

    string Dressed(string text, RunProperties? run)
    {
        if (text.Trim().Length == 0 || text is ['<', ..] && text.StartsWith("<img", StringComparison.Ordinal))
        {
            return text;
        }
        var script = run?.VerticalTextAlignment?.Val?.Value;
        var dress = (string[])[styles.IsBold(run) ? "strong" : "", styles.IsItalic(run) ? "em" : "", WordStyles.IsOn(run?.Strike) ? "s" : "", script == VerticalPositionValues.Superscript ? "sup" : script == VerticalPositionValues.Subscript ? "sub" : "", styles.IsCode(run) ? "code" : ""];
        // A field may begin in one run and end in another; its link must not cross the dress.
        return text.Contains("<a href", StringComparison.Ordinal) || text.Contains("</a>", StringComparison.Ordinal) ? text : dress.Where(d => d != "").Reverse().Aggregate(text, (inner, tag) => $"<{tag}>{inner}</{tag}>");
    }

    string? AddressOf(string id)
    {
        try
        {
            return part.HyperlinkRelationships.FirstOrDefault(r => r.Id == id)?.Uri.OriginalString;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    static string Link(string? address, string? anchor, string html) =>
        address is not null ? $"<a href=\"{WebUtility.HtmlEncode(address + (anchor is null ? "" : "#" + anchor))}\">{html}</a>"
        : anchor is not null ? $"<a href=\"#word-{WebUtility.HtmlEncode(anchor)}\">{html}</a>"
        : html;

    static string? FieldAddress(string? instruction) =>
        instruction is not null && HyperlinkField().Match(instruction) is { Success: true } match ? (match.Groups[1].Value.Length > 0 ? "#word-" : "") + match.Groups[2].Value : null;

    // Word cuts a sentence into many runs of one look.
    static string Seams(string html) => Seam().Replace(html, "");

    [GeneratedRegex("</(strong|em|s|sup|sub|code)><\\1>")]
    private static partial Regex Seam();

    [GeneratedRegex(@"^\s*HYPERLINK\s+(\\l\s+)?""([^""]*)""", RegexOptions.IgnoreCase)]
    private static partial Regex HyperlinkField();
}
