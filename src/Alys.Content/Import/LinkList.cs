using System.Net;
using System.Text;
using Alys.Formats.Archives;

namespace Alys.Content.Import;

/// <summary>The web links of one module: one unit, so that a learner finds them in one place and sees where each leads.</summary>
internal sealed class LinkList(string manifest, string module, string title)
{
    private readonly StringBuilder _html = new();

    public List<(string Path, string Title)> Sources { get; } = [];

    public void Add(string path, string shown, Uri address)
    {
        Sources.Add((path, shown));
        _html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"{WebUtility.HtmlEncode(address.AbsoluteUri)}\">{WebUtility.HtmlEncode(shown)}</a> ({WebUtility.HtmlEncode(address.IdnHost)})</li>\n");
    }

    public LessonPage? Page(Texts texts)
    {
        if (Sources.Count == 0) return null;
        var name = title.Length > 0 ? texts["content.import.links-title", title.Length > 200 ? title[..200] + "…" : title] : texts["content.import.links"];
        var path = $"{manifest}#{module}";
        return new LessonPage(path[..Math.Min(path.Length, 450)] + ":links", LessonFormat.Html, name, texts.Language, $"<ul>\n{_html}</ul>", []);
    }
}
