using System.Globalization;
using System.Text;
using Alys.Formats.MoodleXml;
using Alys.Formats.Questions;

namespace Alys.Tests.Formats;

public sealed class MoodleXmlTests
{
    internal static string Quiz(params string[] questions) => $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n{string.Join('\n', questions)}\n</quiz>";

    internal static string Of(string type, string inner, string text = "Сұрақ?", string name = "Т1") =>
        $"<question type=\"{type}\"><name><text>{name}</text></name><questiontext format=\"html\"><text><![CDATA[{text}]]></text></questiontext>{inner}</question>";

    internal static string Answer(string fraction, string text, string feedback = "") =>
        $"<answer fraction=\"{fraction}\" format=\"html\"><text>{text}</text><feedback format=\"html\"><text>{feedback}</text></feedback></answer>";

    private static Question One(string question)
    {
        var file = MoodleXmlReader.Read(Quiz(question));
        Assert.Empty(file.Problems);
        return Assert.Single(file.Questions);
    }

    [Fact]
    public void ASingleChoiceKeepsWeightsFeedbackAndOrder()
    {
        var q = One(Of("multichoice", "<single>true</single><shuffleanswers>0</shuffleanswers><generalfeedback><text>G</text></generalfeedback><correctfeedback><text>R</text></correctfeedback><partiallycorrectfeedback><text>P</text></partiallycorrectfeedback><incorrectfeedback><text>W</text></incorrectfeedback>"
            + Answer("100", "a", "yes") + Answer("33.333", "b") + Answer("-25", "c", "no") + Answer("0", "")));
        Assert.Equal((QuestionKind.SingleChoice, false, 3), (q.Kind, q.Shuffle, q.Line));
        Assert.Equal([("a", 100m, "yes"), ("b", 33.33333m, null), ("c", -25m, "no")], q.Answers.Select(a => (a.Text.Text, a.Weight, a.Feedback?.Text)));
        Assert.Equal(("G", "R", "P", "W"), (q.GeneralFeedback!.Text, q.RightFeedback!.Text, q.PartlyFeedback!.Text, q.WrongFeedback!.Text));
    }

    [Fact]
    public void AMultipleChoiceIsOneThatIsNotSingle()
    {
        var q = One(Of("multichoice", "<single>false</single><shuffleanswers>true</shuffleanswers>" + Answer("50", "a") + Answer("50", "b") + Answer("-100", "c")));
        Assert.Equal((QuestionKind.MultipleChoice, true), (q.Kind, q.Shuffle));
        Assert.Equal([50m, 50m, -100m], q.Answers.Select(a => a.Weight));
    }

    [Fact]
    public void TrueOrFalseIsReadByTheWordsWhateverTheirOrder()
    {
        var q = One(Of("truefalse", Answer("0", "false", "no") + Answer("100", "true", "yes")));
        Assert.Equal((QuestionKind.TrueFalse, true), (q.Kind, q.Truth!.Value));
        Assert.Equal(("yes", "no"), (q.RightFeedback!.Text, q.WrongFeedback!.Text));
        var old = MoodleXmlReader.Read(Quiz(Of("truefalse", Answer("0", "Верно") + Answer("100", "Неверно"))));
        Assert.False(Assert.Single(old.Questions).Truth);
        Assert.Equal("moodle-xml.problem.true-false-words", Assert.Single(old.Problems).Key);
    }

    [Theory]
    [InlineData("<usecase>1</usecase>", true)]
    [InlineData("<usecase>0</usecase>", false)]
    [InlineData("", false)]
    public void AShortAnswerKeepsItsPatternsAndCase(string usecase, bool isStrict)
    {
        var q = One(Of("shortanswer", usecase + Answer("100", "база*") + Answer("50", "бд", "почти") + Answer("0", "*", "нет")));
        Assert.Equal((QuestionKind.ShortAnswer, isStrict), (q.Kind, q.CaseSensitive));
        Assert.Equal([("база*", 100m), ("бд", 50m), ("*", 0m)], q.Answers.Select(a => (a.Text.Text, a.Weight)));
    }

    [Fact]
    public void ANumericAnswerHasToleranceAndFeedbackForAnyOther()
    {
        var q = One(Of("numerical", "<answer fraction=\"100\"><text>3,14</text><tolerance>0.01</tolerance></answer><answer fraction=\"50\"><text>3</text><feedback><text>грубо</text></feedback></answer><answer fraction=\"0\"><text>*</text><feedback><text>нет</text></feedback></answer>"));
        Assert.Equal([(3.14, 100m), (3, 50m)], q.Numbers.Select(n => (n.Value, n.Weight)));
        Assert.Equal((3.15, 3.13), (Math.Round(q.Numbers[0].High, 10), Math.Round(q.Numbers[0].Low, 10)));
        Assert.Equal("нет", q.OtherFeedback!.Text);
    }

