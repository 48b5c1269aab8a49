using Microsoft.Extensions.DependencyInjection;

namespace Alys.Platform;

public static class HttpContextExtensions
{
    private static readonly object ReaderKey = new();
    private static readonly object TextsKey = new();

    /// <summary>Who makes this request.</summary>
    public static Reader Reader(this HttpContext context) => (Reader?)context.Items[ReaderKey] ?? Platform.Reader.Nobody;

    internal static void SetReader(this HttpContext context, Reader reader) => context.Items[ReaderKey] = reader;

    /// <summary>Texts in the language of this request: the cookie's choice, then the person's, then the browser's, then Kazakh.</summary>
    public static Texts Texts(this HttpContext context)
    {
        if (context.Items[TextsKey] is Texts known) return known;
        var texts = context.RequestServices.GetRequiredService<TextTable>().For(LanguageOf(context));
        context.Items[TextsKey] = texts;
        return texts;
    }

    /// <summary>This page may play media that its scripts put together (Media Source Extensions), which the policy of all other pages forbids. Before the page is written.</summary>
    public static void AllowMediaStreams(this HttpContext context) =>
        context.Response.Headers.ContentSecurityPolicy = context.Response.Headers.ContentSecurityPolicy.ToString().Replace("media-src 'self'", "media-src 'self' blob:", StringComparison.Ordinal);

    /// <summary>Address of the client, for the journal.</summary>
    public static string? From(this HttpContext context) => context.Connection.RemoteIpAddress?.ToString();

    private static string LanguageOf(HttpContext context)
    {
        if (context.Request.Cookies["lang"] is { } chosen && TextTable.Languages.Contains(chosen)) return chosen;
        if (context.Reader() is { IsSignedIn: true } reader) return reader.Language;
        foreach (var wish in context.Request.Headers.AcceptLanguage.ToString().Split(','))
        {
            var language = wish.Trim().Split(';', '-')[0];
            if (TextTable.Languages.Contains(language)) return language;
        }
        return "kk";
    }
}

/// <summary>A status message carried over one redirect: only its text key travels.</summary>
internal static class FlashMessage
{
    public const string Cookie = "flash";

    public static string? Take(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } key) return null;
        context.Response.Cookies.Delete(Cookie);
        return context.RequestServices.GetRequiredService<TextTable>().Has(key) ? context.Texts()[key] : null;
    }
}
