using System.Diagnostics;

namespace Alys.Benchmarks;

/// <summary>What the disk can do in this run: one synchronous write of 4 kB.</summary>
internal static class Disk
{
    /// <summary>Median milliseconds of a 4 kB write followed by fdatasync.</summary>
    public static double SynchronousWrite(string folder, int times = 200)
    {
        var file = Path.Combine(folder, "synchronous-write");
        var took = new List<double>();
        using (var handle = File.OpenHandle(file, FileMode.Create, FileAccess.Write))
        {
            var block = new byte[4096];
            for (var i = 0; i < times; i++)
            {
                Random.Shared.NextBytes(block);
                var clock = Stopwatch.StartNew();
                RandomAccess.Write(handle, block, 4096L * i);
                RandomAccess.FlushToDisk(handle);
                took.Add(clock.Elapsed.TotalMilliseconds);
            }
        }
        File.Delete(file);
        return Figures.Percentile(took, 50);
    }
}
