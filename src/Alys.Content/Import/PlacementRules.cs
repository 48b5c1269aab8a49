using System.Text.Json;
using System.Text.RegularExpressions;
using Alys.Content.Packs;

namespace Alys.Content.Import;

/// <summary>
/// One rule: texts that fit the pattern stand in the slot. A pattern is a role, such as <c>@main</c> (see <see cref="PageRole"/>), or a name of a file with
/// <c>*</c> for any letters (of a path, when it holds <c>/</c>); in a package, whose files have names that say nothing, also a title.
/// </summary>
/// <param name="Pattern">What it fits.</param>
/// <param name="Slot">Code of the slot; empty: the text is left out.</param>
/// <param name="Points">The highest mark, when the text is a task to be answered.</param>
internal sealed record PlacementRule(string Pattern, string Slot, int? Points = null)
{
    public bool Fits(MaterialPage page)
    {
        if (Pattern.StartsWith('@')) return Pattern.Equals("@" + page.Role, StringComparison.OrdinalIgnoreCase);
        var path = page.FilePath ?? page.Page.Path;
        return Matches(Pattern.Contains('/', StringComparison.Ordinal) ? path : path[(path.LastIndexOf('/') + 1)..])
            || (page.Called is not null && Matches(page.Called));
    }

    private bool Matches(string subject)
    {
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

    public static readonly PlacementRules ForPackages = new(
    [
        new("@assignment", "M6.iws", 100),
        new("@discussion", "M4"),
        new("@links", "A.reference"),
        new("@test", "M7"),
        new("@file", "M3"),
        new("@page", "M3"),
        new("@teachers", ""),
        new("@other", ""),
    ]);

    public string Json => JsonSerializer.Serialize(Rules);

    public static PlacementRules FromJson(string json) => new(JsonSerializer.Deserialize<PlacementRule[]>(json)!);

    public PlacementRule? For(MaterialPage page) => Rules.FirstOrDefault(r => r.Fits(page));

    /// <summary>These rules, or the usual ones when these were made for archives of the other kind.</summary>
    public PlacementRules Suited(Material material)
    {
        var (own, other) = material.Package is null ? (Default, ForPackages) : (ForPackages, Default);
        return Knows(other, own) && !Knows(own, other) ? own : this;
    }

    // Roles that one kind of archive has and the other has not.
    private bool Knows(PlacementRules kind, PlacementRules otherKind) => kind.Roles.Except(otherKind.Roles, StringComparer.OrdinalIgnoreCase).Intersect(Roles, StringComparer.OrdinalIgnoreCase).Any();

    private IEnumerable<string> Roles => Rules.Select(r => r.Pattern).Where(p => p.StartsWith('@'));

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
