using System.Net;
using System.Security.Cryptography;
using System.Text;
using Alys.Platform;
using ZstdSharp;

namespace Alys.Tests.Platform;

/// <summary>Pages against the dictionary that the browser holds (RFC 9842).</summary>
public sealed class PageDictionaryTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private const string Browser = "gzip, deflate, br, zstd, dcb, dcz";
    private const string Marks = "/s/3/grades";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ABrowserThatHoldsTheDictionaryGetsTheSamePageAgainstIt()
    {
        // Until then the number of notices in the header grows.
        await alys.AllHeard();
        var aliya = await alys.SignIn("aliya");
        var dictionary = await Dictionary(aliya);
        using var plain = await Get(aliya, "identity", null);
        using var packed = await Get(aliya, Browser, Name(dictionary));
        Assert.Equal("dcz", Assert.Single(packed.Content.Headers.ContentEncoding));
        Assert.Contains("Available-Dictionary", packed.Headers.Vary);
        var bytes = await packed.Content.ReadAsByteArrayAsync(Ct);
        Assert.Equal([0x5E, 0x2A, 0x4D, 0x18, 0x20, 0, 0, 0, .. SHA256.HashData(dictionary)], bytes[..40]);
        using var decompressor = new Decompressor();
        decompressor.LoadDictionary(dictionary);
        Assert.Equal(await plain.Content.ReadAsStringAsync(Ct), Encoding.UTF8.GetString(decompressor.Unwrap(bytes.AsSpan(40))));
        using var gzip = await Get(aliya, Browser, null);
        var without = (await gzip.Content.ReadAsByteArrayAsync(Ct)).Length;
        Assert.True(bytes.Length < without * 0.7, $"{bytes.Length} bytes with the dictionary, {without} without");
    }

    [Theory]
    [InlineData(Browser, ":AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:")]
    [InlineData(Browser, "nonsense")]
    [InlineData(Browser, null)]
    [InlineData("gzip, br", "own")]
    public async Task WithoutTheRightDictionaryAPageComesAsGzip(string accepts, string? available)
    {
        var aliya = await alys.SignIn("aliya");
        if (available == "own") available = Name(await Dictionary(aliya));
        using var answer = await Get(aliya, accepts, available);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("gzip", Assert.Single(answer.Content.Headers.ContentEncoding));
    }

    [Fact]
    public async Task WhatIsNoPageComesWithoutTheDictionary()
    {
        var aliya = await alys.SignIn("aliya");
        var dictionary = await Dictionary(aliya);
        var thread = await aliya.Get("/s/3/f/1");
        aliya.Http.DefaultRequestHeaders.Add("Accept-Encoding", Browser);
        aliya.Http.DefaultRequestHeaders.TryAddWithoutValidation("Available-Dictionary", Name(dictionary));
        // A refusal of the script's way: plain text.
        using var answer = await Communication.ForumTests.Send(aliya, thread, " ");
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("gzip", Assert.Single(answer.Content.Headers.ContentEncoding));
    }

    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task EachLanguageHasADictionaryForEver(string language)
    {
        using var answer = await alys.Stranger().Http.GetAsync(alys.Service<Assets>().UrlOf($"pages-{language}.dictionary"), Ct);
        Assert.Equal("match=\"/*\", match-dest=(\"document\")", Assert.Single(answer.Headers.GetValues("Use-As-Dictionary")));
        Assert.True(answer.Headers.CacheControl!.Public);
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync(Ct)).Length, 4000, 16_000);
    }

    private async Task<byte[]> Dictionary(Visitor visitor)
    {
        var url = (await visitor.Get(Marks)).Document.Body!.GetAttribute("data-dictionary");
        return await visitor.Http.GetByteArrayAsync(url, Ct);
    }

    private static string Name(byte[] dictionary) => $":{Convert.ToBase64String(SHA256.HashData(dictionary))}:";

    private static async Task<HttpResponseMessage> Get(Visitor visitor, string accepts, string? available)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Marks);
        request.Headers.Add("Accept-Encoding", accepts);
        if (available is not null) request.Headers.TryAddWithoutValidation("Available-Dictionary", available);
        return await visitor.Http.SendAsync(request, Ct);
    }
}
