using System.Collections;
using QRCoder;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Alys.Documents;

/// <summary>A QR code of a text with error correction M, drawn as runs of dark modules.</summary>
internal sealed class QrSquare
{
    private readonly List<BitArray> rows;

    private QrSquare(List<BitArray> rows) => this.rows = rows;

    public static QrSquare Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        return new QrSquare(data.ModuleMatrix);
    }

    /// <summary>Draws the square with its quiet zone; <paramref name="side"/> in points.</summary>
    public void Draw(PdfPageBuilder page, double left, double bottom, double side)
    {
        var module = side / rows.Count;
        page.SetTextAndFillColor(0, 0, 0);
        for (var r = 0; r < rows.Count; r++)
            for (var c = 0; c < rows[r].Count; c++)
            {
                if (!rows[r][c]) continue;
                var start = c;
                while (c + 1 < rows[r].Count && rows[r][c + 1]) c++;
                var at = new PdfPoint(left + start * module, bottom + (rows.Count - 1 - r) * module);
                page.DrawRectangle(at, (c - start + 1) * module, module, 0.01, fill: true);
            }
        page.ResetColor();
    }
}
