using Alys.Formats.Gift;
using Alys.Formats.Questions;
using Alys.Tests;

namespace Alys.BrowserTests;

/// <summary>What people of the journey type in and hand over; long texts stand in files beside the tests.</summary>
internal static class Material
{
    public static string File(string name) => Path.Combine(TestDatabase.Repository, "tests", "Alys.BrowserTests", "Materials", name);

    public static string Text(string name) => System.IO.File.ReadAllText(File(name)).Trim();

    /// <summary>A text whose first line is its heading.</summary>
    public static (string Title, string Text) Titled(string name)
    {
        var lines = Text(name).Split('\n', 2);
        return (lines[0].TrimStart('#').Trim(), lines[1].Trim());
    }

    /// <summary>The right answer of each question of a GIFT file of choices, by the letters of the question.</summary>
    public static IReadOnlyDictionary<string, string> RightAnswers(string giftFile) => GiftReader.Read(System.IO.File.ReadAllBytes(giftFile)).Questions
        .GroupBy(q => Letters(q.Text.Text)).ToDictionary(q => q.Key, q => Right(q.First()), StringComparer.Ordinal);

    /// <summary>Letters and digits alone, so that marks of the format and of the page do not matter.</summary>
    public static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static string Right(Question question) =>
        question.Kind == QuestionKind.TrueFalse ? question.Truth == true ? "true" : "false" : Letters(question.Answers.Single(a => a.Weight == 100).Text.Text);
}
