using Alys.Formats;
using Alys.Formats.Word;

namespace Alys.Tests.Formats;

public sealed class WordTests
{
    private static (WordDocument? Document, IReadOnlyList<Problem> Problems) Read(SmallWord word, int level = 0) =>
        WordDocument.TryRead(new MemoryStream(word.Pack()), "Дәріс.docx", level, out var document, out var problems) ? (document, problems) : (null, problems);

    private static string HtmlOf(SmallWord word) => Assert.Single(Read(word).Document!.Sections).Page.Text.Trim();

    private static SmallWord Course() => new SmallWord().Add(SmallWord.P(SmallWord.Run("Деректер қоры"), "<w:pStyle w:val=\"T\"/>")).Text("Кіріспе сөз")
        .Heading(1, "Бірінші бөлім").Heading(2, "Модель").Text("а").Heading(3, "Толығырақ").Text("б").Add(SmallWord.P(SmallWord.Run("Сұраныс"), "<w:pStyle w:val=\"Own\"/>")).Text("в");

    [Fact]
    public void ADocumentIsCutAtTheHighestLevelThatStandsThereTwice()
    {
        var document = Read(Course()).Document!;
        Assert.Equal(("Деректер қоры", 2), (document.Title, document.Level));
        Assert.Equal([("Деректер қоры", ""), ("Модель", "Бірінші бөлім"), ("Сұраныс", "Бірінші бөлім")], document.Sections.Select(s => (s.Page.Title, s.Group)));
        Assert.Equal("<p>а</p>\n<h3>Толығырақ</h3>\n<p>б</p>", document.Sections[1].Page.Text.Trim());
        Assert.Equal("Дәріс.docx#Модель", document.Sections[1].Page.Path);
    }

    [Fact]
    public void TheAuthorMayChooseTheLevel()
    {
        Assert.Equal(["Деректер қоры", "Бірінші бөлім"], Read(Course(), 1).Document!.Sections.Select(s => s.Page.Title));
        Assert.Equal(4, Read(Course(), 3).Document!.Sections.Count);
    }

    [Fact]
    public void LooksBecomeMarkupAndRunsOfOneLookAreOne() =>
        Assert.Equal("<p><strong>қалың сөз</strong> <em>көлбеу</em> H<sub>2</sub>O <code>SELECT</code> &lt;b&gt; <span>$</span>5</p>", HtmlOf(new SmallWord().Add(SmallWord.P(
            SmallWord.Run("қалың ", "<w:b/>") + SmallWord.Run("сөз", "<w:b/>") + SmallWord.Run(" ") + SmallWord.Run("көлбеу", "<w:b w:val=\"0\"/><w:i/>") + SmallWord.Run(" H") + SmallWord.Run("2", "<w:vertAlign w:val=\"subscript\"/>")
            + SmallWord.Run("O ") + SmallWord.Run("SELECT", "<w:rFonts w:ascii=\"Consolas\"/>") + SmallWord.Run(" <b> $5")))));

    [Fact]
    public void ListsNestAndKeepTheirNumbers() =>
        Assert.Equal("<ol start=\"3\">\n<li>а<ul>\n<li>б</li>\n<li>в</li>\n</ul>\n</li>\n<li>г</li>\n</ol>", HtmlOf(new SmallWord().Item(1, 0, "а").Item(1, 1, "б").Item(1, 1, "в").Item(1, 0, "г")));

    [Fact]
    public void TablesKeepHeadsAndJoinedCells() =>
        Assert.Equal("<table><thead><tr><th colspan=\"2\">бас</th></tr></thead>\n<tr><td rowspan=\"2\">а</td><td>б</td></tr>\n<tr><td>в</td></tr>\n</table>", HtmlOf(new SmallWord().Add(
            "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>" + SmallWord.Cell("бас", "<w:gridSpan w:val=\"2\"/>") + "</w:tr><w:tr>" + SmallWord.Cell("а", "<w:vMerge w:val=\"restart\"/>") + SmallWord.Cell("б") + "</w:tr><w:tr>"
            + SmallWord.Cell("", "<w:vMerge/>") + SmallWord.Cell("в") + "</w:tr></w:tbl>")));

    [Fact]
    public void CodeLinesAreOneBlock() =>
        Assert.Equal("<pre><code>SELECT 1\nFROM a &lt; b</code></pre>", HtmlOf(new SmallWord().Add(SmallWord.P(SmallWord.Run("SELECT 1"), "<w:pStyle w:val=\"Src\"/>")).Add(SmallWord.P(SmallWord.Run("FROM a < b"), "<w:pStyle w:val=\"Src\"/>"))));

