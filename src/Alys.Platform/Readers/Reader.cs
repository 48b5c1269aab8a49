namespace Alys.Platform;

/// <summary>Where a right holds: the whole institution, or one object of a kind.</summary>
public readonly record struct Scope(string Kind, Guid Id)
{
    public static readonly Scope Institution = new(ScopeKinds.Institution, Guid.Empty);
    public bool IsNone => Kind is null;
}

public static class ScopeKinds
{
    public const string Institution = "institution";
    public const string Unit = "unit";
    public const string Centre = "centre";
    public const string Subject = "subject";
    public const string Group = "group";
    public const string Course = "course";
}

/// <summary>A role held in a scope, with the rights that the role has now.</summary>
public sealed record Grant(string Role, Scope Scope, IReadOnlySet<string> Rights);

/// <summary>Who acts or looks: one person with all grants in force. Immutable and shared between requests.</summary>
public sealed class Reader(Guid personId, string name, string language, IReadOnlyList<Grant> grants)
{
    /// <summary>Nobody signed in.</summary>
    public static readonly Reader Nobody = new(Guid.Empty, "", "kk", []);

    /// <summary>The program itself: jobs and listeners. Has every right; shows in the journal without a person.</summary>
    public static readonly Reader System = new(Guid.Empty, "Alys", "kk", []) { IsSystem = true };

    public Guid PersonId { get; } = personId;
    public string Name { get; } = name;
    public string Language { get; } = language;
    public IReadOnlyList<Grant> Grants { get; } = grants;
    public bool IsSystem { get; private init; }
    public bool IsSignedIn => PersonId != Guid.Empty;

    /// <summary>Has the right in at least one scope.</summary>
    public bool Has(string right) => IsSystem || Grants.Any(g => g.Rights.Contains(right));

    /// <summary>Has the right in the whole institution.</summary>
    public bool Everywhere(string right) => IsSystem || Grants.Any(g => g.Scope.Kind == ScopeKinds.Institution && g.Rights.Contains(right));

    /// <summary>Has the right in the whole institution or in one of the scopes.</summary>
    public bool May(string right, Scope a, Scope b = default, Scope c = default) =>
        IsSystem || Grants.Any(g => g.Rights.Contains(right)
            && (g.Scope.Kind == ScopeKinds.Institution || g.Scope == a || (!b.IsNone && g.Scope == b) || (!c.IsNone && g.Scope == c)));

    /// <summary>Ids of the scopes of that kind in which the reader has the right.</summary>
    public Guid[] ScopesOf(string right, string kind) =>
        [.. Grants.Where(g => g.Scope.Kind == kind && g.Rights.Contains(right)).Select(g => g.Scope.Id).Distinct()];

    public bool HasRole(string role) => Grants.Any(g => g.Role == role);
}

/// <summary>How a request's reader is found; the module Access gives it.</summary>
public delegate ValueTask<Reader> ReaderSource(HttpContext context);
