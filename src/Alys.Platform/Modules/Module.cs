using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Platform;

/// <summary>What one module gives the program: rights, menu, jobs, listeners, endpoints, options, its part of the demo institution.</summary>
public abstract class Module
{
    /// <summary>Lower-case name: prefix of its URLs, tables, texts and rights.</summary>
    public abstract string Name { get; }
    public virtual IEnumerable<Right> Rights => [];
    public virtual IEnumerable<MenuEntry> Menu => [];
    public virtual IEnumerable<Job> Jobs => [];
    /// <summary>Pages of a course that this module keeps, for whoever may see them.</summary>
    public virtual IEnumerable<CourseTab> CourseTabs => [];
    /// <summary>Kinds of scope whose objects this module keeps and in which roles can be given.</summary>
    public virtual IEnumerable<ScopeSource> Scopes => [];
    /// <summary>Option classes: public properties with <see cref="SettingAttribute"/> and their defaults in code.</summary>
    public virtual IEnumerable<Type> Options => [];
    public virtual void Listen(Listeners on) { }
    public virtual void AddServices(IServiceCollection services, IConfiguration configuration) { }
    public virtual void MapEndpoints(IEndpointRouteBuilder routes) { }
    /// <summary>Whose texts the reader may find, the most useful first (see <see cref="SearchIndex"/>).</summary>
    public virtual Task<IReadOnlyList<SearchOwner>> SearchOwners(Db db, Reader reader, DateTime now, CancellationToken ct) => Task.FromResult<IReadOnlyList<SearchOwner>>([]);
    /// <summary>Called once after the schema is in place, before the first request, bottom up; must be quick and repeatable.</summary>
    public virtual Task Start(IServiceProvider services, CancellationToken ct) => Task.CompletedTask;
    /// <summary>Loads the module's part of the believable institution through its own verbs. Modules are called bottom up.</summary>
    public virtual Task LoadDemo(Demo demo, CancellationToken ct) => Task.CompletedTask;
}

/// <summary>A permission. Its sentence for the role editor is the text <c>right.{Code}</c>; the roles hold it by default.</summary>
public sealed record Right(string Code, params string[] DefaultRoles);

/// <summary>An entry of the staff menu, shown to whoever has the right (null: to everyone signed in).</summary>
public sealed record MenuEntry(string TextKey, string Url, string? Right, int Order = 100);

/// <summary>A page of a course, shown beside its outline to whoever has one of the rights in the course or its group.</summary>
/// <param name="TextKey">Text key of its name.</param>
/// <param name="Path">Its address, with <c>{s}</c> for the number of the course.</param>
/// <param name="Order">Lower stands first.</param>
/// <param name="AnyOf">Rights.</param>
public sealed record CourseTab(string TextKey, string Path, int Order, params string[] AnyOf)
{
    public string UrlOf(int course) => Path.Replace("{s}", course.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}

/// <summary>How the scopes of a kind are listed and named, so that roles can be given in them by a module that knows nothing of their objects. The kind's own name is the text <c>scope.{Kind}</c>.</summary>
/// <param name="Kind">One of <see cref="ScopeKinds"/>.</param>
/// <param name="List">The scopes of the kind that are asked for, in the order in which people look for them.</param>
public sealed record ScopeSource(string Kind, Func<Db, ScopeAsk, CancellationToken, Task<IReadOnlyList<ScopeName>>> List);

/// <summary>Which scopes of a kind are asked for: those with the ids, or those whose name holds the words. An institution has thousands of groups and courses.</summary>
/// <param name="Ids">Null: whichever.</param>
/// <param name="Words">Null: however they are called. As typed; empty never.</param>
/// <param name="Most">So many at most.</param>
public sealed record ScopeAsk(IReadOnlyCollection<Guid>? Ids, string? Words, int Most)
{
    /// <summary>The scopes with these ids.</summary>
    public static ScopeAsk For(IReadOnlyCollection<Guid> ids) => new(ids, null, int.MaxValue);

    /// <summary>Whether any name will do.</summary>
    public bool IsAny => Words is null;

    /// <summary>The words; empty where there are none.</summary>
    public string Typed => Words ?? "";

    /// <summary>The words as a name begins: letters are compared as they stand.</summary>
    public string Capital => Words is { Length: > 0 } words ? char.ToUpperInvariant(words[0]) + words[1..] : "";

    /// <summary>The words as a code is written.</summary>
    public string Capitals => Words?.ToUpperInvariant() ?? "";
}

/// <summary>A scope and what people call it.</summary>
public sealed record ScopeName(Guid Id, LocalText Name);

/// <summary>A piece of work that the timetable repeats. <paramref name="Run"/> is a class implementing <see cref="IJobRun"/>.</summary>
public sealed record Job(string Name, TimeSpan Every, Type Run);

public interface IJobRun
{
    Task Run(CancellationToken ct);
}

/// <summary>The modules in order of the layers, lowest first.</summary>
public sealed class ModuleList(IReadOnlyList<Module> modules)
{
    public IReadOnlyList<Module> All { get; } = modules;
    public IEnumerable<Right> Rights => All.SelectMany(m => m.Rights);
}
