using System.Net;
using Alys.Formats.Archives;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using V = DocumentFormat.OpenXml.Vml;

namespace Alys.Formats.Word;

// What stands within a run: words, pictures, notes, formulas.
sealed partial class WordInline
{
    const int MaxPictures = 1000;

    string Piece(OpenXmlElement element, bool isCode)
    {
        switch (element)
        {
            case Text text:
                // A price is no formula.
                return WebUtility.HtmlEncode(text.Text).Replace("$", "<span>$</span>", StringComparison.Ordinal);
            case TabChar:
                return isCode ? "    " : " ";
            case Break line when line.Type is not null && line.Type.Value != BreakValues.TextWrapping:
                return "";
            case Break or CarriageReturn:
                return isCode ? "\n" : "<br>";
            case NoBreakHyphen:
                return "‑";
            case SymbolChar symbol:
                return Symbol(symbol);
            case FootnoteReference { Id.Value: var id }:
                return Note(main.FootnotesPart, main.FootnotesPart?.Footnotes?.Elements<Footnote>().FirstOrDefault(f => f.Id?.Value == id));
            case EndnoteReference { Id.Value: var id }:
                return Note(main.EndnotesPart, main.EndnotesPart?.Endnotes?.Elements<Endnote>().FirstOrDefault(f => f.Id?.Value == id));
            case Drawing drawing:
                return string.Concat(drawing.Descendants<A.Blip>().Where(b => b.Ancestors<TextBoxContent>().FirstOrDefault() is null).Select(b => PictureOf(b.Embed?.Value, DescriptionOf(drawing))));
            case Picture or EmbeddedObject:
                return string.Concat(element.Descendants<V.ImageData>().Where(i => i.Ancestors<TextBoxContent>().FirstOrDefault() is null).Select(i => PictureOf(i.RelationshipId?.Value, i.Title?.Value ?? "")));
            default:
                return "";
        }
    }

    // Letters of picture fonts have no meaning outside of them.
    string Symbol(SymbolChar symbol)
    {
        if (int.TryParse(symbol.Char?.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) && code is > 31 and < 0xD800)
        {
            return WebUtility.HtmlEncode(((char)code).ToString());
        }
        Count("symbols");
        return "□";
    }

    string Note(OpenXmlPart? notePart, FootnoteEndnoteType? note)
    {
        if (note is null || notePart is null)
        {
            return "";
        }
        var number = ++noteCount;
        var outer = part;
        part = notePart;
        notes.Add((number, string.Join("<br>", Kept(note).OfType<Paragraph>().Select(p => Html(p)).Where(h => h.Trim() != ""))));
        part = outer;
        return string.Create(CultureInfo.InvariantCulture, $"<sup id=\"note-of-{number}\"><a href=\"#note-{number}\">{number}</a></sup>");
    }

    static string DescriptionOf(Drawing drawing)
    {
        var properties = drawing.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().FirstOrDefault();
        return properties?.Description?.Value is { Length: > 0 } description ? description : properties?.Title?.Value ?? "";
    }

    string PictureOf(string? id, string description)
    {
        var alt = WebUtility.HtmlEncode(description.ReplaceLineEndings(" ").Trim());
        if (id is null || !part.TryGetPartById(id, out var found) || found is not ImagePart image)
        {
            // A picture elsewhere is never fetched; the relationship is named among the remarks.
            Count("no-picture");
            return alt.Length > 0 ? $"<em>[{alt}]</em>" : "";
        }
        var inner = image.Uri.OriginalString.TrimStart('/');
        var path = $"{name}/{inner}";
        if (!pictures.ContainsKey(path))
        {
            if (pictures.Count >= MaxPictures)
            {
                Count("no-picture");
                return "";
            }
            using var stream = image.GetStream(FileMode.Open, FileAccess.Read);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            pictures[path] = bytes.ToArray();
        }
        var address = "/" + Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal);
        references.Add(new LessonReference(true, address, 0, ReferenceState.Found, path));
        return $"<img src=\"{WebUtility.HtmlEncode(address)}\" alt=\"{alt}\">";
    }

    string Formula(DocumentFormat.OpenXml.Math.OfficeMath formula, bool isBlock)
    {
        if (WordMaths.TryLatex(formula, out var latex))
        {
            Count("formulas");
            return isBlock ? $"<span class=\"math\">\\[{WebUtility.HtmlEncode(latex)}\\]</span>" : $"<span class=\"math\">\\({WebUtility.HtmlEncode(latex)}\\)</span>";
        }
        Count("formula-line");
        return $"<code>{WebUtility.HtmlEncode(formula.InnerText)}</code>";
    }
}
