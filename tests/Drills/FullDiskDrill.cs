using System.Diagnostics;

namespace Alys.Drills;

/// <summary>A small disk that fills up while answers are saved (SQLite): refused acts are named, none is half-done, and work goes on once there is room.</summary>
internal static class FullDiskDrill
{
    private const int Megabytes = 96;

    /// <summary>Mounting a file system takes root.</summary>
    public static bool IsPossible => Environment.UserName == "root" && Mount("-t", "tmpfs", "-o", "size=1m", "tmpfs", Probe) && Unmount(Probe);

    private static string Probe => Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "alys-probe")).FullName;

    public static async Task<Outcome> Run(int runs, int seed, Action<string> say)
    {
        var random = new Random(seed);
        var data = Directory.CreateTempSubdirectory("alys-full-").FullName;
        if (!Mount("-t", "tmpfs", "-o", $"size={Megabytes}m", "tmpfs", data)) throw new InvalidOperationException("A tmpfs could not be mounted.");
        int refused = 0, acknowledged = 0;
        try
        {
            var engine = Engine.Named("sqlite");
            await Server.Furnish(data);
            using var server = await Server.Start(engine, data, Server.FreePort());
            var (takers, url) = await Room.Open(server.Address);
            for (var run = 1; run <= runs; run++)
            {
                foreach (var taker in takers) await taker.Begin(url);
                var filler = Path.Combine(data, "filler");
                var fill = Fill(filler);
                var no = 0;
                for (var i = 0; i < 3000 && no < 20; i++)
                {
                    var status = await takers[i % takers.Count].Answer("a", random);
                    if (status is not (200 or 507)) throw new BrokenPromise($"A save on a full disk was answered with {status}.");
                    if (status == 507) no++;
                }
                if (no == 0) throw new BrokenPromise($"The disk did not fill up ({fill} bytes of filler).");
                foreach (var taker in takers) await taker.CheckReceipt(onlyAcknowledged: true);
                File.Delete(filler);
                foreach (var taker in takers) await taker.SendAgain(random);
                foreach (var taker in takers) await taker.CheckReceipt();
                foreach (var taker in takers) await taker.HandIn();
                refused += no;
                acknowledged += takers.Sum(t => t.Acknowledged);
                say($"full disk {run}: {refused} refused by name, {acknowledged} acknowledged, none half-done");
            }
            return Result(true, "refused acts were named, none half-done, work went on");
        }
        catch (BrokenPromise broken)
        {
            return Result(false, broken.Message);
        }
        finally
        {
            Unmount(data);
            Directory.Delete(data);
        }

        Outcome Result(bool passed, string found) => new(passed, $"full disk, {runs} runs, seed {seed}: {found}", new Dictionary<string, object> { ["runs"] = runs, ["seed"] = seed, ["refused"] = refused, ["acknowledged"] = acknowledged, ["found"] = found });
    }

    /// <summary>Takes all room that is left.</summary>
    private static long Fill(string path)
    {
        using var file = new FileStream(path, FileMode.Create);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(block);
                file.Flush();
            }
        }
        catch (IOException)
        {
            return file.Position;
        }
    }

    private static bool Mount(params string[] arguments) => Call("mount", arguments);
    private static bool Unmount(string folder) => Call("umount", "-l", folder);

    private static bool Call(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
