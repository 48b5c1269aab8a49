using Alys.Formats.Questions;

namespace Alys.Assessment.Bank;

/// <summary>A text with gaps as its author edits it: one text in Moodle's notation, <c>{1:SHORTANSWER:=Астана}</c>.</summary>
internal static class ClozeEditing
{
    /// <exception cref="Refusal">A gap cannot be read.</exception>
    public static ItemBody Body(string text, TextFormat format)
    {
        var markup = Enum.Parse<MarkupFormat>(format.ToString());
        var read = ClozeNotation.Read(text, markup);
        if (read.Problem is { } problem) throw new Refusal(problem, [.. read.Args]) { Field = "Form.Prompt" };
        return new QuestionBody(new HashSet<string>()).Of(new Question { Line = 0, Kind = QuestionKind.Cloze, Text = new(read.Text, markup), Gaps = read.Gaps });
    }

    public static string Of(Cloze cloze)
    {
        var markup = Enum.Parse<MarkupFormat>(cloze.Prompt.Format.ToString());
        return ClozeNotation.Write(cloze.Prompt.Source, [.. cloze.Gaps.Select(g => new QuestionGap(Question(g.Item, markup), g.Weight, g.Look))]);
    }

    private static Question Question(ItemBody item, MarkupFormat markup)
    {
        QuestionText? Text(RichText? text) => text is null ? null : new(text.Source, markup);
        var question = new Question { Line = 0, Kind = Enum.Parse<QuestionKind>(item.Kind.ToString()), Text = new("", markup) };
        return item switch
        {
            ChoiceItem choice => question with { Shuffle = choice.Shuffle, Answers = [.. choice.Choices.Select(c => new QuestionAnswer(Text(c.Text)!, c.Weight, Text(c.Feedback)))] },
            ShortAnswer words => question with { CaseSensitive = words.CaseSensitive, Answers = [.. words.Answers.Select(a => new QuestionAnswer(new(a.Pattern, MarkupFormat.Plain), a.Weight, Text(a.Feedback)))] },
            Numeric numeric => question with
            {
                OtherFeedback = Text(numeric.Otherwise),
                Numbers = [.. numeric.Answers.Select(a => new QuestionNumber(a.Value, a.Value - a.Tolerance, a.Value + a.Tolerance, a.Weight, Text(a.Feedback)))],
            },
            _ => question,
        };
    }
}
