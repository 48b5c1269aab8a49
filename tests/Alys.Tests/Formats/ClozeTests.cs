using Alys.Formats.Questions;

namespace Alys.Tests.Formats;

public sealed class ClozeTests
{
    private static QuestionGap One(string gap, MarkupFormat format = MarkupFormat.Plain)
    {
        var read = ClozeNotation.Read($"a {gap} b", format);
        Assert.Equal((null, "a [[1]] b"), (read.Problem, read.Text));
        return Assert.Single(read.Gaps);
    }

    private static string Answers(QuestionGap gap) => string.Join("; ", gap.Question.Answers.Select(a => FormattableString.Invariant($"{a.Text.Text} {a.Weight}{(a.Feedback is null ? "" : " #" + a.Feedback.Text)}")));

    [Theory]
    [InlineData("SHORTANSWER", "SA", QuestionKind.ShortAnswer, GapLook.DropDown, false, false)]
    [InlineData("SHORTANSWER", "MW", QuestionKind.ShortAnswer, GapLook.DropDown, false, false)]
    [InlineData("SHORTANSWER_C", "SAC", QuestionKind.ShortAnswer, GapLook.DropDown, false, true)]
    [InlineData("SHORTANSWER_C", "mwc", QuestionKind.ShortAnswer, GapLook.DropDown, false, true)]
    [InlineData("NUMERICAL", "NM", QuestionKind.Numeric, GapLook.DropDown, false, false)]
    [InlineData("MULTICHOICE", "MC", QuestionKind.SingleChoice, GapLook.DropDown, false, false)]
    [InlineData("MULTICHOICE_V", "MCV", QuestionKind.SingleChoice, GapLook.Down, false, false)]
    [InlineData("MULTICHOICE_H", "MCH", QuestionKind.SingleChoice, GapLook.Across, false, false)]
    [InlineData("MULTICHOICE_S", "MCS", QuestionKind.SingleChoice, GapLook.DropDown, true, false)]
    [InlineData("MULTICHOICE_VS", "MCVS", QuestionKind.SingleChoice, GapLook.Down, true, false)]
    [InlineData("MULTICHOICE_HS", "MCHS", QuestionKind.SingleChoice, GapLook.Across, true, false)]
    [InlineData("MULTIRESPONSE", "MR", QuestionKind.MultipleChoice, GapLook.Down, false, false)]
    [InlineData("MULTIRESPONSE_H", "MRH", QuestionKind.MultipleChoice, GapLook.Across, false, false)]
    [InlineData("MULTIRESPONSE_S", "MRS", QuestionKind.MultipleChoice, GapLook.Down, true, false)]
    [InlineData("MULTIRESPONSE_HS", "MRHS", QuestionKind.MultipleChoice, GapLook.Across, true, false)]
    public void EveryKindIsReadByBothItsNamesAndWrittenByTheLongOne(string name, string shortName, QuestionKind kind, GapLook look, bool shuffle, bool strict)
    {
        foreach (var written in new[] { name, shortName })
        {
            var gap = One($"{{3:{written}:=1~2}}");
            Assert.Equal((kind, look, 3m, strict), (gap.Question.Kind, gap.Look, gap.Points, gap.Question.CaseSensitive));
            Assert.Equal(shuffle, gap.Question.Shuffle);
            Assert.Equal($"x {{3:{name}:=1~2}} y", ClozeNotation.Write("x [[1]] y", [gap]));
        }
    }

    [Fact]
    public void AnswersHaveWeightsFeedbackAndEscapedSigns()
    {
        var gap = One(@"{:SA:=C\#\~\}#дұрыс~%50%си шарп#жартылай~%-33.3%=x~*#жоқ}");
        Assert.Equal(("C#~} 100 #дұрыс; си шарп 50 #жартылай; =x -33.3; * 0 #жоқ", 1m), (Answers(gap), gap.Points));
        Assert.Equal(@"{1:SHORTANSWER:=C\#\~\}#дұрыс~%50%си шарп#жартылай~%-33.3%=x~*#жоқ}", ClozeNotation.Write("[[1]]", [gap]));
    }

    [Fact]
    public void NumbersHaveToleranceAndAnyOtherNumberItsFeedback()
    {
        var gap = One("{1:NUMERICAL:=3,14:0,01#иә~%50%3:0.5~*#жоқ}");
        Assert.Equal([(3.14, 100m), (3, 50m)], gap.Question.Numbers.Select(n => (n.Value, n.Weight)));
        Assert.Equal("жоқ", gap.Question.OtherFeedback!.Text);
        Assert.Equal("{1:NUMERICAL:=3.14:0.01#иә~%50%3:0.5~*#жоқ}", ClozeNotation.Write("[[1]]", [gap]));
    }

    [Theory]
    [InlineData("{1:MR:=a~=b~%-50%c}", "a 50; b 50; c -50", "{1:MULTIRESPONSE:=a~=b~%-50%c}")]
    [InlineData("{1:MR:%60%a~%40%b~c}", "a 60; b 40; c 0", "{1:MULTIRESPONSE:%60%a~%40%b~c}")]
    [InlineData("{1:MR:=a~b}", "a 100; b 0", "{1:MULTIRESPONSE:=a~b}")]
    public void SeveralRightOptionsShareTheWhole(string text, string answers, string written)
    {
        Assert.Equal(answers, Answers(One(text)));
        Assert.Equal(written, ClozeNotation.Write("[[1]]", [One(text)]));
    }

    [Fact]
    public void WithinHtmlWordsAreDecodedAndOptionsKeepTheirMarkup()
    {
        Assert.Equal("Қ'ала & <өзен> 100 #<b>иә</b>", Answers(One("{1:SA:=Қ&#39;ала<br />&amp; &lt;өзен&gt;#<b>иә</b>}", MarkupFormat.Html)));
        Assert.Equal("<i>a</i> 100; b 0", Answers(One("{1:MC:=<i>a</i>~b}", MarkupFormat.Html)));
        Assert.Equal("{1:SHORTANSWER:=a &lt; b}", ClozeNotation.Write("[[1]]", [One("{1:SA:=a &lt; b}", MarkupFormat.Html)]));
    }

    [Theory]
    [InlineData("мәтін", "cloze.problem.no-gaps")]
    [InlineData("{a:b} {1}", "cloze.problem.no-gaps")]
    [InlineData("[[1]] {1:SA:=a}", "cloze.problem.mark")]
    [InlineData("{1:SA:=a", "cloze.problem.unclosed")]
    [InlineData("{1:SA:=a} {1:SHORT:=a}", "cloze.problem.kind")]
    [InlineData("{1:SA:a}", "cloze.problem.no-right-answer")]
    [InlineData("{1:SA:}", "cloze.problem.no-right-answer")]
    [InlineData("{1:MC:%50%a~b}", "cloze.problem.no-right-answer")]
    [InlineData("{1:MC:=a}", "cloze.problem.two-choices")]
    [InlineData("{1:SA:=#a}", "cloze.problem.empty-answer")]
    [InlineData("{1:SA:%101%a}", "cloze.problem.weight")]
    [InlineData("{1:NM:=a}", "cloze.problem.number")]
    [InlineData("{1:NM:=1:-1}", "cloze.problem.number")]
    [InlineData("{1:MR:%50%a~%20%b}", "cloze.problem.weights-sum")]
    public void AMistakeIsNamed(string text, string problem)
    {
        var read = ClozeNotation.Read(text, MarkupFormat.Plain);
        Assert.Equal(problem, read.Problem);
        Assert.Empty(read.Gaps);
    }

    [Fact]
    public void TooMuchIsRefused()
    {
        Assert.Equal("cloze.problem.too-many", ClozeNotation.Read(string.Concat(Enumerable.Repeat("{1:SA:=a}", 51)), MarkupFormat.Plain).Problem);
        Assert.Equal("cloze.problem.too-many-answers", ClozeNotation.Read("{1:SA:" + string.Join('~', Enumerable.Repeat("=a", 51)) + "}", MarkupFormat.Plain).Problem);
    }
}
