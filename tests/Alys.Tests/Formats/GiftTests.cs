using Alys.Formats.Gift;
using Alys.Formats.Questions;

namespace Alys.Tests.Formats;

public sealed class GiftTests
{
    static Question One(string text)
    {
        var file = GiftReader.Read(text);
        Assert.Empty(file.Problems);
        return Assert.Single(file.Questions);
    }

    [Fact]
    public void SingleChoiceHasOneFullAnswerAndFeedbackForEach()
    {
        var q = One("::Q::Who?{ ~a#no =b#yes ~%25%c }");
        Assert.Equal(QuestionKind.SingleChoice, q.Kind);
        Assert.Equal([0m, 100m, 25m], q.Answers.Select(a => a.Weight));
        Assert.Equal(["a", "b", "c"], q.Answers.Select(a => a.Text.Text));
        Assert.Equal(["no", "yes", null], q.Answers.Select(a => a.Feedback?.Text));
        Assert.Equal("Q", q.Title);
    }

    [Fact]
    public void MultipleChoiceTakesNegativeWeights()
    {
        var q = One("Two? {~%-50%No one ~%50%Grant ~%50%Wife ~%-50.5%Father}");
        Assert.Equal(QuestionKind.MultipleChoice, q.Kind);
        Assert.Equal([-50m, 50m, 50m, -50.5m], q.Answers.Select(a => a.Weight));
    }

    [Theory]
    [InlineData("Sun.{T}", true, null, null)]
    [InlineData("Sun.{false#It is#Right, it is not}", false, "It is", "Right, it is not")]
    [InlineData("Sun.{TRUE # wrong}", true, "wrong", null)]
    public void TrueFalseHasFeedbackForBothSides(string text, bool truth, string? wrong, string? right)
    {
        var q = One(text);
        Assert.Equal((QuestionKind.TrueFalse, truth), (q.Kind, q.Truth!.Value));
        Assert.Equal((wrong, right), (q.WrongFeedback?.Text, q.RightFeedback?.Text));
    }

    [Fact]
    public void ShortAnswerTakesSeveralWordsAndOneWithoutSign()
    {
        var q = One("Two plus two is{=four =%50%fore#spelling =4}");
        Assert.Equal(QuestionKind.ShortAnswer, q.Kind);
        Assert.Equal([100m, 50m, 100m], q.Answers.Select(a => a.Weight));
        Assert.Equal("four", Assert.Single(One("Two plus two is{four}").Answers).Text.Text);
    }

    [Fact]
    public void MatchingTakesPairsDistractorsAndFeedback()
    {
        var q = One("Match{=cat -> milk#yes =dog->bone = -> stone}");
        Assert.Equal(QuestionKind.Matching, q.Kind);
        Assert.Equal(["cat", "dog", null], q.Pairs.Select(p => p.Prompt?.Text));
        Assert.Equal(["milk", "bone", "stone"], q.Pairs.Select(p => p.Answer));
        Assert.Equal("yes", q.Pairs[0].Feedback!.Text);
    }

    [Theory]
    [InlineData("{#3:0.5}", 3, 2.5, 3.5)]
    [InlineData("{#-1..5}", 2, -1, 5)]
    [InlineData("{# 42 }", 42, 42, 42)]
    [InlineData("{#1.5e3:1}", 1500, 1499, 1501)]
    [InlineData("{#3,5}", 3.5, 3.5, 3.5)]
    public void NumericTakesToleranceAndRange(string answer, double value, double low, double high)
    {
        var q = One("How many? " + answer);
        Assert.Equal(QuestionKind.Numeric, q.Kind);
        var n = Assert.Single(q.Numbers);
        Assert.Equal((value, low, high, 100m), (n.Value, n.Low, n.High, n.Weight));
    }

    [Fact]
    public void NumericTakesSeveralAnswersWithWeightsAndFeedbackForTheRest()
    {
        var q = One("Born?{#\n =1822:0 # Full\n =%50%1822:2 # Close\n ~ # Look it up\n####Grant}");
        Assert.Equal([100m, 50m], q.Numbers.Select(n => n.Weight));
        Assert.Equal("Close", q.Numbers[1].Feedback!.Text);
        Assert.Equal("Look it up", q.OtherFeedback!.Text);
        Assert.Equal("Grant", q.GeneralFeedback!.Text);
    }

    [Fact]
    public void AnEssayIsEmptyBracesAndADescriptionHasNone()
    {
        var file = GiftReader.Read("Write.{ }\n\nRead this first.\n\nWrite more.{####Thanks}");
        Assert.Empty(file.Problems);
        Assert.Equal([QuestionKind.Essay, QuestionKind.Description, QuestionKind.Essay], file.Questions.Select(q => q.Kind));
        Assert.Equal("Thanks", file.Questions[2].GeneralFeedback!.Text);
    }

    [Fact]
    public void AMissingWordLeavesFiveUnderscores()
    {
        var q = One("Grant is {~buried =entombed} in Grant's tomb.");
        Assert.Equal("Grant is _____ in Grant's tomb.", q.Text.Text);
        Assert.True(q.IsMissingWord);
        Assert.Equal("He was from _____.", One("He was from {=Nazareth}.").Text.Text);
    }

    [Fact]
    public void EscapedSignsAreText()
    {
        var q = One(@"Which \{\}? \: a\\b \(x\) {=\=1\~2\#3\:\n4 ~\}}");
        Assert.Equal(@"Which {}? : a\b \(x\)", q.Text.Text);
        Assert.Equal("=1~2#3:\n4", q.Answers[0].Text.Text);
        Assert.Equal("}", q.Answers[1].Text.Text);
    }

    [Fact]
    public void FormatsOfQuestionAnswerAndFeedbackAreKept()
    {
        var q = One("::T:: [markdown] **a** {=[html]<b>x</b>#[plain]y ~z}");
        Assert.Equal(new QuestionText("**a**", MarkupFormat.Markdown), q.Text);
        Assert.Equal(new QuestionText("<b>x</b>", MarkupFormat.Html), q.Answers[0].Text);
        Assert.Equal(MarkupFormat.Plain, q.Answers[0].Feedback!.Format);
        Assert.Equal(MarkupFormat.Markdown, q.Answers[1].Text.Format);
        Assert.Equal(MarkupFormat.Moodle, One("[moodle]a{T}").Text.Format);
    }

    [Fact]
    public void CategoriesIdsAndTagsAreTaken()
    {
        var file = GiftReader.Read("$CATEGORY: $course$/top/Физика/Сила//масса\n\n// [id:q-1] [tag:оңай] [tag:a\\]b]\n::1::x{T}\n\n// [tag:lost]\n\ny{F}");
        Assert.Empty(file.Problems);
        Assert.Equal(["Физика", "Сила/масса"], file.Questions[0].Category);
        Assert.Equal("q-1", file.Questions[0].Id);
        Assert.Equal(["оңай", "a]b"], file.Questions[0].Tags);
        Assert.Empty(file.Questions[1].Tags);
        Assert.Equal(8, file.Questions[1].Line);
    }

    [Fact]
    public void CommentsWithinAQuestionAreLeftOut()
    {
        var q = One("Who?{\n // ~not this\n =a\n ~b }");
        Assert.Equal(2, q.Answers.Count);
    }

    [Fact]
    public void ABlankLineWithinPreBelongsToTheQuestion()
    {
        var q = One("[html]See <pre>\na\n\nb\n</pre> What?{}");
        Assert.Contains("a\n\nb", q.Text.Text, StringComparison.Ordinal);
    }
}
