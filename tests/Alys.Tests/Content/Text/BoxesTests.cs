namespace Alys.Tests.Content.Text;

/// <summary>Callouts and self-checks within a text.</summary>
public sealed class BoxesTests
{
    [Theory]
    [InlineData("note", "note")]
    [InlineData("tip", "note ok")]
    [InlineData("warning", "note warn")]
    public void ACalloutStandsApart(string kind, string css)
    {
        Assert.Equal($"<div class=\"{css}\"><p>Save often.</p>\n</div>", Rendering.Markdown($"::: {kind}\nSave often.\n:::").Only());
        Assert.Equal($"<div class=\"{css}\"><p>Save often.</p></div>", Rendering.Html($"<div class='{kind} fancy'>Save often.</div>").Only());
    }

    [Fact]
    public void ASelfCheckFoldsItsAnswerAway()
    {
        var text = Rendering.Markdown("::: check\nWhat is an index for?\n\n- [x] to find *rows*\n- [ ] to make tables smaller\n- [X] to sort\n\nIt slows writing down.\n:::", language: "en");
        var box = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(text.Only()).QuerySelector("div.card")!;
        Assert.Equal("Check yourself", box.QuerySelector("strong")!.TextContent);
        Assert.Equal(3, box.QuerySelectorAll("ul li").Length);
        Assert.Empty(box.QuerySelectorAll("input"));
        var answer = box.QuerySelector("details")!;
        Assert.Equal("Show the answer", answer.QuerySelector("summary")!.TextContent);
        Assert.Equal(["to find rows", "to sort"], answer.QuerySelectorAll("p strong").Select(x => x.TextContent.Trim()));
        Assert.Contains("<em>rows</em>", answer.InnerHtml, StringComparison.Ordinal);
        Assert.Contains("It slows writing down.", answer.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Show", box.QuerySelector("ul")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(text.Notes);
    }

    [Fact]
    public void AnOpenQuestionFoldsWhatFollowsIt()
    {
        var text = Rendering.Markdown("::: check\nWhy 3NF?\n\nTo avoid anomalies.\n:::", language: "kk").Only();
        Assert.Matches("Why 3NF\\?</p>\\s*<details><summary>Жауабын көру</summary><p>To avoid anomalies.</p>", text);
    }

    [Fact]
    public void AFoldedSelfCheckThatComesBackIsNotFoldedAgain()
    {
        var once = Rendering.Markdown("::: check\nWhy 3NF?\n\nTo avoid anomalies.\n:::", language: "ru").Only();
        Assert.Equal(once.Replace("\n", "", StringComparison.Ordinal), Rendering.Html(once.Replace("class=\"card\"", "class=\"check\"", StringComparison.Ordinal)).Only().Replace("\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void OtherClassesOfAnAuthorAreNotTaken()
    {
        Assert.Equal("<p>a</p>\n<p>b</p>\n<p>c</p>", Rendering.Html("<div class='card'><p>a</p></div><p class='note'>b</p><div class='note ok bad'></div><div class='toolbar'>c</div>").Only());
    }
}
