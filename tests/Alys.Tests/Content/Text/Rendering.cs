using Alys.Content.Text;

namespace Alys.Tests.Content.Text;

internal static class Rendering
{
    public static RenderedText Markdown(string source, string? title = null, Func<string, TextTarget?>? resolve = null, string language = "en") =>
        TextRenderer.Render(new AuthoredText(TextForm.Markdown, source), title, language, resolve ?? (_ => null));

    public static RenderedText Html(string source, Func<string, TextTarget?>? resolve = null) =>
        TextRenderer.Render(new AuthoredText(TextForm.Html, source), null, "ru", resolve ?? (_ => null));

    public static string Only(this RenderedText text) => Assert.Single(text.Pages).Html;
}
