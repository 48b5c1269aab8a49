using Alys.Assessment.Attempts;

namespace Alys.Assessment.Bank;

/// <summary>The answers of a gap with what each earns, for those who write the bank.</summary>
internal static class ClozeKey
{
    public static IEnumerable<(string Html, decimal Weight, string? Feedback)> Of(ItemBody gap, Texts t) => gap switch
    {
        ChoiceItem choice => choice.Choices.Select(c => (c.Text.Html, c.Weight, c.Feedback?.Html)),
        ShortAnswer words => words.Answers.Select(a => (((RichText)a.Pattern).Html, a.Weight, a.Feedback?.Html)),
        Numeric numeric => numeric.Answers.Select(a => (ItemTexts.Written(a, t), a.Weight, a.Feedback?.Html)),
        _ => [],
    };
}
