using CsvHelper;
using CsvHelper.Configuration;

namespace Alys.Formats.Csv;

/// <summary>
/// Reads a table with a header row, as spreadsheets save it (RFC 4180 with semicolon, comma or tab). Encoding and separator are found,
/// names of columns are taken in any language; never throws on bad input.
/// </summary>
public static class TableReader
{
    /// <summary>Reads at most <paramref name="maxRows"/> rows.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="columns">Columns that are known; others are reported and ignored.</param>
    /// <param name="maxRows">At least 1.</param>
    public static Table Read(ReadOnlySpan<byte> bytes, IReadOnlyList<TableColumn> columns, int maxRows = 10_000)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxRows, 1);
        var decoded = TextDecoding.Decode(bytes);
        var problems = decoded.Problems.ToList();
        var text = decoded.Text;
        var skipped = 0;
        // Excel's own first line: sep=;
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.IndexOf('\n') is var end and > 0)
        {
            text = text[(end + 1)..];
            skipped = 1;
        }
        var separator = SeparatorOf(text);
        if (problems.Exists(p => p.IsError) || string.IsNullOrWhiteSpace(text))
        {
            return new Table([], problems.Count > 0 ? problems : [Problem.Error(0, "csv.problem.empty")], separator, decoded.Encoding);
        }
        var rows = new RowReader(text, separator, skipped, columns, maxRows, problems).Read();
        return new Table(rows, [.. problems.OrderBy(p => p.Line)], separator, decoded.Encoding);
    }

    static char SeparatorOf(string text)
    {
        int semicolons = 0, commas = 0, tabs = 0;
        var isQuoted = false;
        foreach (var c in text)
        {
            isQuoted ^= c == '"';
            semicolons += !isQuoted && c == ';' ? 1 : 0;
            commas += !isQuoted && c == ',' ? 1 : 0;
            tabs += !isQuoted && c == '\t' ? 1 : 0;
            if (!isQuoted && c == '\n' && semicolons + commas + tabs > 0)
            {
                break;
            }
        }
        return tabs > semicolons && tabs > commas ? '\t' : commas > semicolons ? ',' : ';';
    }

    sealed class RowReader(string text, char separator, int skipped, IReadOnlyList<TableColumn> columns, int maxRows, List<Problem> problems)
    {
        bool isBad;

        internal List<TableRow> Read()
        {
            var rows = new List<TableRow>();
            using var reader = new StringReader(text);
            using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = separator.ToString(),
                BadDataFound = _ => isBad = true,
                IgnoreBlankLines = true,
                TrimOptions = TrimOptions.Trim,
            });
            var line = skipped + 1;
            if (!parser.Read() || Header(parser.Record ?? [], line) is not { } header)
            {
                return rows;
            }
            while (parser.Read())
            {
                line = parser.RawRow + skipped - parser.RawRecord.AsSpan().Trim("\r\n").Count('\n');
                var cells = parser.Record ?? [];
                if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
                {
                    continue;
                }
                if (rows.Count == maxRows)
                {
                    problems.Add(Problem.Error(line, "csv.problem.too-many-rows", maxRows));
                    return rows;
                }
                if (Row(header, cells, line) is { } row)
                {
                    rows.Add(row);
                }
                isBad = false;
            }
            return rows;
        }

        List<TableColumn?>? Header(string[] cells, int line)
        {
            if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
            {
                problems.Add(Problem.Error(line, "csv.problem.no-header"));
                return null;
            }
            var header = new List<TableColumn?>();
            foreach (var cell in cells)
            {
                var column = columns.FirstOrDefault(c => c.Aliases.Prepend(c.Name).Any(a => Folded(a) == Folded(cell)));
                if (column is not null && header.Contains(column))
                {
                    problems.Add(Problem.Error(line, "csv.problem.column-twice", cell.Trim()));
                    return null;
                }
                if (column is null && cell.Trim() != "")
                {
                    problems.Add(Problem.Warning(line, "csv.problem.column-unknown", cell.Trim()));
                }
                header.Add(column);
            }
            var missing = columns.Where(c => c.IsRequired && !header.Contains(c)).ToList();
            problems.AddRange(missing.Select(c => Problem.Error(line, "csv.problem.column-missing", c.Name)));
            return missing.Count == 0 ? header : null;
        }

        TableRow? Row(List<TableColumn?> header, string[] cells, int line)
        {
            if (isBad)
            {
                return Refuse(line, "csv.problem.bad-quotes");
            }
            if (cells.Length > header.Count && cells.Skip(header.Count).Any(c => c.Trim() != ""))
            {
                return Refuse(line, "csv.problem.too-many-cells", header.Count, cells.Length);
            }
            var found = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < Math.Min(header.Count, cells.Length); i++)
            {
                if (header[i] is { } column)
                {
                    found[column.Name] = cells[i].Trim();
                }
            }
            return columns.FirstOrDefault(c => c.IsRequired && found.GetValueOrDefault(c.Name, "") == "") is { } empty
                ? Refuse(line, "csv.problem.cell-missing", empty.Name)
                : new TableRow(line, found);
        }

        TableRow? Refuse(int line, string key, params object[] args)
        {
            problems.Add(Problem.Error(line, key, args));
            return null;
        }
    }

    // People type і as Latin i, and с as Latin c; in a header they mean the same.
    static string Folded(string name)
    {
        const string cyrillic = "аеорсхуіһкмтвн", latin = "aeopcxyihkmtbh";
        return string.Concat(name.Trim().ToLowerInvariant().Where(char.IsLetterOrDigit)
            .Select(c => cyrillic.IndexOf(c) is var at and >= 0 ? latin[at] : c));
    }
}
