using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Alys.Drills;

/// <summary>The real program in a process of its own, on a data folder that outlives it.</summary>
internal sealed class Server : IDisposable
{
    private readonly Process _process;

    private Server(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Starts and waits until the sign-in page answers.</summary>
    /// <param name="engine">Its database.</param>
    /// <param name="data">Its data folder.</param>
    /// <param name="port">The same port each time, so that signed-in people and open pages go on.</param>
    /// <param name="under">A program to run it under, with its arguments.</param>
    public static async Task<Server> Start(Engine engine, string data, int port, params string[] under)
    {
        string[] command =
        [
            .. under, "dotnet", Path.Combine(AppContext.BaseDirectory, "Alys.Web.dll"), "--demo", $"--data={data}", engine.Argument, $"--world={World}", $"--http-port={port}", "--https-port=-1",
            "--requests-per-ten-seconds=0", "--sign-ins-per-minute=100000",
        ];
        var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var server = new Server(process, new Uri($"http://127.0.0.1:{port}/"));
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        var clock = Stopwatch.StartNew();
        while (true)
        {
            if (process.HasExited) throw new InvalidOperationException($"The server ended with {process.ExitCode} before it answered.");
            if (clock.Elapsed > TimeSpan.FromMinutes(4)) throw new TimeoutException("The server did not answer within four minutes.");
            try
            {
                using var answer = await client.GetAsync(new Uri(server.Address, "sign-in"));
                if (answer.StatusCode == HttpStatusCode.OK) return server;
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet.
            }
            await Task.Delay(20);
        }
    }

    private static readonly Lazy<Task<string>> Template = new(async () =>
    {
        var folder = Directory.CreateTempSubdirectory("alys-drills-world-").FullName;
        var engine = Engine.Named("sqlite");
        (await Start(engine, folder, FreePort())).Dispose();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    });

    /// <summary>Puts the believable institution into a data folder; loaded once in this process, then copied (SQLite).</summary>
    public static async Task Furnish(string data)
    {
        var template = await Template.Value;
        foreach (var file in Directory.EnumerateFiles(template, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(data, Path.GetRelativePath(template, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }

    public static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private static string World
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Alys.slnx"))) return Path.Combine(folder.FullName, "world");
            }
            throw new InvalidOperationException("The drills run inside the repository.");
        }
    }
}
