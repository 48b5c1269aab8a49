using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Alys.Formats.Word;

// A table with its joined cells.
sealed class WordTables(WordInline inline, Func<OpenXmlElement, IEnumerable<WordBlock>> blocks)
{
    sealed record Cell(int Column, int Span, bool IsContinued, TableCell Source)
    {
        internal int Rows { get; set; } = 1;
    }

    internal string Html(Table table)
    {
        var rows = inline.Kept(table).OfType<TableRow>().Where(r => !IsDeleted(r)).ToList();
        var grid = rows.ConvertAll(Cells);
        for (var i = grid.Count - 1; i > 0; i--)
        {
            foreach (var cell in grid[i].Where(c => c.IsContinued))
            {
                if (grid[i - 1].Find(c => c.Column == cell.Column) is { } above)
                {
                    above.Rows += cell.Rows;
                }
            }
        }
        var html = new StringBuilder("<table>");
        for (var i = 0; i < rows.Count; i++)
        {
            var isHead = rows[i].TableRowProperties?.Elements<TableHeader>().Any(h => h.Val is null || h.Val.Value == OnOffOnlyValues.On) == true;
            html.Append(isHead && i == 0 ? "<thead>" : "").Append("<tr>");
            foreach (var cell in grid[i].Where(c => !c.IsContinued || i == 0))
            {
                var tag = isHead ? "th" : "td";
                html.Append(CultureInfo.InvariantCulture, $"<{tag}{(cell.Span > 1 ? $" colspan=\"{cell.Span}\"" : "")}{(cell.Rows > 1 ? $" rowspan=\"{cell.Rows}\"" : "")}>{Content(cell.Source)}</{tag}>");
            }
            html.Append("</tr>").Append(isHead && i == 0 ? "</thead>" : "").Append('\n');
        }
        return html.Append("</table>").ToString();
    }

    bool IsDeleted(TableRow row)
    {
        if (row.TableRowProperties?.Elements<Deleted>().Any() != true)
        {
            return false;
        }
        inline.Count("deleted");
        return true;
    }

    List<Cell> Cells(TableRow row)
    {
        var cells = new List<Cell>();
        var column = row.TableRowProperties?.Elements<GridBefore>().FirstOrDefault()?.Val?.Value ?? 0;
        foreach (var cell in inline.Kept(row).OfType<TableCell>())
        {
            var span = Math.Clamp(cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1, 1, 100);
            var merge = cell.TableCellProperties?.VerticalMerge;
            cells.Add(new Cell(column, span, merge is not null && (merge.Val is null || merge.Val.Value == MergedCellValues.Continue), cell));
            column += span;
        }
        return cells;
    }

    // What the cell holds belongs to the block of the table, so its own blocks are put together here.
    string Content(TableCell cell)
    {
        var paragraphs = inline.Kept(cell).ToList();
        return paragraphs.OfType<Paragraph>().ToList() is [var only] && !paragraphs.OfType<Table>().Any() ? inline.Html(only) : WordText.Of(inline.Within(() => [.. paragraphs.SelectMany(blocks)]));
    }
}
