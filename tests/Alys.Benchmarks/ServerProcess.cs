using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Alys.Benchmarks;

/// <summary>The real server in a process of its own, Release build, on a data folder of its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    /// <summary>The name that the server's certificate bears, as an institution's would.</summary>
    public const string Name = "alys.test";
    private const double TicksPerSecond = 100;
    private readonly Process _process;
    private readonly bool _withPostgres;

    private ServerProcess(Process process, bool withPostgres, int http, int https) => (_process, _withPostgres, HttpPort, HttpsPort) = (process, withPostgres, http, https);

    public int HttpPort { get; }
    public int HttpsPort { get; }
    public TimeSpan StartedIn { get; private init; }
    public Uri Http => new($"http://127.0.0.1:{HttpPort}/");

    /// <summary>Starts and waits until the sign-in page answers.</summary>
    public static async Task<ServerProcess> Start(Launch launch, TimeSpan most)
    {
        var (http, https) = (FreePort(), FreePort());
        var clock = Stopwatch.StartNew();
        var process = Process.Start(new ProcessStartInfo(launch.Program, ["serve", "--demo", "--bench", "--loopback-only", $"--host-names={Name}", $"--data={launch.Data}", $"--database={launch.Database}", $"--world={launch.World}", $"--http-port={http}", $"--https-port={https}", "--requests-per-ten-seconds=0", "--sign-ins-per-minute=10000"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        while (true)
        {
            if (process.HasExited) throw new InvalidOperationException($"The server ended with {process.ExitCode} before it answered.");
            if (clock.Elapsed > most)
            {
                process.Kill();
                throw new TimeoutException("The server did not answer in time.");
            }
            try
            {
                using var answer = await client.GetAsync($"http://127.0.0.1:{http}/sign-in");
                if (answer.StatusCode == HttpStatusCode.OK) break;
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet, or not yet quick enough.
            }
            await Task.Delay(10);
        }
        return new ServerProcess(process, launch.Database.Length > 0, http, https) { StartedIn = clock.Elapsed };
    }

    /// <summary>CPU time so far, user and system, in milliseconds: of the whole process and, where it runs on PostgreSQL, of all processes of that on this machine.</summary>
    public double CpuMilliseconds() => _withPostgres ? Of(_process.Id) + Directory.EnumerateDirectories("/proc").Select(d => Path.GetFileName(d)).Where(IsPostgres).Sum(id => Of(int.Parse(id, CultureInfo.InvariantCulture))) : Of(_process.Id);

    /// <summary>As <see cref="CpuMilliseconds"/>, of the process alone.</summary>
    public double OwnCpuMilliseconds() => Of(_process.Id);

    private static bool IsPostgres(string id)
    {
        try
        {
            return char.IsAsciiDigit(id[0]) && File.ReadAllText($"/proc/{id}/comm").Trim() == "postgres";
        }
        catch (IOException)
        {
            // It ended meanwhile.
            return false;
        }
    }

    private static double Of(int process)
    {
        try
        {
            var fields = File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1].Split(' ');
            return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) * 1000 / TicksPerSecond;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    public double ResidentMegabytes()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(x => x.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}

/// <summary>What to start: the program, the believable institution's folder, a data folder, and a PostgreSQL database or nothing for the embedded one.</summary>
internal sealed record Launch(string Program, string World, string Data, string Database);
