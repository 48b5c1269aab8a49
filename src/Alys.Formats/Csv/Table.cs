namespace Alys.Formats.Csv;

/// <summary>A column that a table may have.</summary>
/// <param name="Name">Name by which the program asks for it.</param>
/// <param name="IsRequired">Whether the header must have it and each row must fill it.</param>
/// <param name="Aliases">Other names that people give it, in any language; case, spaces, hyphens and look-alike letters do not matter.</param>
public sealed record TableColumn(string Name, bool IsRequired, params IReadOnlyList<string> Aliases);

/// <summary>A row that could be read.</summary>
public sealed class TableRow
{
    readonly IReadOnlyDictionary<string, string> cells;

    internal TableRow(int line, IReadOnlyDictionary<string, string> cells) => (Line, this.cells) = (line, cells);

    /// <summary>Line of the file on which the row begins, from 1; the header is counted.</summary>
    public int Line { get; }

    /// <summary>The cell without spaces around; empty where the table has no such column or the row no such cell.</summary>
    public string this[string column] => cells.GetValueOrDefault(column, "");
}

/// <summary>What was read from a table.</summary>
/// <param name="Rows">Rows without an error.</param>
/// <param name="Problems">By line; an error means that the row, or without rows the whole table, was left out.</param>
/// <param name="Separator">The separator that was found.</param>
/// <param name="Encoding">IANA name of the encoding that was found.</param>
public sealed record Table(IReadOnlyList<TableRow> Rows, IReadOnlyList<Problem> Problems, char Separator, string Encoding);