    [Fact]
    public void OldFilesWriteAnswersWithoutTextAndPartsOfOne()
    {
        var q = One(Of("numerical", "<answer>42<fraction>1</fraction><tolerance>1</tolerance></answer>"));
        Assert.Equal((42, 41, 43, 100m), (q.Numbers[0].Value, q.Numbers[0].Low, q.Numbers[0].High, q.Numbers[0].Weight));
    }

    [Theory]
    [InlineData("matching")]
    [InlineData("match")]
    public void MatchingHasPairsAndDistractors(string type)
    {
        static string Pair(string prompt, string answer) => $"<subquestion format=\"html\"><text>{prompt}</text><answer><text>{answer}</text></answer></subquestion>";
        var q = One(Of(type, Pair("a", "1") + Pair("b", "2") + Pair("", "3")));
        Assert.Equal([("a", "1"), ("b", "2"), (null, "3")], q.Pairs.Select(p => (p.Prompt?.Text, p.Answer)));
    }

    [Fact]
    public void AnEssayBringsTheNotesOfItsMarkerAndADescriptionAsksNothing()
    {
        var file = MoodleXmlReader.Read(Quiz(Of("essay", "<responseformat>editor</responseformat><graderinfo format=\"html\"><text>ключ</text></graderinfo>"), Of("description", "", name: "Т2")));
        Assert.Empty(file.Problems);
        Assert.Equal([QuestionKind.Essay, QuestionKind.Description], file.Questions.Select(q => q.Kind));
        Assert.Equal("ключ", file.Questions[0].MarkingNotes!.Text);
    }

    [Fact]
    public void CategoriesIdsTagsAndFormatsAreTaken()
    {
        var file = MoodleXmlReader.Read(Quiz(
            "<question type=\"category\"><category><text>$course$/top/Физика/Сила//масса</text></category></question>",
            "<question type=\"shortanswer\"><name><text>Т</text></name><questiontext format=\"markdown\"><text>**a**</text></questiontext><idnumber>T &amp; F</idnumber><tags><tag><text>оңай</text></tag><tag><text>1-тақырып</text></tag></tags><generalfeedback format=\"plain_text\"><text>a &lt; b</text></generalfeedback><answer fraction=\"100\" format=\"moodle_auto_format\"><text>x</text></answer></question>"));
        Assert.Empty(file.Problems);
        var q = Assert.Single(file.Questions);
        Assert.Equal(["Физика", "Сила/масса"], q.Category);
        Assert.Equal(["оңай", "1-тақырып"], q.Tags);
        Assert.Equal(("T & F", "Т"), (q.Id, q.Title));
        Assert.Equal((new QuestionText("**a**", MarkupFormat.Markdown), new QuestionText("a < b", MarkupFormat.Plain)), (q.Text, q.GeneralFeedback!));
    }

    [Fact]
    public void FilesWithinAQuestionAreNamed()
    {
        var q = One(Of("description", "", "<img src=\"@@PLUGINFILE@@/a.png\">").Replace("</questiontext>", "<file name=\"a.png\" path=\"/\" encoding=\"base64\">iVBORw0=</file></questiontext>", StringComparison.Ordinal));
        Assert.Equal(["a.png"], q.Files);
    }

    [Theory]
    [InlineData("ALL_OR_NOTHING", OrderScoring.Whole, null)]
    [InlineData("ABSOLUTE_POSITION", OrderScoring.Position, null)]
    [InlineData("RELATIVE_NEXT_EXCLUDE_LAST", OrderScoring.Neighbours, null)]
    [InlineData("RELATIVE_ALL_PREVIOUS_AND_NEXT", OrderScoring.Neighbours, "moodle-xml.problem.by-neighbours")]
    [InlineData("LONGEST_ORDERED_SUBSET", OrderScoring.Position, "moodle-xml.problem.by-position")]
    public void AnOrderingHasItsElementsByTheirPlacesAndARuleThatIsKeptOrNamed(string rule, OrderScoring scoring, string? warning)
    {
        var file = MoodleXmlReader.Read(Quiz(Of("ordering", $"<gradingtype>{rule}</gradingtype><selecttype>ALL</selecttype>" + Answer("2.0000000", "екі") + Answer("1.0000000", "бір") + Answer("3.0000000", "үш"))));
        var q = Assert.Single(file.Questions);
        Assert.Equal((QuestionKind.Ordering, scoring), (q.Kind, q.OrderScoring));
        Assert.Equal(["бір", "екі", "үш"], q.Elements.Select(e => e.Text));
        Assert.Equal(warning is null ? [] : [warning], file.Problems.Select(p => p.Key));
    }

