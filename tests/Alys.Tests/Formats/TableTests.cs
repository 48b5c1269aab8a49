using System.Text;
using Alys.Formats.Csv;

namespace Alys.Tests.Formats;

public sealed class TableTests
{
    static readonly TableColumn[] Columns = [new("Surname", true, "Тегі", "Фамилия"), new("Given", false, "Аты", "Имя"), new("Iin", false, "ЖСН", "ИИН")];

    static Table Read(string text, string? encoding = null) =>
        TableReader.Read(encoding is null ? Encoding.UTF8.GetBytes(text) : CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(text), Columns);

    [Theory]
    [InlineData("Тегі;Аты;ЖСН\nОспан;Әлия;010101600109\n", ';')]
    [InlineData("Surname,Given,IIN\nОспан,Әлия,010101600109\n", ',')]
    [InlineData("Фамилия\tИмя\tИИН\r\nОспан\tӘлия\t010101600109\r\n", '\t')]
    [InlineData("\uFEFF тегi ;аты; жсн\n\n\"Оспан\"; Әлия ;010101600109", ';')]
    [InlineData("sep=;\nТегі;Аты;ЖСН\nОспан;Әлия;010101600109\n", ';')]
    public void SeparatorLanguageAndSpacesAreFound(string text, char separator)
    {
        var table = Read(text);
        Assert.Empty(table.Problems);
        Assert.Equal(separator, table.Separator);
        var row = Assert.Single(table.Rows);
        Assert.Equal(("Оспан", "Әлия", "010101600109"), (row["Surname"], row["Given"], row["Iin"]));
    }

    [Fact]
    public void ATableOfAnOldMachineIsReadWithAWarning()
    {
        var table = Read("Фамилия;Имя\nИванов;Пётр\n", "windows-1251");
        Assert.Equal("Пётр", Assert.Single(table.Rows)["Given"]);
        Assert.Equal("text.problem.encoding-guessed", Assert.Single(table.Problems).Key);
    }

    [Fact]
    public void BadRowsAreToldByTheirLineAndTheRestIsRead()
    {
        var table = Read("Surname;Given\nA;1\n;2\n\n\"B\nB\";3\nC;4;5\nD\"x\"\"y;6\nE;7\n");
        Assert.Equal(["A", "B\nB", "E"], table.Rows.Select(r => r["Surname"]));
        Assert.Equal([2, 5, 9], table.Rows.Select(r => r.Line));
        Assert.Equal([(3, "csv.problem.cell-missing"), (7, "csv.problem.too-many-cells"), (8, "csv.problem.bad-quotes")], table.Problems.Select(p => (p.Line, p.Key)));
    }

    [Theory]
    [InlineData("", "csv.problem.empty")]
    [InlineData("  \n \n", "csv.problem.empty")]
    [InlineData("Given;Iin\nA;1", "csv.problem.column-missing")]
    [InlineData("Surname;Тегі\nA;1", "csv.problem.column-twice")]
    public void ATableThatCannotBeReadHasNoRows(string text, string key)
    {
        var table = Read(text);
        Assert.Empty(table.Rows);
        Assert.Equal(key, Assert.Single(table.Problems).Key);
    }

    [Fact]
    public void UnknownColumnsAreIgnoredAndTold()
    {
        var table = Read("Surname;Height\nA;1");
        Assert.Single(table.Rows);
        Assert.Equal("csv.problem.column-unknown", Assert.Single(table.Problems).Key);
        Assert.Equal("", table.Rows[0]["Given"]);
    }

    [Fact]
    public void RowsBeyondTheBoundAreNotRead()
    {
        var table = TableReader.Read(Encoding.UTF8.GetBytes("Surname\nA\nB\nC\n"), Columns, maxRows: 2);
        Assert.Equal(2, table.Rows.Count);
        Assert.Equal((4, "csv.problem.too-many-rows"), (table.Problems[0].Line, table.Problems[0].Key));
    }

    [Fact]
    public void NoBytesMakeTheReaderThrow()
    {
        var random = new Random(5);
        var pieces = new[] { "\"", ";", ",", "\t", "\n", "\r\n", "Surname", "x", " ", "\0", "ә" };
        for (var n = 0; n < 3000; n++)
        {
            Read(string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)])));
        }
    }
}
