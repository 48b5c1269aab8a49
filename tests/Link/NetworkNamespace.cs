using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Alys.Link;

/// <summary>
/// A network of its own: no name, no file. It belongs to one thread and ends with it and with the programs started inside,
/// so that nothing is left to clear away even after a crash.
/// </summary>
internal sealed partial class NetworkNamespace : IDisposable
{
    private const int NewNetwork = 0x40000000;
    private readonly BlockingCollection<Action> _deeds = [];
    private readonly SafeFileHandle _handle;

    /// <exception cref="IOException">The kernel refuses; the message says why.</exception>
    public NetworkNamespace(string name)
    {
        var made = new TaskCompletionSource<SafeFileHandle>();
        // A thread of its own, never one of the pool: whoever used it next would be in the wrong network.
        new Thread(() => Live(made)) { IsBackground = true, Name = name }.Start();
        _handle = made.Task.GetAwaiter().GetResult();
        Command("ip", "link", "set", "lo", "up");
        // The same on every machine (a namespace may not choose cubic), and no connection begins with what an earlier one learnt of the line.
        Set("tcp_congestion_control", "reno");
        Set("tcp_no_metrics_save", "1");
    }

    /// <summary>Where <c>nsenter --net=</c> finds it while this process lives.</summary>
    public string Path => $"/proc/{Environment.ProcessId}/fd/{_handle.DangerousGetHandle()}";

    /// <summary>What is opened or started by the deed is inside and stays there, whichever thread uses it later.</summary>
    public T Run<T>(Func<T> deed)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _deeds.Add(() =>
        {
            try { done.SetResult(deed()); }
            catch (Exception error) { done.SetException(error); }
        });
        return done.Task.GetAwaiter().GetResult();
    }

    public Process Start(string program, params string[] arguments) =>
        Run(() => Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!);

    private void Set(string setting, string value) => Run(() => { File.WriteAllText("/proc/sys/net/ipv4/" + setting, value); return 0; });

    public void Command(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new IOException($"{program} {string.Join(' ', arguments)}: {said.Trim()}");
    }

    public void Dispose()
    {
        _deeds.CompleteAdding();
        _handle.Dispose();
    }

    private void Live(TaskCompletionSource<SafeFileHandle> made)
    {
        try
        {
            if (Unshare(NewNetwork) != 0) throw new IOException($"no network namespace may be made here ({Marshal.GetLastPInvokeErrorMessage()})");
            made.SetResult(File.OpenHandle("/proc/thread-self/ns/net", FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        }
        catch (Exception error)
        {
            made.SetException(error);
            return;
        }
        foreach (var deed in _deeds.GetConsumingEnumerable()) deed();
    }

    [LibraryImport("libc", EntryPoint = "unshare", SetLastError = true)]
    private static partial int Unshare(int flags);
}
