using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.ResponseCompression;
using ZstdSharp;

namespace Alys.Platform;

/// <summary>
/// What the pages of one language have in common, which a browser keeps and pages are then compressed against (RFC 9842, content coding <c>dcz</c>).
/// A static file of the program (<c>bin/dictionary</c> makes it), so that nothing of anybody's page is in it.
/// </summary>
internal sealed class PageDictionary : ICompressionProvider, IDisposable
{
    // Against a dictionary higher levels find little more and take much longer.
    private const int Level = 3;
    private static readonly byte[] Magic = [0x5E, 0x2A, 0x4D, 0x18, 0x20, 0, 0, 0];
    private readonly ConcurrentBag<Compressor> _idle = [];
    private readonly byte[] _content;
    private readonly byte[] _header;

    public PageDictionary(byte[] content)
    {
        var hash = SHA256.HashData(content);
        (_content, _header, Available) = (content, [.. Magic, .. hash], $":{Convert.ToBase64String(hash)}:");
    }

    /// <summary>Value of the header Available-Dictionary by which a browser names this one.</summary>
    public string Available { get; }
    public string EncodingName => "dcz";
    public bool SupportsFlush => false;
    public Stream CreateStream(Stream outputStream) => new WholePage(this, outputStream);

    /// <summary>The page as the content coding puts it: magic number, hash of the dictionary, one frame.</summary>
    public byte[] Compress(ReadOnlySpan<byte> page)
    {
        if (!_idle.TryTake(out var compressor))
        {
            compressor = new Compressor(Level);
            compressor.LoadDictionary(_content);
        }
        var packed = new byte[_header.Length + Compressor.GetCompressBound(page.Length)];
        _header.CopyTo(packed, 0);
        var length = _header.Length + compressor.Wrap(page, packed.AsSpan(_header.Length));
        _idle.Add(compressor);
        return packed[..length];
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var compressor)) compressor.Dispose();
    }

    /// <summary>Collects the page, whose length the frame's tables are fitted to, and sends it compressed at its end.</summary>
    private sealed class WholePage(PageDictionary dictionary, Stream output) : MemoryStream
    {
        private bool _isSent;

        public override async ValueTask DisposeAsync()
        {
            if (!_isSent)
            {
                _isSent = true;
                await output.WriteAsync(dictionary.Compress(GetBuffer().AsSpan(0, (int)Length)));
            }
            await base.DisposeAsync();
        }
    }
}

/// <summary>Compresses a page against the dictionary that the browser says it has; a page without one, and files, which may be long, as the framework does.</summary>
internal sealed class PageCompression : IResponseCompressionProvider, IDisposable
{
    private readonly ResponseCompressionProvider _plain;
    private readonly FrozenDictionary<string, PageDictionary> _dictionaries;

    public PageCompression(ResponseCompressionProvider plain, Assets assets)
    {
        _plain = plain;
        _dictionaries = assets.Dictionaries.Select(d => new PageDictionary(d)).ToFrozenDictionary(d => d.Available, StringComparer.Ordinal);
    }

    public bool CheckRequestAcceptsCompression(HttpContext context) => _plain.CheckRequestAcceptsCompression(context);
    public bool ShouldCompressResponse(HttpContext context) => _plain.ShouldCompressResponse(context);

    public ICompressionProvider? GetCompressionProvider(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (context.Response.ContentType is not { } type || !type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || headers["Available-Dictionary"] is not [{ } available] || !_dictionaries.TryGetValue(available, out var dictionary)
            || !headers.AcceptEncoding.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(dictionary.EncodingName)) return _plain.GetCompressionProvider(context);
        context.Response.Headers.Append("Vary", "Available-Dictionary");
        return dictionary;
    }

    public void Dispose()
    {
        foreach (var dictionary in _dictionaries.Values) dictionary.Dispose();
    }
}
