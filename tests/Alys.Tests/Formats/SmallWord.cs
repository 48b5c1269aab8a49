using System.IO.Compression;
using System.Security;
using System.Text;

namespace Alys.Tests.Formats;

/// <summary>A document of Word of our own making, paragraph by paragraph.</summary>
sealed class SmallWord
{
    const string Names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";
    const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    readonly StringBuilder body = new();
    readonly StringBuilder relationships = new();
    readonly List<(string Path, byte[] Content)> files = [];
    string footnotes = "";

    internal string Prolog { get; init; } = "";

    internal static string Run(string text, string look = "") => $"<w:r>{(look == "" ? "" : $"<w:rPr>{look}</w:rPr>")}<w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r>";

    internal static string P(string content, string properties = "") => $"<w:p>{(properties == "" ? "" : $"<w:pPr>{properties}</w:pPr>")}{content}</w:p>";

    internal static string Cell(string text, string properties = "") => $"<w:tc>{(properties == "" ? "" : $"<w:tcPr>{properties}</w:tcPr>")}{P(Run(text))}</w:tc>";

    internal SmallWord Add(string markup)
    {
        body.Append(markup);
        return this;
    }

    internal SmallWord Heading(int level, string text) => Add(P(Run(text), $"<w:pStyle w:val=\"H{level}\"/>"));

    internal SmallWord Text(string text) => Add(P(Run(text)));

    internal SmallWord Item(int list, int level, string text) => Add(P(Run(text), $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>"));

    internal SmallWord Relationship(string id, string kind, string target, bool isExternal = true)
    {
        relationships.Append($"<Relationship Id=\"{id}\" Type=\"{Office}{kind}\" Target=\"{SecurityElement.Escape(target)}\"{(isExternal ? " TargetMode=\"External\"" : "")}/>");
        return this;
    }

    internal SmallWord Picture(string id, string path, byte[] content, string description)
    {
        File("word/" + path, content).Relationship(id, "image", path, isExternal: false);
        return Add(P($"<w:r><w:drawing><wp:inline><wp:extent cx=\"1\" cy=\"1\"/><wp:docPr id=\"1\" name=\"p\" descr=\"{description}\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:blipFill><a:blip r:embed=\"{id}\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"));
    }

    internal SmallWord Footnote(string text)
    {
        footnotes = $"<w:footnotes {Names}><w:footnote w:id=\"2\">{P(Run(text))}</w:footnote></w:footnotes>";
        return Relationship("rFoot", "footnotes", "footnotes.xml", isExternal: false).Add(P(Run("Сөз") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"));
    }

    internal SmallWord File(string path, byte[] content)
    {
        files.Add((path, content));
        return this;
    }

    internal byte[] Pack()
    {
        const string content = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
        var styles = string.Concat(Enumerable.Range(1, 3).Select(l => $"<w:style w:type=\"paragraph\" w:styleId=\"H{l}\"><w:name w:val=\"heading {l}\"/></w:style>"))
            + "<w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name w:val=\"Title\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Own\"><w:name w:val=\"Тақырыбым\"/><w:basedOn w:val=\"H2\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Src\"><w:name w:val=\"Source Code\"/></w:style>";
        (string, string)[] parts =
        [
            ("[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/><Default Extension=\"bin\" ContentType=\"application/octet-stream\"/><Override PartName=\"/word/document.xml\" ContentType=\"{content}document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"{content}styles+xml\"/><Override PartName=\"/word/numbering.xml\" ContentType=\"{content}numbering+xml\"/>{(footnotes == "" ? "" : $"<Override PartName=\"/word/footnotes.xml\" ContentType=\"{content}footnotes+xml\"/>")}</Types>"),
            ("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Office}officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
            ("word/_rels/document.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"s\" Type=\"{Office}styles\" Target=\"styles.xml\"/><Relationship Id=\"n\" Type=\"{Office}numbering\" Target=\"numbering.xml\"/>{relationships}</Relationships>"),
            ("word/styles.xml", $"<w:styles {Names}>{styles}</w:styles>"),
            ("word/numbering.xml", $"<w:numbering {Names}><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"3\"/><w:numFmt w:val=\"decimal\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"bullet\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>"),
            ("word/document.xml", $"{Prolog}<w:document {Names}><w:body>{body}</w:body></w:document>"),
        ];
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bits) in parts.Select(p => (p.Item1, Encoding.UTF8.GetBytes(p.Item2))).Concat(footnotes == "" ? [] : [("word/footnotes.xml", Encoding.UTF8.GetBytes(footnotes))]).Concat(files))
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(bits);
            }
        }
        return bytes.ToArray();
    }
}
