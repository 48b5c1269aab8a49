using System.Text.Encodings.Web;
using System.Text.Unicode;
using Alys.Communication.Forum;
using Alys.Platform;
using AngleSharp.Html.Parser;

namespace Alys.Tests.Communication;

public sealed class PostTextTests
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Cyrillic);

    [Theory]
    [InlineData("Бірінші\nжол\n\nЕкінші", "<p>Бірінші\nжол</p><p>Екінші</p>")]
    [InlineData("Қараңыз: https://alys.example/a?b=1&c=2.", "<p>Қараңыз: <a href=\"https://alys.example/a?b=1&amp;c=2\" rel=\"nofollow noopener\">https://alys.example/a?b=1&amp;c=2</a>.</p>")]
    [InlineData("`a < b` және", "<p><code>a &lt; b</code> және</p>")]
    [InlineData("Мысал:\n```sql\nselect 1;\n\nselect 2;\n```\nСоңы", "<p>Мысал:</p><pre><code>select 1;\n\nselect 2;</code></pre><p>Соңы</p>")]
    public void ParagraphsLinksAndCodeAreShown(string text, string html) => Assert.Equal(html, PostText.Html(PostText.Checked(text), Encoder));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("https://x\"onmouseover=alert(1)//")]
    [InlineData("`</code><img src=x onerror=alert(1)>`")]
    [InlineData("javascript:alert(1) <a href=javascript:alert(1)>x</a>")]
    [InlineData("```\n</code></pre><svg onload=alert(1)>\n```")]
    [InlineData("http://<svg/onload=alert(1)>")]
    public void HostileTextStaysText(string text)
    {
        var document = new HtmlParser().ParseDocument("<body>" + PostText.Html(PostText.Checked(text), Encoder));
        Assert.All(document.Body!.QuerySelectorAll("*"), e => Assert.Contains(e.LocalName, new[] { "p", "a", "code", "pre" }));
        Assert.All(document.Body!.QuerySelectorAll("*"), e => Assert.All(e.Attributes, a => Assert.Contains(a.Name, new[] { "href", "rel" })));
        Assert.All(document.Body!.QuerySelectorAll("a"), a => Assert.StartsWith("http", a.GetAttribute("href")));
    }

    [Fact]
    public void ControlCharactersAreDropped() => Assert.Equal("аб", PostText.Checked("а\u0000\u001bб"));

    [Theory]
    [InlineData(null)]
    [InlineData("  \r\n ")]
    public void EmptyTextIsRefused(string? text) => Assert.Equal("communication.refusal.no-text", Assert.Throws<Refusal>(() => PostText.Checked(text)).TextKey);

    [Fact]
    public void TextTooLongIsRefused() => Assert.Throws<Refusal>(() => PostText.Checked(new string('a', PostText.Most + 1)));
}
