using System.Text.Json;
using System.Text.RegularExpressions;
using Alys.Content.Packs;
using Alys.Formats.Archives;

namespace Alys.Content.Import;

/// <summary>What a text is to its lesson, as the archive's reader told it.</summary>
internal enum PageRole { Main, Variant, Assignment, Other }

/// <summary>
/// One rule: texts that fit the pattern stand in the slot. A pattern is <c>@main</c>, <c>@variant</c>, <c>@assignment</c> or <c>@other</c>, or a name of a
/// file with <c>*</c> for any letters (of a path, when it holds <c>/</c>).
/// </summary>
/// <param name="Pattern">What it fits.</param>
/// <param name="Slot">Code of the slot; empty: the text is left out.</param>
/// <param name="Points">The highest mark, when the text is a task to be answered.</param>
internal sealed record PlacementRule(string Pattern, string Slot, int? Points = null)
{
    public bool Fits(PageRole role, string path)
    {
        if (Pattern.StartsWith('@')) return Pattern.Equals("@" + role, StringComparison.OrdinalIgnoreCase);
        var subject = Pattern.Contains('/', StringComparison.Ordinal) ? path : path[(path.LastIndexOf('/') + 1)..];
        var wanted = "^" + Regex.Escape(Pattern).Replace("\\*", ".*", StringComparison.Ordinal) + "$";
        return Regex.IsMatch(subject, wanted, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }
}

/// <summary>The rules of one import in their order: the first that fits decides.</summary>
internal sealed record PlacementRules(IReadOnlyList<PlacementRule> Rules)
{
    private const int MostRules = 40;

    public static readonly PlacementRules Default = new(
    [
        new("@assignment", "M6.iws", 100),
        new("pi*", "M5.tasks"),
        new("wio-*", "M5.tasks"),
        new("virtual-device*", "M4"),
        new("single-board-computer*", "M4"),
        new("@main", "M3"),
        new("@variant", "M4"),
        new("@other", ""),
    ]);

    public string Json => JsonSerializer.Serialize(Rules);

    public static PlacementRules FromJson(string json) => new(JsonSerializer.Deserialize<PlacementRule[]>(json)!);

    public PlacementRule? For(PageRole role, LessonPage page) => Rules.FirstOrDefault(r => r.Fits(role, page.Path));

    /// <exception cref="Refusal">A rule names no slot that exists, or a mark out of bounds.</exception>
    public void Check()
    {
        if (Rules.Count is 0 or > MostRules) throw new Refusal("content.refusal.rules", MostRules);
        foreach (var rule in Rules)
        {
            if (rule.Slot.Length > 0) Slot.Of(rule.Slot);
            if (rule.Pattern.StartsWith('@') && !Enum.TryParse<PageRole>(rule.Pattern[1..], ignoreCase: true, out _)) throw new Refusal("content.refusal.pattern", rule.Pattern);
            if (rule.Points is < 1 or > Units.UnitVersion.MaxTaskPoints) throw new Refusal("content.refusal.points", Units.UnitVersion.MaxTaskPoints);
        }
    }
}