    internal static string DataSet(string name, params double[] values) => $"<dataset_definition><name><text>{name}</text></name><dataset_items>"
        + string.Concat(values.Select((v, i) => FormattableString.Invariant($"<dataset_item><number>{i + 1}</number><value>{v}</value></dataset_item>"))) + "</dataset_items></dataset_definition>";

    internal static string Reckoned(string formula, string tolerance = "0.01", string kind = "2", string fraction = "100") =>
        $"<answer fraction=\"{fraction}\"><text>{formula}</text><tolerance>{tolerance}</tolerance><tolerancetype>{kind}</tolerancetype><correctanswerformat>2</correctanswerformat><correctanswerlength>3</correctanswerlength><feedback><text>f</text></feedback></answer>";

    [Theory]
    [InlineData("calculated", "1", ToleranceKind.Relative)]
    [InlineData("calculatedsimple", "2", ToleranceKind.Absolute)]
    [InlineData("calculated", "3", ToleranceKind.Geometric)]
    public void ACalculatedQuestionBringsItsFormulasAndRowsOfValues(string type, string kind, ToleranceKind tolerance)
    {
        var q = One(Of(type, Reckoned("{a} * {b}", kind: kind) + "<answer fraction=\"0\"><text>*</text><feedback><text>жоқ</text></feedback></answer><dataset_definitions>" + DataSet("a", 1, 2.5, 3) + DataSet("b", 4, 5) + "</dataset_definitions>", "{a} × {b}?"));
        Assert.Equal(("{a} * {b}", 0.01, tolerance, 3, true, 100m), (q.Formulas[0].Formula, q.Formulas[0].Tolerance, q.Formulas[0].Kind, q.Formulas[0].Places, q.Formulas[0].IsSignificant, q.Formulas[0].Weight));
        Assert.Equal("жоқ", q.OtherFeedback!.Text);
        Assert.Equal(["a", "b"], q.Values!.Names);
        Assert.Equal(["1 4", "2.5 5"], q.Values.Rows.Select(r => string.Join(' ', r.Select(v => v.ToString(CultureInfo.InvariantCulture)))));
    }

    [Theory]
    [InlineData("100", "0.01", "", "moodle-xml.problem.no-values")]
    [InlineData("50", "0.01", "x", "questions.problem.no-full-answer")]
    [InlineData("100", "-1", "x", "questions.problem.not-a-number")]
    public void ACalculatedQuestionThatCannotBeReckonedIsRefused(string fraction, string tolerance, string values, string key)
    {
        var file = MoodleXmlReader.Read(Quiz(Of("calculated", Reckoned("{a}", tolerance, fraction: fraction) + (values == "" ? "" : "<dataset_definitions>" + DataSet("a", 1) + "</dataset_definitions>"))));
        Assert.Equal(key, Assert.Single(file.Problems).Key);
    }

    [Fact]
    public void EmbeddedAnswersBecomeGaps()
    {
        var q = One(Of("cloze", "", "Астана {2:SHORTANSWER:=Астана} қаласы, {1:NM:=6:1} өңір."));
        Assert.Equal((QuestionKind.Cloze, "Астана [[1]] қаласы, [[2]] өңір."), (q.Kind, q.Text.Text));
        Assert.Equal([(QuestionKind.ShortAnswer, 2m), (QuestionKind.Numeric, 1m)], q.Gaps.Select(g => (g.Question.Kind, g.Points)));
        Assert.Equal("cloze.problem.unclosed", Assert.Single(MoodleXmlReader.Read(Quiz(Of("cloze", "", "a {1:SA:=b"))).Problems).Key);
    }

    [Theory]
    [InlineData("gapselect", "selectoption")]
    [InlineData("ddwtos", "dragbox")]
    public void WordsToBePutIntoATextAreGapsWithTheWordsOfTheirGroup(string type, string tag)
    {
        string Word(string text, int group) => $"<{tag}><text>{text}</text><group>{group}</group></{tag}>";
        var q = One(Of(type, "<shuffleanswers>1</shuffleanswers>" + Word("қара", 1) + Word("ақ", 1) + Word("ит", 2) + Word("a &lt; b", 2), "Бір [[2]] және бір [[3]], бір [[2]]."));
        Assert.Equal("Бір [[1]] және бір [[2]], бір [[3]].", q.Text.Text);
        Assert.Equal(["қара 0, ақ 100", "ит 100, a &lt; b 0", "қара 0, ақ 100"], q.Gaps.Select(g => string.Join(", ", g.Question.Answers.Select(a => $"{a.Text.Text} {a.Weight}"))));
        Assert.All(q.Gaps, g => Assert.True(g.Question.Shuffle));
        Assert.Equal("moodle-xml.problem.no-word", Assert.Single(MoodleXmlReader.Read(Quiz(Of(type, Word("a", 1) + Word("b", 1), "x [[3]]"))).Problems).Key);
        Assert.Equal("cloze.problem.no-gaps", Assert.Single(MoodleXmlReader.Read(Quiz(Of(type, Word("a", 1), "x"))).Problems).Key);
    }

