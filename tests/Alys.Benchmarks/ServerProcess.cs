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

    private ServerProcess(Process process, int http, int https) => (_process, HttpPort, HttpsPort) = (process, http, https);

    public int HttpPort { get; }
    public int HttpsPort { get; }
    public TimeSpan StartedIn { get; private init; }
    public Uri Http => new($"http://127.0.0.1:{HttpPort}/");

    /// <summary>Starts and waits until the sign-in page answers.</summary>
    public static async Task<ServerProcess> Start(string program, string world, string data, TimeSpan most)
    {
        var (http, https) = (FreePort(), FreePort());
        var clock = Stopwatch.StartNew();
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, "--demo", "--bench", "--loopback-only", $"--host-names={Name}", $"--data={data}", $"--world={world}", $"--http-port={http}", $"--https-port={https}", "--requests-per-ten-seconds=0", "--sign-ins-per-minute=10000"])
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
        return new ServerProcess(process, http, https) { StartedIn = clock.Elapsed };
    }

    /// <summary>CPU time of the whole process so far, user and system, in milliseconds.</summary>
    public double CpuMilliseconds()
    {
        var fields = File.ReadAllText($"/proc/{_process.Id}/stat").Split(") ")[^1].Split(' ');
        return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) * 1000 / TicksPerSecond;
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
