using System.Text;

namespace Alys.Platform;

/// <summary>The believable institution while it is being loaded: its texts, who acts, and what earlier modules made.</summary>
public sealed class Demo
{
    internal Demo(string folder, Acts acts, IServiceProvider services) => (Folder, Acts, Services) = (folder, acts, services);

    public string Folder { get; }
    public Acts Acts { get; }
    public IServiceProvider Services { get; }
    public Reader Actor { get; } = Reader.System;

    /// <summary>Objects made so far, by a readable key such as <c>person:aigerim</c> or <c>course:DB-1/IS-26</c>.</summary>
    public Dictionary<string, Guid> Ids { get; } = new(StringComparer.Ordinal);

    public string PathOf(string file) => Path.Combine(Folder, file);
    public bool Has(string file) => File.Exists(PathOf(file));
    public string Read(string file) => File.ReadAllText(PathOf(file), Encoding.UTF8);

    /// <summary>Rows of a UTF-8 table with a header row, separated by commas or semicolons; an absent file has none.</summary>
    public IReadOnlyList<Row> Table(string file)
    {
        if (!Has(file)) return [];
        using var reader = new StreamReader(PathOf(file), Encoding.UTF8);
        using var csv = new CsvHelper.CsvReader(reader, new CsvHelper.Configuration.CsvConfiguration(CultureInfo.InvariantCulture) { DetectDelimiter = true });
        return [.. csv.GetRecords<dynamic>().Select(r => new Row(((IDictionary<string, object>)r).ToDictionary(c => c.Key, c => (string)c.Value)))];
    }

    public sealed class Row(IReadOnlyDictionary<string, string> cells)
    {
        public string this[string column] => cells.TryGetValue(column, out var value) ? value : "";
    }
}
