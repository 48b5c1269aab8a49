using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Alys.Content.Text;

/// <summary>A heading, paragraph, list, table or picture of a rendered page: what a comment can be of. Numbered from 1 within the page.</summary>
internal sealed record TextBlock(int Number, string Html, string Words)
{
    public static IReadOnlyList<TextBlock> In(string html) =>
        [.. new HtmlParser().ParseDocument(html).Body!.Children.Index().Select(b => new TextBlock(b.Index + 1, b.Item.ToHtml(), string.Join(' ', b.Item.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))];

    public string Beginning(int most) => Words.Length <= most ? Words : Words[..(most - 1)] + "…";
}
