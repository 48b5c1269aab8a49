using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Access;

/// <summary>The scopes of all modules: listed for a choice, named for a list.</summary>
internal sealed class Scopes(ModuleList modules)
{
    private readonly ScopeSource[] _sources = [.. modules.All.SelectMany(m => m.Scopes)];

    /// <summary>What a form offers: the institution, then the scopes of each kind under its name.</summary>
    public async Task<IReadOnlyList<SelectListItem>> Choices(Db db, Texts texts, CancellationToken ct)
    {
        var choices = new List<SelectListItem> { new(texts["scope.institution"], Written(Scope.Institution)) };
        foreach (var source in _sources)
        {
            var kind = new SelectListGroup { Name = texts["scope." + source.Kind] };
            choices.AddRange((await source.List(db, ct)).Select(s => new SelectListItem(s.Name.In(texts.Language), Written(new(source.Kind, s.Id))) { Group = kind }));
        }
        return choices;
    }

    /// <summary>The scope that a form sent back.</summary>
    /// <exception cref="Refusal">There is none such.</exception>
    public async Task<Scope> Chosen(Db db, string? written, CancellationToken ct)
    {
        if (written == Written(Scope.Institution)) return Scope.Institution;
        if (written?.Split(':') is [var kind, var text] && Guid.TryParseExact(text, "N", out var id) && Array.Find(_sources, s => s.Kind == kind) is { } source && (await source.List(db, ct)).Any(s => s.Id == id)) return new(kind, id);
        throw new Refusal("access.refusal.no-scope") { Field = "Scope" };
    }

    /// <summary>Names of the scopes, as "kind: name"; what no module knows any more is named by its kind alone.</summary>
    public async Task<Func<Scope, string>> Names(Db db, IEnumerable<string> kinds, Texts texts, CancellationToken ct)
    {
        var names = new Dictionary<Scope, string>();
        var wanted = kinds.ToHashSet(StringComparer.Ordinal);
        foreach (var source in _sources.Where(s => wanted.Contains(s.Kind)))
        {
            foreach (var scope in await source.List(db, ct)) names[new(source.Kind, scope.Id)] = texts["access.scope-of", texts["scope." + source.Kind], scope.Name];
        }
        return scope => names.TryGetValue(scope, out var name) ? name : texts["scope." + scope.Kind];
    }

    private static string Written(Scope scope) => $"{scope.Kind}:{scope.Id:N}";
}
