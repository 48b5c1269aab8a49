using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Alys.Platform;

internal static class Ports
{
    public static void Configure(KestrelServerOptions kestrel, PlatformOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = options.UploadMegabytes * 1024L * 1024;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        // A 50 kbit/s line with loss may be far slower than Kestrel's default of 240 bytes/s within 5 s.
        kestrel.Limits.MinRequestBodyDataRate = new(50, TimeSpan.FromSeconds(60));
        kestrel.Limits.MinResponseDataRate = new(50, TimeSpan.FromSeconds(60));
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(5);
        if (options.HttpPort >= 0) kestrel.Listen(IPAddress.Loopback, options.HttpPort);
        if (options.HttpsPort < 0) return;
        void Https(ListenOptions listen)
        {
            listen.Protocols = HttpProtocols.Http1AndHttp2;
            listen.UseHttps(https =>
            {
                https.ServerCertificate = ServerCertificate.Find(options);
                https.SslProtocols = System.Security.Authentication.SslProtocols.Tls12 | System.Security.Authentication.SslProtocols.Tls13;
            });
        }
        if (options.LoopbackOnly) kestrel.Listen(IPAddress.Loopback, options.HttpsPort, Https);
        else kestrel.ListenAnyIP(options.HttpsPort, Https);
    }
}
