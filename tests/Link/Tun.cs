using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Alys.Link;

/// <summary>A network device whose cable is this program: what the kernel sends comes out of Read, what Write puts in the kernel receives. Whole IP packets.</summary>
internal sealed partial class Tun : IDisposable
{
    private const string Clone = "/dev/net/tun";
    private const nuint SetInterface = 0x400454ca;
    private const short TunWithoutHeader = 0x0001 | 0x1000;
    private const short Readable = 1;
    private readonly SafeFileHandle _handle;

    /// <exception cref="IOException">The kernel has no such device or refuses it; the message says why.</exception>
    public Tun(NetworkNamespace network, string address)
    {
        // Chromium takes a device named tun… for a tunnel and believes that it is offline.
        const string name = "line0";
        _handle = network.Run(() => Open(name));
        network.Command("ip", "address", "add", address, "dev", name);
        network.Command("ip", "link", "set", name, "up");
    }

    /// <returns>0 when nothing came for a tenth of a second.</returns>
    public int Read(Span<byte> packet)
    {
        var asked = new PollDescriptor { File = (int)_handle.DangerousGetHandle(), Events = Readable };
        return Poll(ref asked, 1, 100) > 0 ? (int)Receive(_handle, packet, (nuint)packet.Length) : 0;
    }

    /// <summary>A packet that the kernel will not take is lost, as on any line.</summary>
    public void Write(ReadOnlySpan<byte> packet) => _ = Send(_handle, packet, (nuint)packet.Length);

    public void Dispose() => _handle.Dispose();

    private static SafeFileHandle Open(string name)
    {
        if (!File.Exists(Clone))
        {
            // A container has the driver but often not its file.
            Directory.CreateDirectory(Path.GetDirectoryName(Clone)!);
            Process.Start("mknod", [Clone, "c", "10", "200"]).WaitForExit();
        }
        var handle = File.OpenHandle(Clone, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var request = new byte[40];
        Encoding.ASCII.GetBytes(name, request);
        BitConverter.TryWriteBytes(request.AsSpan(16), TunWithoutHeader);
        if (Control(handle, SetInterface, request) != 0) throw new IOException($"no TUN device may be made here ({Marshal.GetLastPInvokeErrorMessage()})");
        return handle;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int File;
        public short Events;
        public short Happened;
    }

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static partial int Control(SafeFileHandle file, nuint request, byte[] argument);

    // The stream classes ask such a file for its place, which it does not have.
    [LibraryImport("libc", EntryPoint = "read")]
    private static partial nint Receive(SafeFileHandle file, Span<byte> packet, nuint size);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Send(SafeFileHandle file, ReadOnlySpan<byte> packet, nuint size);

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(ref PollDescriptor asked, nuint count, int milliseconds);
}
