using Alys.Content.Text;

namespace Alys.Tests.Content.Text;

public sealed class MathsTests
{
    [Theory]
    [InlineData("before\n\n$$t = 1$$\n\nafter")]
    [InlineData("$$\nt = 1\n$$")]
    public void AFormulaBetweenDoubleDollarsStandsByItself(string source) =>
        Assert.Contains("display=\"block\"", Rendering.Markdown(source).Pages[0].Html, StringComparison.Ordinal);

    [Fact]
    public void AFormulaBecomesMathMLWithoutScriptStyleOrAnnotation()
    {
        var page = Assert.Single(Rendering.Markdown("Area: $\\sqrt{\\frac{\\pi}{2}}$").Pages);
        Assert.StartsWith("<p>Area: <math", page.Html, StringComparison.Ordinal);
        Assert.Contains("<msqrt><mfrac><mi>π</mi><mn>2</mn></mfrac></msqrt>", page.Html);
        Assert.DoesNotContain("annotation", page.Html);
        Assert.DoesNotContain(" style=", page.Html);
        Assert.True(page.HasMaths);
    }

    [Fact]
    public void ADisplayedFormulaStandsInABlockOfItsOwn() =>
        Assert.Contains("<math display=\"block\">", Rendering.Markdown("$$\n\\int_0^1 x^2\\,dx = \\frac13\n$$").Only());

    [Fact]
    public void HtmlMayHoldFormulasToo() =>
        Assert.Contains("<msup><mi>x</mi><mn>2</mn></msup>", Rendering.Html("<p>Here $x^2$.</p>").Only());

    [Theory]
    [InlineData("It costs $5 or $6.")]
    [InlineData("<code>$a$</code> dollars")]
    public void PricesAndCodeAreNoFormulas(string source) =>
        Assert.False(Assert.Single(Rendering.Html(source).Pages).HasMaths);

    [Fact]
    public void AnUnknownMacroIsRefusedByName()
    {
        var text = Rendering.Markdown("$\\ce{H2O}$");
        Assert.Equal(new TextNote(TextNoteKind.UnknownMacro, "\\ce"), Assert.Single(text.Notes));
        Assert.True(text.HasProblems);
        Assert.Contains("<code>$\\ce{H2O}$</code>", text.Only());
    }

    [Fact]
    public void ABrokenFormulaIsAProblemThatQuotesIt() =>
        Assert.Equal(new TextNote(TextNoteKind.BrokenFormula, "\\frac{a"), Assert.Single(Rendering.Markdown("$\\frac{a$").Notes));

    [Fact]
    public void AMacroThatCallsItselfEndsAsAProblem() =>
        Assert.True(Rendering.Markdown("$\\def\\a{\\a\\a}\\a$").HasProblems);

    [Fact]
    public void AMacroOfOneTextIsNotKnownInTheNext()
    {
        Rendering.Markdown("$\\gdef\\mine{x}\\mine$");
        Assert.True(Rendering.Markdown("$\\mine$").HasProblems);
    }

    [Fact]
    public void NoFormulaBringsAStyleIntoThePage()
    {
        foreach (var tex in new[] { "\\color{red}{x}", "\\boxed{y}", "\\cancel{5}", "\\begin{matrix}a&b\\\\c&d\\end{matrix}", "\\text{жол }x", "\\overline{AB}", "\\rule{1em}{2em}", "\\left(\\frac{1}{2}\\right)", "\\begin{cases}a\\\\b\\end{cases}", "\\vec{v}", "\\phantom{x}y" })
        {
            var text = Rendering.Markdown($"$${tex}$$");
            Assert.False(text.HasProblems, tex);
            Assert.DoesNotContain(" style=", text.Only());
            Assert.DoesNotContain("class=\"m", text.Only());
        }
    }
}