    [Theory]
    [InlineData("ddmarker")]
    [InlineData("calculatedmulti")]
    [InlineData("randomsamatch")]
    [InlineData("coderunner")]
    public void AKindThatTheBankCannotHoldIsNamed(string type)
    {
        var file = MoodleXmlReader.Read(Quiz(Of(type, ""), Of("description", "")));
        var problem = Assert.Single(file.Problems);
        Assert.Equal((3, "questions.problem.kind", true, "Т1"), (problem.Line, problem.Key, problem.IsError, problem.Title));
        Assert.Equal([type], problem.Args);
        Assert.Single(file.Questions);
    }

    [Theory]
    [InlineData("multichoice", "33", "moodle-xml.problem.grade")]
    [InlineData("multichoice", "x", "moodle-xml.problem.grade")]
    [InlineData("multichoice", "7922816251426433759354395033", "moodle-xml.problem.grade")]
    [InlineData("multichoice", "90", "questions.problem.no-right-answer")]
    [InlineData("shortanswer", "90", "questions.problem.no-full-answer")]
    [InlineData("numerical", "50", "questions.problem.no-full-answer")]
    [InlineData("truefalse", "50", "questions.problem.no-right-answer")]
    public void GradesAreCheckedAsMoodleDoes(string type, string fraction, string key)
    {
        var file = MoodleXmlReader.Read(Quiz(Of(type, Answer(fraction, "1") + Answer("0", "2"))));
        Assert.Equal(key, Assert.Single(file.Problems).Key);
        Assert.Empty(file.Questions);
    }

    [Fact]
    public void WeightsThatDoNotMakeAHundredAreRefused()
    {
        var file = MoodleXmlReader.Read(Quiz(Of("multichoice", "<single>false</single>" + Answer("50", "a") + Answer("30", "b"))));
        Assert.Equal("questions.problem.weights-sum", Assert.Single(file.Problems).Key);
    }

    [Theory]
    [InlineData("<hint format=\"html\"><text>x</text></hint>", "hint")]
    [InlineData("<responsetemplate format=\"html\"><text>x</text></responsetemplate>", "responsetemplate")]
    [InlineData("<attachments>2</attachments>", "attachments")]
    [InlineData("<minwordlimit>100</minwordlimit>", "minwordlimit")]
    public void WhatTheBankHasNoPlaceForIsNamed(string part, string name)
    {
        var file = MoodleXmlReader.Read(Quiz(Of("essay", part)));
        var warning = Assert.Single(file.Problems);
        Assert.Equal("questions.problem.not-kept", warning.Key);
        Assert.Equal([name], warning.Args);
        Assert.Same(warning, Assert.Single(Assert.Single(file.Questions).Warnings));
    }

    [Fact]
    public void PointsAndTextsOfCategoriesAreMentionedOnce()
    {
        var file = MoodleXmlReader.Read(Quiz("<question type=\"category\"><category><text>$course$/А</text></category><info format=\"html\"><text>x</text></info></question>",
            Of("description", "<defaultgrade>2.0</defaultgrade>"), Of("description", "<defaultgrade>3</defaultgrade>", name: "Т2")));
        Assert.Equal(["moodle-xml.problem.category-texts", "questions.problem.points"], file.Problems.Select(p => p.Key).Order(StringComparer.Ordinal));
        Assert.All(file.Problems, p => Assert.Equal(0, p.Line));
    }

    [Theory]
    [InlineData("windows-1251", 1251)]
    [InlineData("koi8-r", 20866)]
    public void TheDeclaredEncodingIsHonoured(string name, int page)
    {
        var text = Quiz(Of("description", "", "Первый вопрос")).Replace("UTF-8", name, StringComparison.Ordinal);
        var file = MoodleXmlReader.Read(CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetBytes(text));
        Assert.Empty(file.Problems);
        Assert.Equal("Первый вопрос", Assert.Single(file.Questions).Text.Text);
        Assert.Equal(name, file.Encoding);
    }
}
