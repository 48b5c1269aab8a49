using System.Diagnostics;
using Alys.Content.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Alys.Tests.Content.Text;

public sealed class HostileTextTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>x")]
    [InlineData("<p onclick=alert(1)>x</p>")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("<a href=\"java&#10;script:alert(1)\">x</a>")]
    [InlineData("<a href=\" &#1;javascript:alert(1)\">x</a>")]
    [InlineData("<a href=\"data:text/html,<script>alert(1)</script>\">x</a>")]
    [InlineData("<a href=\"vbscript:msgbox(1)\">x</a>")]
    [InlineData("<img src=x onerror=alert(1)>x")]
    [InlineData("<svg onload=alert(1)><script>alert(1)</script></svg>x")]
    [InlineData("<svg><a xlink:href=\"javascript:alert(1)\"><text>y</text></a></svg>x")]
    [InlineData("<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">x")]
    [InlineData("<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>x")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">x")]
    [InlineData("<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>x")]
    [InlineData("<object data=\"javascript:alert(1)\">x</object>x")]
    [InlineData("<p style=\"background:url(javascript:alert(1))\">x</p>")]
    [InlineData("<style>@import 'https://evil.example/a.css';</style>x")]
    [InlineData("<link rel=stylesheet href=https://evil.example/a.css>x")]
    [InlineData("<meta http-equiv=refresh content=\"0;url=https://evil.example\">x")]
    [InlineData("<base href=https://evil.example>x")]
    [InlineData("<form action=https://evil.example><input name=password>x</form>")]
    [InlineData("<template><script>alert(1)</script></template>x")]
    [InlineData("<textarea></textarea><img src=x onerror=alert(1)>x")]
    [InlineData("<xmp><img src=x onerror=alert(1)></xmp>x")]
    [InlineData("<p id=\"csrf\" class=\"button flash\" name=\"getElementById\">x</p>")]
    [InlineData("<img src=\"https://tracker.example/1.gif\">x")]
    [InlineData("<video src=\"https://tracker.example/1.mp4\" autoplay></video>x")]
    [InlineData("<p>x</p><!--[if IE]><script>alert(1)</script><![endif]-->")]
    [InlineData("$\\href{javascript:alert(1)}{x}$ x")]
    [InlineData("$\\includegraphics{https://tracker.example/1.png}$ x")]
    [InlineData("$\\htmlStyle{color:red}{x}$ x")]
    public void NothingThatRunsLoadsOrImitatesSurvives(string source)
    {
        foreach (var text in new[] { Rendering.Html(source), Rendering.Markdown(source) })
        {
            var html = string.Concat(text.Pages.Select(p => p.Html));
            var parsed = new HtmlParser().ParseDocument(html);
            Assert.True(source.Contains("<math>", StringComparison.Ordinal) || parsed.Body!.TextContent.Contains('x', StringComparison.Ordinal));
            Assert.Empty(parsed.QuerySelectorAll("script, style, svg, img, iframe, object, embed, form, input, link, meta, base, template, video, [style], [onclick], [onerror], [onload], [srcdoc]"));
            Assert.DoesNotContain(parsed.QuerySelectorAll("*").SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(parsed.QuerySelectorAll("[href]"), e => !e.GetAttribute("href")!.StartsWith("https://", StringComparison.Ordinal));
            Assert.DoesNotContain("csrf", html, StringComparison.Ordinal);
            Assert.DoesNotContain("flash", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void WhatWasTakenAwayIsNamed()
    {
        var text = Rendering.Html("<p onclick=a()>x</p><script>1</script><script>2</script><a href=\"javascript:x\">y</a>");
        Assert.Contains(new TextNote(TextNoteKind.RemovedElement, "script × 2"), text.Notes);
        Assert.Contains(new TextNote(TextNoteKind.RemovedAttribute, "onclick"), text.Notes);
        Assert.Contains(new TextNote(TextNoteKind.DangerousLink, "javascript:x"), text.Notes);
    }

    [Theory]
    [InlineData("<div>", 50_000)]
    [InlineData("<b></p>", 50_000)]
    [InlineData("<a><table>", 20_000)]
    [InlineData("<ul><li>", 300)]
    [InlineData("> ", 50_000)]
    [InlineData("[", 100_000)]
    [InlineData("*a **b ", 20_000)]
    [InlineData("$$", 100_000)]
    [InlineData("<!--", 100_000)]
    public void DeepOrTangledTextIsAnsweredSoon(string piece, int times)
    {
        var source = string.Concat(Enumerable.Repeat(piece, times));
        var watch = Stopwatch.StartNew();
        Rendering.Html(source);
        Rendering.Markdown(source);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed.TotalSeconds:0.0} s");
    }

    [Fact]
    public void TextNestedTooDeeplyIsAProblemWithAName() =>
        Assert.Contains(Rendering.Html(string.Concat(Enumerable.Repeat("<blockquote>", 400))).Notes, n => n.Kind == TextNoteKind.TooDeep && n.IsProblem);

    [Fact]
    public void TextLongerThanALessonIsRefused() =>
        Assert.Contains(Rendering.Markdown(new string('a', AuthoredText.MaxCharacters + 1)).Notes, n => n.Kind == TextNoteKind.TooLong);

    [Fact]
    public void CleaningACleanTextChangesNothing()
    {
        var once = Rendering.Html("<h1>T</h1><p>a <b>b</b> <a href=https://example.org>c</a></p><ul><li>d</li></ul>");
        var twice = Rendering.Html(once.Only());
        Assert.Equal(once.Only(), twice.Only());
        Assert.Empty(twice.Notes);
    }
}
