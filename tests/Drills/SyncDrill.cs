using System.Text.RegularExpressions;

namespace Alys.Drills;

/// <summary>Watches the system calls of saves: between the write of each answer and its reply lies a successful fdatasync of the log (SQLite).</summary>
internal static partial class SyncDrill
{
    public static bool IsPossible => File.Exists("/usr/bin/strace");

    public static async Task<Outcome> Run(int saves, Action<string> say)
    {
        var data = Directory.CreateTempSubdirectory("alys-drill-").FullName;
        var trace = Path.Combine(data, "trace.txt");
        var port = Server.FreePort();
        var engine = Engine.Named("sqlite");
        try
        {
            await Server.Furnish(data);
            var server = await Server.Start(engine, data, port, "strace", "-f", "-y", "-s", "600", "-e", "trace=pwrite64,fdatasync,fsync,sendmsg,sendto,write", "-o", trace);
            try
            {
                var (takers, url) = await Room.Open(server.Address);
                await takers[0].Begin(url);
                var random = new Random(1);
                for (var i = 0; i < saves; i++)
                {
                    if (await takers[0].Answer("a", random) != 200) throw new BrokenPromise("An answer was not taken.");
                }
            }
            finally
            {
                server.Dispose();
            }
            var (replies, synced) = Read(trace);
            say($"{replies} replies that say saved, {synced} after a write and a sync of the log");
            var passed = replies == saves && synced == saves;
            return new(passed, passed ? $"Each of {saves} acknowledgements came after fdatasync" : $"{saves} saves, {replies} replies, {synced} of them after a sync", new Dictionary<string, object> { ["saves"] = saves, ["replies"] = replies, ["afterSync"] = synced });
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    /// <summary>
    /// Goes through the calls in order. The writes of one thread up to its sync are a commit; commits come one after another, since there is one writer. A reply counts
    /// when since the one before a commit was synced and none but the newest is not: that one is another's, begun after the answer's own was complete.
    /// </summary>
    private static (int Replies, int Synced) Read(string trace)
    {
        int replies = 0, synced = 0;
        var commits = new List<Commit>();
        var syncing = new HashSet<string>();
        foreach (var line in File.ReadLines(trace))
        {
            var thread = line.Split(' ', 2)[0];
            if (line.Contains("pwrite64(", StringComparison.Ordinal) && line.Contains("-wal>", StringComparison.Ordinal))
            {
                if (commits.LastOrDefault() is not { IsSynced: false } open || open.Thread != thread) commits.Add(new(thread));
            }
            else if (Sync().IsMatch(line))
            {
                if (line.Contains("<unfinished", StringComparison.Ordinal)) syncing.Add(thread);
                else if (line.EndsWith("= 0", StringComparison.Ordinal)) Synced(thread);
            }
            else if (line.Contains("fdatasync resumed", StringComparison.Ordinal) || line.Contains("fsync resumed", StringComparison.Ordinal))
            {
                if (syncing.Remove(thread) && line.EndsWith("= 0", StringComparison.Ordinal)) Synced(thread);
            }
            else if (line.Contains("saved\\\":[", StringComparison.Ordinal) && !line.Contains("saved\\\":[]", StringComparison.Ordinal))
            {
                replies++;
                if (commits.Any(c => c.IsSynced) && commits.SkipLast(1).All(c => c.IsSynced)) synced++;
                commits.RemoveAll(c => c.IsSynced);
            }
        }
        return (replies, synced);

        void Synced(string thread)
        {
            if (commits.FindLast(c => c.Thread == thread) is { } commit) commit.IsSynced = true;
        }
    }

    private sealed class Commit(string thread)
    {
        public string Thread { get; } = thread;
        public bool IsSynced { get; set; }
    }

    [GeneratedRegex(@"\bf(data)?sync\(\d+<[^>]*-wal>")]
    private static partial Regex Sync();
}
