using Alys.Communication;
using Alys.Communication.Forum;
using Alys.Content;
using Alys.Content.Units;
using Alys.Platform;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Alys.Tests;

/// <summary>The believable institution, loaded once per engine and run and then copied for each host: a file on SQLite, a template database on PostgreSQL.</summary>
internal static class TestDatabase
{
    private static readonly SemaphoreSlim Once = new(1, 1);
    private static string? _template;

    public static bool IsPostgres => Environment.GetEnvironmentVariable("ALYS_TEST_ENGINE") == "postgres";
    private static string Server => Environment.GetEnvironmentVariable("ALYS_TEST_POSTGRES") ?? "Host=/tmp;Username=postgres";
    public static string World => Path.Combine(Repository, "world");
    public static string Repository { get; } = FindRepository();

    /// <summary>Arguments that start the program on a fresh copy.</summary>
    public static async Task<string[]> Fresh(bool world = true)
    {
        var folder = Directory.CreateTempSubdirectory("alys-test-").FullName;
        if (!world) return Arguments(folder, IsPostgres ? $"{Server};Database=t_{Guid.NewGuid():N}" : "");
        await Once.WaitAsync();
        try
        {
            _template ??= await MakeTemplate();
        }
        finally
        {
            Once.Release();
        }
        CopyFolder(_template, folder);
        if (!IsPostgres) return Arguments(folder, "");
        var name = $"t_{Guid.NewGuid():N}";
        await Once.WaitAsync();
        try
        {
            await using var admin = new NpgsqlConnection($"{Server};Database=postgres;Pooling=false");
            await admin.OpenAsync();
            await using var create = new NpgsqlCommand($"create database {name} template {File.ReadAllText(Path.Combine(_template, "template"))}", admin);
            await create.ExecuteNonQueryAsync();
        }
        finally
        {
            Once.Release();
        }
        return Arguments(folder, $"{Server};Database={name};Maximum Pool Size=20");
    }

    private static async Task<string> MakeTemplate()
    {
        var folder = Directory.CreateTempSubdirectory("alys-template-").FullName;
        var name = $"template_{Guid.NewGuid():N}";
        if (IsPostgres) File.WriteAllText(Path.Combine(folder, "template"), name);
        var app = AlysApp.Build([.. Arguments(folder, IsPostgres ? $"{Server};Database={name}" : ""), "--demo=true"], Composition.Modules, Story.Tell);
        await AlysApp.Prepare(app, fromModel: true);
        await app.Services.GetRequiredService<Acts>().Run(Reader.System, act => Index(act, app.Services), CancellationToken.None);
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        return folder;
    }

    /// <summary>What the listeners of search would do in each copy again.</summary>
    private static async Task<int> Index(Act act, IServiceProvider services)
    {
        foreach (var unit in await act.Db.Units.Where(u => u.PublishedVersionId != null).Select(u => u.Id).ToListAsync()) await UnitSearch.Refresh(act, unit);
        foreach (var post in await act.Db.Posts.Select(p => p.Id).ToListAsync()) await PostSearch.Refresh(act, post);
        var head = await services.GetRequiredService<JournalReader>().Head(act.Db, CancellationToken.None);
        foreach (var listener in services.GetRequiredService<Listeners>().All.Where(l => l.Name.Contains(".search.", StringComparison.Ordinal)))
        {
            act.Db.Add(new ListenerCursor { Name = listener.Name, Xid = head.Xid, Seq = head.Seq, At = act.Now });
        }
        return 0;
    }

    private static string[] Arguments(string folder, string database) =>
        ["--data=" + folder, "--database=" + database, "--https-port=-1", "--http-port=0", "--world=" + World, "--requests-per-ten-seconds=0", "--sign-ins-per-minute=100000", "--bench=true", "--access--password-rounds=1000", "--content--ffmpeg="];

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Alys.slnx"))) return folder.FullName;
        }
        throw new InvalidOperationException("The tests run inside the repository.");
    }
}
