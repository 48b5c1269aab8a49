using Alys.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Tests;

/// <summary>The real program on a real port, with the believable institution of <c>world/</c>; one per test class.</summary>
public class AlysHost : IAsyncLifetime
{
    private WebApplication? _app;

    public Uri Address { get; private set; } = null!;
    /// <summary>The address over https, of a host that has one.</summary>
    public Uri? SecureAddress { get; private set; }
    /// <summary>Further options, as on the command line.</summary>
    protected virtual string[] Options => [];
    protected virtual bool WithWorld => true;
    protected virtual void Change(WebApplicationBuilder builder) { }

    public async ValueTask InitializeAsync()
    {
        _app = AlysApp.Build([.. await TestDatabase.Fresh(WithWorld), .. Options], Composition.Modules, builder => { Story.Tell(builder); Change(builder); });
        await AlysApp.Prepare(_app, fromModel: true);
        await _app.StartAsync();
        Address = new Uri(_app.Urls.FirstOrDefault(x => x.StartsWith("http:", StringComparison.Ordinal)) ?? _app.Urls.First());
        if (_app.Urls.FirstOrDefault(x => x.StartsWith("https:", StringComparison.Ordinal)) is { } secure) SecureAddress = new Uri(secure);
    }

    /// <summary>A browser of someone who has not signed in.</summary>
    public Visitor Stranger(string language = "kk") => new(Address, language);

    /// <summary>A browser of a person of the world, signed in by the page.</summary>
    public async Task<Visitor> SignIn(string userName, string language = "kk")
    {
        var visitor = Stranger(language);
        var page = await visitor.Get("/sign-in");
        page = await page.Submit("main form", new() { ["UserName"] = userName, ["Password"] = "Kokzhiek-2026" });
        Assert.DoesNotContain("/sign-in", page.Url.AbsolutePath);
        return visitor;
    }

    /// <summary>Does a deed as the program itself: for what only another module's facts would bring about.</summary>
    public Task<T> Act<T>(Func<Act, Task<T>> deed) => Service<Acts>().Run(Reader.System, deed, TestContext.Current.CancellationToken);

    /// <summary>Reads the database directly.</summary>
    public Task<T> Read<T>(Func<Db, Task<T>> read) => Service<Acts>().Read(read);

    public T Service<T>() where T : notnull => _app!.Services.GetRequiredService<T>();

    /// <summary>Waits until a condition holds, for what happens by listeners and jobs.</summary>
    public static async Task Until(Func<Task<bool>> condition, int seconds = 150)
    {
        var end = DateTime.UtcNow.AddSeconds(seconds);
        while (!await condition())
        {
            if (DateTime.UtcNow > end) Assert.Fail($"It did not happen within {seconds} s");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until the listeners have heard all that stands in the journal now, the loading of the world with it.</summary>
    public Task AllHeard() => Until(() => Read(async db =>
    {
        var cursors = await db.Set<ListenerCursor>().AsNoTracking().ToDictionaryAsync(c => c.Name, c => new JournalCursor(c.Xid, c.Seq));
        foreach (var listener in Service<Listeners>().All)
        {
            var isPrefix = listener.What.EndsWith('.');
            var last = await db.Set<JournalEntry>().Where(e => isPrefix ? e.What.StartsWith(listener.What) : e.What == listener.What).OrderByDescending(e => e.Xid).ThenByDescending(e => e.Seq)
                .Select(e => new { e.Xid, e.Seq }).FirstOrDefaultAsync();
            if (last is not null && cursors.GetValueOrDefault(listener.Name).CompareTo(new JournalCursor(last.Xid, last.Seq)) < 0) return false;
        }
        return true;
    }));

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) { await _app.StopAsync(); await _app.DisposeAsync(); }
        GC.SuppressFinalize(this);
    }
}

/// <summary>The program before its first set-up: an empty database.</summary>
public sealed class EmptyHost : AlysHost
{
    protected override bool WithWorld => false;
}

/// <summary>A host that has ffmpeg.</summary>
public sealed class RecordingHost : AlysHost
{
    protected override string[] Options => ["--content--ffmpeg=ffmpeg"];
}
