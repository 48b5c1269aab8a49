using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Alys.Platform;

/// <summary>The certificate of https: the configured one, or one made at first start and kept in the data folder.</summary>
internal static class ServerCertificate
{
    public static X509Certificate2 Find(PlatformOptions options)
    {
        if (options.Certificate.Length > 0)
        {
            return options.Certificate.EndsWith(".pem", StringComparison.OrdinalIgnoreCase)
                ? X509Certificate2.CreateFromPemFile(options.Certificate)
                : X509CertificateLoader.LoadPkcs12FromFile(options.Certificate, options.CertificatePassword);
        }
        var file = Path.Combine(options.Data, "https.pfx");
        if (!File.Exists(file)) Make(options, file);
        return X509CertificateLoader.LoadPkcs12FromFile(file, null);
    }

    private static void Make(PlatformOptions options, string file)
    {
        Directory.CreateDirectory(options.Data);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = options.HostNames.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var request = new CertificateRequest($"CN={names.FirstOrDefault() ?? "localhost"}", key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names) alternatives.AddDnsName(name);
        alternatives.AddIpAddress(IPAddress.Loopback);
        alternatives.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(alternatives.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(825));
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllText(Path.Combine(options.Data, "https.crt"), certificate.ExportCertificatePem());
    }
}
