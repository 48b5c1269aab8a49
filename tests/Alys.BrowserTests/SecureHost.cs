using System.Net;
using System.Net.Sockets;
using Alys.Platform;
using Alys.Tests;

namespace Alys.BrowserTests;

/// <summary>The program as an institution serves it: https only, HTTP/2, with the certificate that it made at its first start.</summary>
public sealed class SecureHost : AlysHost
{
    private readonly int _port = FreePort();

    /// <summary>The address in the certificate, on the sign-in page and on printed documents.</summary>
    public Uri Portal => new($"https://localhost:{_port}");
    public string CertificateFile => Path.Combine(Service<PlatformOptions>().Data, "https.crt");
    protected override string[] Options => [$"--https-port={_port}", "--http-port=-1", "--loopback-only=true", $"--documents--public-address={Portal}"];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
