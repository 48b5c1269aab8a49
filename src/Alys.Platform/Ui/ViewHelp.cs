namespace Alys.Platform;

/// <summary>What every view has at hand as <c>App</c>, beside the texts <c>T</c> and the <c>Reader</c>.</summary>
public sealed class ViewHelp
{
    private readonly HttpContext _context;
    private readonly Assets _assets;
    private readonly ModuleMenu _menu;

    internal ViewHelp(HttpContext context, Assets assets, ModuleMenu menu, PlatformOptions options)
    {
        (_context, _assets, _menu, Options) = (context, assets, menu, options);
    }

    public PlatformOptions Options { get; }
    /// <summary>Address of a static file of a module, with its hash, for ever cacheable.</summary>
    public string Asset(string name) => _assets.UrlOf(name);
    /// <summary>The status message carried over the redirect that led here, once.</summary>
    public string? Flash() => FlashMessage.Take(_context);
    public IEnumerable<MenuEntry> Menu() => _menu.For(_context.Reader());
    /// <summary>Pages of a course that the reader may see.</summary>
    public IEnumerable<CourseTab> CourseTabs(Scope course, Scope group) => _menu.OfCourse(_context.Reader(), course, group);
}

/// <summary>The menu entries of all modules, in their order.</summary>
internal sealed class ModuleMenu(ModuleList modules)
{
    private readonly MenuEntry[] _entries = [.. modules.All.SelectMany(m => m.Menu).OrderBy(e => e.Order)];
    private readonly CourseTab[] _tabs = [.. modules.All.SelectMany(m => m.CourseTabs).OrderBy(t => t.Order)];
    public IEnumerable<CourseTab> OfCourse(Reader reader, Scope course, Scope group) => _tabs.Where(t => t.AnyOf.Any(right => reader.May(right, course, group)));
    public IEnumerable<MenuEntry> For(Reader reader) => _entries.Where(e => reader.IsSignedIn && (e.Right is null || reader.Has(e.Right)));
}
