using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Platform;

/// <summary>The believable institution while it is being loaded: its texts, who acts, and what earlier modules made.</summary>
public sealed class Demo
{
    /// <summary>"Today" of the story, a Monday: its texts are written as if it were this week.</summary>
    internal static readonly DateOnly Story = new(2026, 11, 23);
    private readonly int _daysLater;

    internal Demo(string folder, Acts acts, IServiceProvider services)
    {
        (Folder, Acts, Services) = (folder, acts, services);
        _daysLater = DaysSince(services.GetRequiredService<TimeProvider>().GetUtcNow());
    }

    /// <summary>Whole weeks, in days, by which the story must be moved to be of this week; 0 before it.</summary>
    internal static int DaysSince(DateTimeOffset now) => Math.Max(0, (DateOnly.FromDateTime(Texts.Local(now.UtcDateTime)).DayNumber - Story.DayNumber) / 7 * 7);

    public string Folder { get; }
    public Acts Acts { get; }
    public IServiceProvider Services { get; }
    public Reader Actor { get; } = Reader.System;

    /// <summary>Objects made so far, by a readable key such as <c>person:aigerim</c> or <c>course:DB-1/IS-26</c>.</summary>
    public Dictionary<string, Guid> Ids { get; } = new(StringComparer.Ordinal);

    /// <summary>A day of the story, <c>2026-09-01</c>, moved so that the story is of this week: the semester is always in its thirteenth.</summary>
    public DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(_daysLater);

    /// <summary>A time of the story by the institution's clock, <c>2026-10-19T08:00</c>, moved likewise.</summary>
    public DateTime Time(string text) => DateTime.ParseExact(text, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture).AddDays(_daysLater);

    /// <summary>A name that bears years, <c>2026/27</c>, with those of the moved story.</summary>
    public string WithYears(string name)
    {
        var later = Story.AddDays(_daysLater).Year - Story.Year;
        return later == 0 ? name : System.Text.RegularExpressions.Regex.Replace(name, @"20\d\d(/\d\d)?", m =>
        {
            var year = int.Parse(m.Value[..4], CultureInfo.InvariantCulture) + later;
            return m.Length == 4 ? year.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{year}/{(year + 1) % 100:00}");
        });
    }

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
