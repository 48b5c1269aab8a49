using Alys.Content.Text;

namespace Alys.Tests.Content.Text;

public sealed class TextRendererTests
{
    [Fact]
    public void AFirstHeadingBecomesTheTitleAndLeavesTheBody()
    {
        var text = Rendering.Markdown("# Sensors\n\nA sensor turns a quantity into a signal.");
        Assert.Equal("Sensors", text.Title);
        Assert.Equal("<p>A sensor turns a quantity into a signal.</p>", text.Only());
    }

    [Fact]
    public void ASecondLevelHeadingThatRepeatsTheUnitsTitleIsNotShownTwice()
    {
        Assert.DoesNotContain("Sensors", Rendering.Markdown("## Sensors\n\ntext", "sensors").Only());
        Assert.Contains("<h2 id=\"s1\">Sensors</h2>", Rendering.Markdown("## Sensors\n\ntext", "Another").Only());
    }

    [Fact]
    public void HeadingsStandUnderThePagesOwnAndSkipNoLevel()
    {
        var text = Rendering.Markdown("intro\n\n### A\n\n###### B\n\n### C\n\n# D\n\n## E");
        Assert.Equal([(2, "A"), (3, "B"), (2, "C"), (2, "D"), (3, "E")], text.Headings.Select(h => (h.Level, h.Title)));
    }

    [Fact]
    public void ALinkToAHeadingsNameLeadsToItsId()
    {
        var text = Rendering.Markdown("[to the end](#қорытынды-сөз)\n\n## Кіріспе\n\n## Қорытынды сөз");
        Assert.Contains("<a href=\"#s2\">to the end</a>", text.Only());
    }

    [Fact]
    public void ALinkToNothingKeepsItsWordsAndIsNoted()
    {
        var text = Rendering.Markdown("[see](#nowhere) and [also](other/lesson.md)");
        Assert.Equal("<p>see and also</p>", text.Only());
        Assert.Equal([new TextNote(TextNoteKind.DeadLink, "other/lesson.md"), new TextNote(TextNoteKind.DeadLink, "#nowhere")], text.Notes);
    }

    [Fact]
    public void ALinkToAUnitIsRelativeToTheCoursePage()
    {
        var text = Rendering.Markdown("[next](unit:4)", resolve: t => t == "unit:4" ? new TextTarget.Unit(4) : null);
        Assert.Equal("<p><a href=\"4\">next</a></p>", text.Only());
        Assert.Equal([4], text.Units);
    }

    [Fact]
    public void APictureIsALinkWithItsWeightUntilItIsAskedFor()
    {
        var text = Rendering.Markdown("![A relay](relay.png \"Fig. 1\")", resolve: _ => new TextTarget.Picture("7a", 34_200));
        Assert.Equal("<figure><a class=\"image-box\" href=\"/content/media/7a\" data-alt=\"A relay\">A relay · 34 kB · 6 s</a><figcaption>Fig. 1</figcaption></figure>", text.Only());
        Assert.Equal(["7a"], text.Media);
    }

    [Fact]
    public void APictureWithoutDescriptionIsNoted()
    {
        var text = Rendering.Markdown("![](relay.png)", resolve: _ => new TextTarget.Picture("7a", 1));
        Assert.Contains(new TextNote(TextNoteKind.ImageWithoutDescription, "relay.png"), text.Notes);
        Assert.Contains("data-alt=\"relay.png\"", text.Only());
    }

    [Fact]
    public void AMissingPictureLeavesItsDescriptionAndANote()
    {
        var text = Rendering.Markdown("![Growth graph](../images/growth.png)");
        Assert.Contains("<em>[Growth graph]</em>", text.Only());
        Assert.Equal([new TextNote(TextNoteKind.MissingImage, "../images/growth.png")], text.Notes);
    }

    [Fact]
    public void APictureOfAnotherSiteIsALinkAndIsNotLoaded()
    {
        var text = Rendering.Markdown("![Map](https://example.org/map.png)");
        Assert.Equal("<p><a href=\"https://example.org/map.png\">Map</a></p>", text.Only());
        Assert.Equal([new TextNote(TextNoteKind.ExternalImage, "https://example.org/map.png")], text.Notes);
    }

    [Fact]
    public void APictureInsideALinkNestsNoLinks()
    {
        var text = Rendering.Markdown("[![Film](film.png)](https://example.org/film)", resolve: _ => new TextTarget.Picture("7a", 900));
        Assert.Contains("<a href=\"https://example.org/film\">Film</a><a class=\"image-box\"", text.Only());
    }

    [Fact]
    public void ATableIsFramedNamedAndItsHeadsHaveAScope()
    {
        var text = Rendering.Markdown("## Hours\n\n| Week | Hours |\n|---|---|\n| 1 | 2 |");
        Assert.Contains("<div class=\"table-wrap\" role=\"region\" tabindex=\"0\" aria-label=\"Hours\"><table>", text.Only());
        Assert.Contains("<th scope=\"col\">Week</th>", text.Only());
    }

    [Fact]
    public void CodeKeepsItsTextAndCanBeScrolledByKeyboard()
    {
        var text = Rendering.Markdown("```python\nif a < b:\n    print(\"&\")\n```");
        Assert.Contains("<pre tabindex=\"0\"><code>if a &lt; b:\n    print(\"&amp;\")\n</code></pre>", text.Only());
    }

    [Fact]
    public void DivisionsBecomeParagraphs()
    {
        var text = Rendering.Html("<div><div>one</div>two <b>three</b><p>four</p></div><section>five</section>");
        Assert.Equal("<p>one</p>\n<p>two <b>three</b></p>\n<p>four</p>\n<p>five</p>", text.Only());
    }

    [Fact]
    public void TheSameSourceAlwaysGivesTheSameBytes()
    {
        const string source = "# T\n\ntext $\\frac{a}{b}$ [^1]\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: note";
        Assert.Equal(Rendering.Markdown(source).Only(), Rendering.Markdown(source).Only());
    }

    [Fact]
    public void AFootnoteLeadsThereAndBack()
    {
        var html = Rendering.Markdown("word[^1]\n\n[^1]: the note").Only();
        Assert.Matches("href=\"#x\\d\".*id=\"x\\d\"", html.Replace("\n", "", StringComparison.Ordinal));
        Assert.DoesNotContain("class=", html);
    }

    [Theory]
    [InlineData("en", 999, "1 kB · 1 s")]
    [InlineData("ru", 34_200, "34 КБ · 6 с")]
    [InlineData("kk", 2_340_000, "2,3 МБ · 7 мин")]
    [InlineData("en", 2_340_000, "2.3 MB · 7 min")]
    public void AWeightSaysBytesAndTimeAtFiftyKilobits(string language, long bytes, string expected) =>
        Assert.Equal(expected, LineWeight.Describe(bytes, language).Replace('\u00a0', ' '));
}
