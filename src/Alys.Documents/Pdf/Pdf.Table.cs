using UglyToad.PdfPig.Core;

namespace Alys.Documents;

public sealed partial class Pdf
{
    private const double CellSize = 8.2, HeadingSize = 7.2, CellPadding = 3;

    /// <summary>A ruled table over the page's width. The heading comes again on every page; a row is split only when no page holds it.</summary>
    public Pdf Table(IReadOnlyList<PdfColumn> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var all = columns.Sum(c => c.Share);
        var widths = columns.Select(c => c.Share / all * (Right - Left)).ToArray();
        var heading = columns.Select((c, i) => Typeface.Bold.Lines(c.Heading, HeadingSize, widths[i] - 2 * CellPadding)).ToArray();
        Need(Height(heading) + 2 * Height([[""]]));
        Row(heading, Typeface.Bold, HeadingSize, _ => PdfAlign.Centre);
        foreach (var row in rows)
        {
            var cells = columns.Select((_, i) => Typeface.Regular.Lines(row[i], CellSize, widths[i] - 2 * CellPadding)).ToArray();
            while (cells.Length > 0)
            {
                if (y - Height(cells) < Bottom)
                {
                    NextPage();
                    Row(heading, Typeface.Bold, HeadingSize, _ => PdfAlign.Centre);
                }
                var room = Math.Max(1, (int)((y - Bottom - 2 * CellPadding) / (CellSize * Leading)));
                Row([.. cells.Select(c => c.Take(room).ToList())], Typeface.Regular, CellSize, i => columns[i].Align);
                cells = cells.Any(c => c.Count > room) ? [.. cells.Select(c => c.Skip(room).ToList())] : [];
            }
        }
        return Space(10);

        void Row(List<string>[] cells, Typeface face, double size, Func<int, PdfAlign> align)
        {
            var height = Height(cells);
            var x = Left;
            for (var i = 0; i < cells.Length; i++)
            {
                Cell(x, y - height, widths[i], height, shaded: face == Typeface.Bold);
                for (var l = 0; l < cells[i].Count; l++)
                {
                    var line = cells[i][l];
                    var indent = Indent(line, face, size, widths[i] - 2 * CellPadding, align(i));
                    Write(line, face, size, x + CellPadding + indent, y - CellPadding - size * (1 + l * Leading) + 0.5);
                }
                x += widths[i];
            }
            y -= height;
        }
    }

    private static double Height(List<string>[] cells) => cells.Max(c => Math.Max(1, c.Count)) * CellSize * Leading + 2 * CellPadding - 1.5;

    private void Cell(double x, double bottom, double width, double height, bool shaded)
    {
        if (shaded)
        {
            Page.SetTextAndFillColor(232, 236, 240);
            Page.DrawRectangle(new PdfPoint(x, bottom), width, height, 0.5, fill: true);
            Page.ResetColor();
        }
        Page.DrawRectangle(new PdfPoint(x, bottom), width, height, 0.5);
    }
}
