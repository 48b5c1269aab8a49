using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Access;

/// <summary>The scopes of all modules: listed for a choice, named for a list.</summary>
internal sealed class Scopes(ModuleList modules)
{
    private readonly ScopeSource[] _sources = [.. modules.All.SelectMany(m => m.Scopes)];

    /// <summary>So many scopes of a kind a form offers at most; the others are found by their names.</summary>
    public const int MostOfKind = 50;

    /// <summary>What a form offers: the institution, then the scopes of each kind under its name.</summary>
    /// <param name="db">The reader's database context.</param>
    /// <param name="words">What to look for in the names; null for the first of each kind.</param>
    /// <param name="texts">The reader's texts.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<IReadOnlyList<SelectListItem>> Choices(Db db, string? words, Texts texts, CancellationToken ct)
    {
        var choices = new List<SelectListItem> { new(texts["scope.institution"], Written(Scope.Institution)) };
        foreach (var source in _sources)
        {
            var kind = new SelectListGroup { Name = texts["scope." + source.Kind] };
            choices.AddRange((await source.List(db, new(null, words, MostOfKind), ct)).Select(s => new SelectListItem(s.Name.In(texts.Language), Written(new(source.Kind, s.Id))) { Group = kind }));
        }
        return choices;
    }

    /// <summary>The scope that a form sent back.</summary>
    /// <exception cref="Refusal">There is none such.</exception>
    public async Task<Scope> Chosen(Db db, string? written, CancellationToken ct)
    {
        if (written == Written(Scope.Institution)) return Scope.Institution;
        if (written?.Split(':') is [var kind, var text] && Guid.TryParseExact(text, "N", out var id) && Array.Find(_sources, s => s.Kind == kind) is { } source && (await source.List(db, ScopeAsk.For([id]), ct)).Any(s => s.Id == id)) return new(kind, id);
        throw new Refusal("access.refusal.no-scope") { Field = "Scope" };
    }

    /// <summary>Names of the scopes, as "kind: name"; what no module knows any more is named by its kind alone.</summary>
    public async Task<Func<Scope, string>> Names(Db db, IEnumerable<Scope> scopes, Texts texts, CancellationToken ct)
    {
        var names = new Dictionary<Scope, string>();
        var wanted = scopes.Distinct().ToLookup(s => s.Kind, s => s.Id);
        foreach (var source in _sources.Where(s => wanted.Contains(s.Kind)))
        {
            foreach (var scope in await source.List(db, ScopeAsk.For([.. wanted[source.Kind]]), ct)) names[new(source.Kind, scope.Id)] = texts["access.scope-of", texts["scope." + source.Kind], scope.Name];
        }
        return scope => names.TryGetValue(scope, out var name) ? name : texts["scope." + scope.Kind];
    }

    private static string Written(Scope scope) => $"{scope.Kind}:{scope.Id:N}";
}
