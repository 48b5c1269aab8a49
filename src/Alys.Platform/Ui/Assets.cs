using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;

namespace Alys.Platform;

/// <summary>
/// Static files of the modules (their wwwroot, embedded), served at <c>/-/{name}.{hash}{ext}</c>, compressed once as small as Brotli can, cacheable for ever.
/// </summary>
public sealed class Assets
{
    private readonly FrozenDictionary<string, Asset> _byName;
    private readonly FrozenDictionary<string, Asset> _byUrl;

    internal Assets(IEnumerable<Assembly> assemblies)
    {
        var assets = from assembly in assemblies
                     from resource in assembly.GetManifestResourceNames()
                     where resource.StartsWith("wwwroot/", StringComparison.Ordinal)
                     select new Asset(resource["wwwroot/".Length..].Replace('\\', '/'), assembly, resource);
        _byName = assets.ToFrozenDictionary(a => a.Name);
        _byUrl = _byName.Values.ToFrozenDictionary(a => a.Url);
    }

    /// <exception cref="KeyNotFoundException">No module has a file of that name.</exception>
    public string UrlOf(string name) => _byName.TryGetValue(name, out var asset) ? asset.Url : throw new KeyNotFoundException($"There is no asset {name}");

    /// <summary>What pages are compressed against, one for each language.</summary>
    internal IEnumerable<byte[]> Dictionaries => _byName.Values.Where(a => a.IsDictionary).Select(a => a.Plain);

    internal async Task<bool> TryServe(HttpContext context)
    {
        if (!_byUrl.TryGetValue(context.Request.Path.Value ?? "", out var asset)) return false;
        var response = context.Response;
        response.ContentType = asset.ContentType;
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.Vary = "Accept-Encoding";
        if (asset.IsDictionary) response.Headers["Use-As-Dictionary"] = "match=\"/*\", match-dest=(\"document\")";
        var brotli = asset.IsText && context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        if (brotli) response.Headers.ContentEncoding = "br";
        var body = brotli ? asset.Brotli : asset.Plain;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(body, context.RequestAborted);
        return true;
    }

    private sealed class Asset
    {
        private readonly Lazy<byte[]> _brotli;

        public Asset(string name, Assembly assembly, string resource)
        {
            Name = name;
            using var stream = assembly.GetManifestResourceStream(resource)!;
            Plain = new byte[stream.Length];
            stream.ReadExactly(Plain);
            var extension = Path.GetExtension(name);
            (ContentType, IsText) = extension switch
            {
                ".css" => ("text/css; charset=utf-8", true),
                ".js" => ("text/javascript; charset=utf-8", true),
                ".svg" => ("image/svg+xml", true),
                ".dictionary" => ("application/octet-stream", true),
                ".woff2" => ("font/woff2", false),
                ".png" => ("image/png", false),
                ".webp" => ("image/webp", false),
                ".ico" => ("image/x-icon", false),
                _ => ("application/octet-stream", false),
            };
            var hash = Convert.ToHexStringLower(SHA256.HashData(Plain))[..8];
            Url = $"/-/{name[..^extension.Length]}.{hash}{extension}";
            _brotli = new(() => Compress(Plain));
        }

        public string Name { get; }
        public string Url { get; }
        public string ContentType { get; }
        public bool IsText { get; }
        public bool IsDictionary => Name.EndsWith(".dictionary", StringComparison.Ordinal);
        public byte[] Plain { get; }
        public byte[] Brotli => _brotli.Value;

        private static byte[] Compress(byte[] plain)
        {
            using var result = new MemoryStream();
            using (var brotli = new BrotliStream(result, CompressionLevel.SmallestSize)) brotli.Write(plain);
            return result.ToArray();
        }
    }
}
