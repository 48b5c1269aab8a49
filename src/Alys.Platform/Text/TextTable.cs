using System.Collections.Frozen;
using System.Reflection;
using System.Text;

namespace Alys.Platform;

/// <summary>All texts of all modules, from their Texts.tsv (key, kk, ru, en).</summary>
public sealed class TextTable
{
    public static readonly IReadOnlyList<string> Languages = ["kk", "ru", "en"];
    private readonly FrozenDictionary<string, string[]> _rows;

    internal TextTable(IEnumerable<Assembly> assemblies)
    {
        var rows = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var assembly in assemblies)
        {
            using var stream = assembly.GetManifestResourceStream("Texts.tsv");
            if (stream is null) continue;
            using var lines = new StreamReader(stream, Encoding.UTF8);
            lines.ReadLine();
            while (lines.ReadLine() is { } line)
            {
                if (line.Length == 0) continue;
                var cells = line.Split('\t');
                if (cells.Length != 4) throw new InvalidOperationException($"{assembly.GetName().Name}/Texts.tsv: a row needs four cells: {line}");
                if (!rows.TryAdd(cells[0], [Unescape(cells[1]), Unescape(cells[2]), Unescape(cells[3])])) throw new InvalidOperationException($"{assembly.GetName().Name}/Texts.tsv: the key {cells[0]} stands twice");
            }
        }
        _rows = rows.ToFrozenDictionary(StringComparer.Ordinal);
        kk = new(this, "kk");
        ru = new(this, "ru");
        en = new(this, "en");
    }

    private readonly Texts kk, ru, en;

    public Texts For(string? language) => language switch { "ru" => ru, "en" => en, _ => kk };
    public bool Has(string key) => _rows.ContainsKey(key);
    internal IEnumerable<string> Keys => _rows.Keys;

    /// <summary>The text, or the key itself where there is none (a test finds those).</summary>
    internal string Find(string key, int language) => _rows.TryGetValue(key, out var row) ? row[language] : key;

    private static string Unescape(string cell) => cell.Contains('\\', StringComparison.Ordinal) ? cell.Replace("\\n", "\n", StringComparison.Ordinal) : cell;
}
