using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Alys.Content.Text;

/// <summary>Formulas become MathML while the author saves, so that a learner loads no script for them.</summary>
internal static partial class Maths
{
    private static readonly HashSet<string> Elements =
    [
        "math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "ms", "mfrac", "msqrt", "mroot", "mstyle", "merror", "mpadded", "mphantom", "menclose",
        "msub", "msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts", "mprescripts", "none", "mtable", "mtr", "mtd", "mlabeledtr",
    ];

    private static readonly HashSet<string> Attributes =
    [
        "display", "mathvariant", "stretchy", "fence", "separator", "form", "lspace", "rspace", "minsize", "maxsize", "symmetric", "accent",
        "accentunder", "movablelimits", "linethickness", "width", "height", "depth", "voffset", "rowspacing", "columnspacing", "columnalign",
        "rowalign", "columnlines", "rowlines", "scriptlevel", "displaystyle", "notation", "columnspan", "mathcolor", "mathbackground", "side",
    ];

    /// <summary>Marks <c>$…$</c> and <c>$$…$$</c> in HTML, as Markdown's reader does in Markdown: not in code, not around a price.</summary>
    public static void MarkInHtml(IElement body)
    {
        foreach (var text in body.Descendants<IText>().Where(t => t.Data.Contains('$', StringComparison.Ordinal)).ToList())
        {
            if (text.ParentElement?.Closest("code, pre, kbd, samp, .math") is not null)
            {
                continue;
            }
            var pieces = Pieces(text.Data, body.Owner!).ToArray();
            if (pieces.Length > 1 || pieces[0] is IElement)
            {
                text.Replace(pieces);
            }
        }
    }

    private static IEnumerable<INode> Pieces(string text, IDocument document)
    {
        var from = 0;
        foreach (Match match in Delimited().Matches(text))
        {
            if (match.Index > from)
            {
                yield return document.CreateTextNode(text[from..match.Index]);
            }
            var display = match.Groups["block"].Success;
            var formula = document.CreateElement("span");
            formula.ClassName = "math";
            formula.TextContent = display ? $"\\[{match.Groups["block"].Value}\\]" : $"\\({match.Groups["line"].Value}\\)";
            yield return formula;
            from = match.Index + match.Length;
        }
        if (from < text.Length || from == 0)
        {
            yield return document.CreateTextNode(text[from..]);
        }
    }

    public static void Convert(IElement body, List<TextNote> notes)
    {
        foreach (var place in body.QuerySelectorAll(".math").ToList())
        {
            var (tex, display) = Formula(place.TextContent.Trim(), place.LocalName == "div");
            try
            {
                var math = Trusted(Katex.ToMathML(tex, display), body.Owner!);
                place.Replace(math);
            }
            catch (FormulaException wrong)
            {
                notes.Add(new TextNote(wrong.Macro is null ? TextNoteKind.BrokenFormula : TextNoteKind.UnknownMacro, wrong.Macro ?? tex));
                var code = body.Owner!.CreateElement("code");
                code.TextContent = display ? $"$${tex}$$" : $"${tex}$";
                place.Replace(code);
            }
        }
    }

    private static (string Tex, bool Display) Formula(string text, bool isBlock)
    {
        var display = isBlock || text.StartsWith("\\[", StringComparison.Ordinal);
        var tex = text.Length >= 4 && text[0] == '\\' && text[1] is '(' or '[' ? text[2..^2] : text;
        return (tex.Trim(), display);
    }

    // KaTeX is trusted to typeset, not to decide what may stand in our page.
    private static IElement Trusted(string html, IDocument document)
    {
        var parsed = new HtmlParser().ParseDocument(html);
        var math = parsed.QuerySelector("math") ?? throw new FormulaException(null);
        foreach (var semantics in math.QuerySelectorAll("semantics").ToList())
        {
            semantics.Replace([.. semantics.Children.Where(c => c.LocalName != "annotation")]);
        }
        foreach (var element in math.QuerySelectorAll("*").Append(math).ToList())
        {
            if (!Elements.Contains(element.LocalName))
            {
                throw new FormulaException(null);
            }
            foreach (var attribute in element.Attributes.Where(a => !Attributes.Contains(a.LocalName)).ToList())
            {
                element.RemoveAttribute(attribute.Name);
            }
        }
        return (IElement)document.Import(math);
    }

    [GeneratedRegex(@"(?<!\\)\$\$(?<block>[^$]{1,4000}?)\$\$|(?<![\\$\w])\$(?=\S)(?<line>[^$\n]{1,2000}?)(?<=\S)\$(?![\d$])", RegexOptions.CultureInvariant)]
    private static partial Regex Delimited();
}