    [Fact]
    public void LinksFieldsNotesAndPlacesLead()
    {
        var document = Read(new SmallWord().Relationship("l", "hyperlink", "https://example.kz/?a=1&b=2")
            .Heading(1, "Бір").Add(SmallWord.P("<w:hyperlink r:id=\"l\">" + SmallWord.Run("сайт") + "</w:hyperlink><w:hyperlink w:anchor=\"p\">" + SmallWord.Run("сонда") + "</w:hyperlink>"
                + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"mailto:a@example.kz\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + SmallWord.Run("хат") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"))
            .Footnote("Түсініктеме").Heading(1, "Екі").Add(SmallWord.P("<w:bookmarkStart w:id=\"1\" w:name=\"p\"/>" + SmallWord.Run("орын")))).Document!;
        var page = document.Sections[0].Page;
        Assert.Contains("<a href=\"https://example.kz/?a=1&amp;b=2\">сайт</a><a href=\"section-2\">сонда</a><a href=\"mailto:a@example.kz\">хат</a>", page.Text);
        Assert.Contains("<sup id=\"note-of-1\"><a href=\"#note-1\">1</a></sup>", page.Text);
        Assert.Contains("<li id=\"note-1\">Түсініктеме ", page.Text);
        Assert.Equal("Дәріс.docx#Екі", Assert.Single(page.References).Path);
    }

    [Fact]
    public void TrackedChangesAreSettledAndSaid()
    {
        var (document, problems) = Read(new SmallWord().Add(SmallWord.P(SmallWord.Run("бар ") + "<w:ins w:id=\"1\" w:author=\"a\">" + SmallWord.Run("қосылған") + "</w:ins><w:del w:id=\"2\" w:author=\"a\"><w:r><w:delText>өшірілген</w:delText></w:r></w:del>")));
        Assert.Equal("<p>бар қосылған</p>", document!.Sections[0].Page.Text.Trim());
        Assert.Equal(["word.problem.deleted", "word.problem.inserted"], problems.Select(p => p.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("<m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f>", "\\frac{a}{b}")]
    [InlineData("<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup><m:r><m:t>≤100%</m:t></m:r>", "{x}^{2}\\le 100\\%")]
    [InlineData("<m:rad><m:radPr><m:degHide/></m:radPr><m:deg/><m:e><m:r><m:t>π</m:t></m:r></m:e></m:rad>", "\\sqrt{π}")]
    [InlineData("<m:nary><m:naryPr><m:chr m:val=\"∑\"/><m:limLoc m:val=\"undOvr\"/></m:naryPr><m:sub><m:r><m:t>i=1</m:t></m:r></m:sub><m:sup><m:r><m:t>n</m:t></m:r></m:sup><m:e><m:r><m:t>i</m:t></m:r></m:e></m:nary>", "\\sum\\limits_{i=1}^{n}{i}")]
    [InlineData("<m:d><m:e><m:r><m:t>жол</m:t></m:r></m:e></m:d>", "\\left( \\text{жол}\\right)")]
    public void EquationsBecomeLatex(string omml, string latex) =>
        Assert.Equal($"<p><span class=\"math\">\\({latex}\\)</span></p>", HtmlOf(new SmallWord().Add(SmallWord.P($"<m:oMath>{omml}</m:oMath>"))));

    [Fact]
    public void AnEquationThatIsNotKnownStaysALineOfTextAndIsSaid()
    {
        var (document, problems) = Read(new SmallWord().Add(SmallWord.P("<m:oMath><m:phant><m:e><m:r><m:t>x+y</m:t></m:r></m:e></m:phant></m:oMath>")));
        Assert.Equal("<p><code>x+y</code></p>", document!.Sections[0].Page.Text.Trim());
        Assert.Equal("word.problem.formula-line", Assert.Single(problems).Key);
    }

    [Fact]
    public void WhatReachesOutsideOrCouldRunIsLeftAndSaid()
    {
        var (document, problems) = Read(new SmallWord().Text("Мәтін").File("word/vbaProject.bin", [1, 2]).File("word/embeddings/oleObject1.bin", [3])
            .Relationship("t", "attachedTemplate", "https://evil.example/t.dotm").Relationship("i", "image", "https://evil.example/spy.png")
            .Add(SmallWord.P("<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"p\" descr=\"Алыстан\"/><a:graphic><a:graphicData><a:blip r:link=\"i\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>")));
        Assert.Contains("<em>[Алыстан]</em>", document!.Sections[0].Page.Text);
        Assert.DoesNotContain("evil", document.Sections[0].Page.Text);
        Assert.Equal(["word.problem.embedded", "word.problem.external", "word.problem.external", "word.problem.macros", "word.problem.no-picture"], problems.Select(p => p.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void HostileDocumentsAreRefused()
    {
        string Why(SmallWord word) => Read(word) is (null, var problems) ? problems.First(p => p.IsError).Key : "taken";
        Assert.Equal("word.problem.dtd", Why(new SmallWord { Prolog = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" }.Text("&x;")));
        Assert.Equal("archive.problem.bomb", Why(new SmallWord().Text("а").File("word/media/big.png", new byte[20_000_000])));
        Assert.Equal("word.problem.too-large", Why(new SmallWord().Add(string.Concat(Enumerable.Repeat("<w:p>", 300)) + string.Concat(Enumerable.Repeat("</w:p>", 300)))));
        Assert.Equal("word.problem.broken", Why(new SmallWord().Add("<w:p>")));
        Assert.Equal("word.problem.empty", Why(new SmallWord().Add("<w:p/>")));
        Assert.False(WordDocument.TryRead(new MemoryStream("{\\rtf1}"u8.ToArray()), "a.docx", 0, out _, out var problems));
        Assert.Equal("archive.problem.not-zip", Assert.Single(problems).Key);
    }
}
