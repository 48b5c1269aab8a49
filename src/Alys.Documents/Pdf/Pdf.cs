using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Alys.Documents;

/// <summary>Where a text stands in its column.</summary>
public enum PdfAlign { Left, Centre, Right }

/// <summary>A column of a table. Shares are relative: columns of 1 and 3 take a quarter and three quarters.</summary>
public sealed record PdfColumn(string Heading, double Share, PdfAlign Align = PdfAlign.Left);

/// <summary>What stands at the foot of every page.</summary>
/// <param name="Lines">Up to four short lines: number and version, hash, the address in words.</param>
/// <param name="PageOf">A pattern with {0} for the page and {1} for the number of pages.</param>
/// <param name="Url">What the QR code says.</param>
public sealed record PdfFooter(IReadOnlyList<string> Lines, string PageOf, string Url);

/// <summary>
/// A document on A4 sheets, written from top to bottom: text flows to a next page by itself, a table repeats its heading there.
/// Sizes are in points. A letter that the embedded font lacks is drawn as «?».
/// </summary>
public sealed partial class Pdf
{
    private const double Left = 57, Right = 552, Top = 792, Bottom = 118, Leading = 1.36;

    private readonly PdfDocumentBuilder document = new() { ArchiveStandard = PdfAStandard.A2B };
    private readonly PdfDocumentBuilder.AddedFont regular, bold;
    private readonly List<PdfPageBuilder> pages = [];
    private readonly PdfFooter footer;
    private double y;

    /// <param name="title">The title in the file's properties.</param>
    public Pdf(string title, PdfFooter footer)
    {
        this.footer = footer;
        document.DocumentInformation.Title = title;
        document.DocumentInformation.Producer = "Alys";
        regular = document.AddTrueTypeFont(Typeface.Regular.Bytes);
        bold = document.AddTrueTypeFont(Typeface.Bold.Bytes);
        NextPage();
    }

    private PdfPageBuilder Page => pages[^1];

    /// <summary>The organisation that issues the document: a centred line with a rule beneath.</summary>
    public Pdf Letterhead(string organisation, string? unit = null)
    {
        Flow(organisation, Typeface.Bold, 11, PdfAlign.Centre);
        if (!string.IsNullOrEmpty(unit)) Flow(unit, Typeface.Regular, 9, PdfAlign.Centre);
        y -= 4;
        Page.DrawLine(new PdfPoint(Left, y), new PdfPoint(Right, y), 0.8);
        y -= 18;
        return this;
    }

    /// <summary>The document's title, centred.</summary>
    public Pdf Title(string text, string? beneath = null)
    {
        Flow(text, Typeface.Bold, 15, PdfAlign.Centre);
        if (!string.IsNullOrEmpty(beneath)) Flow(beneath, Typeface.Regular, 10, PdfAlign.Centre);
        return Space(10);
    }

    public Pdf Heading(string text)
    {
        Space(8);
        if (y - 40 < Bottom) NextPage();
        Flow(text, Typeface.Bold, 11, PdfAlign.Left);
        return Space(3);
    }

    public Pdf Paragraph(string text, PdfAlign align = PdfAlign.Left)
    {
        Flow(text, Typeface.Regular, 9.5, align);
        return Space(4);
    }

    /// <summary>Pairs of a label and a value, one beneath the other.</summary>
    public Pdf Facts(IEnumerable<(string Label, string Value)> facts)
    {
        const double size = 9.5, labels = 150;
        foreach (var (label, value) in facts)
        {
            var left = Typeface.Regular.Lines(label, size, labels - 12);
            var right = Typeface.Bold.Lines(value, size, Right - Left - labels);
            var count = Math.Max(left.Count, right.Count);
            Need(size * Leading);
            for (var i = 0; i < count; i++)
            {
                Need(size * Leading);
                y -= size * Leading;
                if (i < left.Count) Write(left[i], Typeface.Regular, size, Left, y);
                if (i < right.Count) Write(right[i], Typeface.Bold, size, Left + labels, y);
            }
            y -= 1.5;
        }
        return Space(8);
    }

    /// <summary>Lines to sign: the duty, a rule for the hand, the name. Kept together on one page.</summary>
    public Pdf Signatures(IReadOnlyList<(string Duty, string Name)> signatories)
    {
        const double size = 9.5;
        Space(10);
        Need(signatories.Count * 34);
        foreach (var (duty, name) in signatories)
        {
            y -= 30;
            Write(Typeface.Regular.Lines(duty, size, 165)[0], Typeface.Regular, size, Left, y);
            Page.DrawLine(new PdfPoint(Left + 172, y - 2), new PdfPoint(Left + 322, y - 2), 0.6);
            Write(Typeface.Regular.Lines(name, size, Right - Left - 334)[0], Typeface.Regular, size, Left + 334, y);
        }
        return Space(8);
    }

    public Pdf Space(double points)
    {
        y -= points;
        return this;
    }

    /// <summary>The file's bytes. Call it once, at the end.</summary>
    public byte[] Build()
    {
        var matrix = QrSquare.Of(footer.Url);
        for (var i = 0; i < pages.Count; i++) Foot(pages[i], string.Format(CultureInfo.InvariantCulture, footer.PageOf, i + 1, pages.Count), matrix);
        return document.Build();
    }

    private void Foot(PdfPageBuilder page, string pageOf, QrSquare code)
    {
        const double size = 7.5, side = 62;
        page.DrawLine(new PdfPoint(Left, 104), new PdfPoint(Right, 104), 0.5);
        code.Draw(page, Right - side, 36, side);
        var at = 92.0;
        foreach (var line in footer.Lines)
            foreach (var part in Typeface.Regular.Lines(line, size, Right - Left - side - 14))
            {
                Write(page, part, Typeface.Regular, size, Left, at);
                at -= size * Leading;
            }
        Write(page, Typeface.Regular.Drawable(pageOf), Typeface.Regular, size, Left, 38);
    }

    private void Flow(string text, Typeface face, double size, PdfAlign align)
    {
        foreach (var line in face.Lines(text, size, Right - Left))
        {
            Need(size * Leading);
            y -= size * Leading;
            Write(line, face, size, Left + Indent(line, face, size, Right - Left, align), y);
        }
    }

    private static double Indent(string line, Typeface face, double size, double width, PdfAlign align) => align switch
    {
        PdfAlign.Centre => (width - face.Width(line, size)) / 2,
        PdfAlign.Right => width - face.Width(line, size),
        _ => 0,
    };

    private void Need(double height)
    {
        if (y - height < Bottom) NextPage();
    }

    private void NextPage()
    {
        pages.Add(document.AddPage(PageSize.A4));
        y = Top;
    }

    private void Write(string text, Typeface face, double size, double x, double baseline) => Write(Page, text, face, size, x, baseline);

    private void Write(PdfPageBuilder page, string text, Typeface face, double size, double x, double baseline)
    {
        if (text.Length > 0) page.AddText(text, size, new PdfPoint(x, baseline), face == Typeface.Bold ? bold : regular);
    }
}
