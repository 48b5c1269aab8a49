using Alys.Formats.Aiken;
using Alys.Formats.Questions;

namespace Alys.Tests.Formats;

public sealed class AikenTests
{
    [Fact]
    public void AQuestionHasItsChoicesAndOneRightAnswer()
    {
        var file = AikenReader.Read("Which river\nis the longest?\nA) Ертіс\nB. Есіл\n\nC)Іле\nANSWER: A\n\nLess < more & equal?\nA) yes\nB) no\nanswer: b.");
        Assert.Empty(file.Problems);
        Assert.Equal(["Which river\nis the longest?", "Less < more & equal?"], file.Questions.Select(q => q.Text.Text));
        Assert.All(file.Questions, q => Assert.Equal((QuestionKind.SingleChoice, MarkupFormat.Plain), (q.Kind, q.Text.Format)));
        Assert.Equal([("Ертіс", 100m), ("Есіл", 0m), ("Іле", 0m)], file.Questions[0].Answers.Select(a => (a.Text.Text, a.Weight)));
        Assert.Equal([0m, 100m], file.Questions[1].Answers.Select(a => a.Weight));
        Assert.Equal([1, 9], file.Questions.Select(q => q.Line));
    }

    [Theory]
    [InlineData("Сұрақ?\nА) бір\nВ) екі\nС) үш\nANSWER: C", 2)]
    [InlineData("Сұрақ?\nA) бір\nB) екі\nANSWER: В", 1)]
    [InlineData("Вопрос?\nА) раз\nБ) два\nВ) три\nANSWER: В", 2)]
    public void CyrillicLettersAreTakenForWhatTheyStandFor(string text, int right)
    {
        var file = AikenReader.Read(text);
        Assert.Empty(file.Problems);
        Assert.Equal(right, Assert.Single(file.Questions).Answers.ToList().FindIndex(a => a.Weight == 100));
    }

    [Fact]
    public void ACyrillicInitialBeginsAQuestion()
    {
        var question = Assert.Single(AikenReader.Read("А. Құнанбайұлы қай жылы туды?\nA) 1845\nB) 1904\nANSWER: A").Questions);
        Assert.StartsWith("А. Құнанбайұлы", question.Text.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("One\nA) a\nANSWER: A", 1, "questions.problem.too-few-choices")]
    [InlineData("One\nA) a\nB)\nANSWER: A", 1, "questions.problem.empty-answer")]
    [InlineData("\nOne\nA) a\nA) b\nANSWER: A", 2, "aiken.problem.letter-twice")]
    [InlineData("One\nA) a\nB) b\nANSWER: A, B", 1, "aiken.problem.one-letter")]
    [InlineData("One\nA) a\nB) b\nANSWER: D", 1, "aiken.problem.no-such-letter")]
    [InlineData("One\nA) a\nB) b", 1, "aiken.problem.not-finished")]
    [InlineData("One\n\nTwo\nA) a\nB) b\nANSWER: A", 1, "aiken.problem.not-finished")]
    [InlineData("A) a", 1, "aiken.problem.not-started")]
    public void ABadQuestionIsReportedByLineAndLeftOut(string text, int line, string key)
    {
        var file = AikenReader.Read(text);
        var problem = Assert.Single(file.Problems);
        Assert.Equal((line, key, true), (problem.Line, problem.Key, problem.IsError));
        Assert.DoesNotContain(file.Questions, q => q.Line == line);
    }
}
