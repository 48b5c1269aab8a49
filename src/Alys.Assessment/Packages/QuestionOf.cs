using Alys.Assessment.Bank;
using Alys.Formats.Questions;

namespace Alys.Assessment.Packages;

/// <summary>An item as a question of a file: the way back of <see cref="QuestionBody"/>.</summary>
internal static class QuestionOf
{
    public static ExportedItem Item(Item item, ItemBody body)
    {
        var question = IsSayable(item.Kind) ? Question(item, body) : null;
        return new(item.No, item.Title, "enum.ItemKind." + item.Kind, question, [.. Losses(item, body)]);
    }

    /// <summary>
    /// Each kind of item is named here, so that a new one does not compile before somebody has said whether a question of a file can be of it. What cannot stands by its name
    /// in the list of what the format cannot say.
    /// </summary>
#pragma warning disable CS8524 // Numbers without a name are no kinds; a name that is missing here must stay an error.
    private static bool IsSayable(ItemKind kind) => kind switch
    {
        ItemKind.SingleChoice => true,
        ItemKind.MultipleChoice => true,
        ItemKind.TrueFalse => true,
        ItemKind.Matching => true,
        ItemKind.Numeric => true,
        ItemKind.ShortAnswer => true,
        ItemKind.Essay => true,
        ItemKind.Description => true,
        // The profile of Common Cartridge has no such question.
        ItemKind.Ordering or ItemKind.Cloze or ItemKind.Calculated => false,
    };
#pragma warning restore CS8524

    private static Question Question(Item item, ItemBody body)
    {
        var question = new Question
        {
            Line = 0, Kind = QuestionKind.Description, Text = Text(body.Prompt)!, Title = item.Title, Id = item.Code ?? $"#{item.No}", Tags = [.. item.Tags.Select(t => t.Tag).Order(StringComparer.Ordinal)],
            GeneralFeedback = Text(body.Feedback), RightFeedback = Text(body.WhenRight), WrongFeedback = Text(body.WhenWrong),
        };
        return body switch
        {
            SingleChoice b => question with { Kind = QuestionKind.SingleChoice, Shuffle = b.Shuffle, Answers = Answers(b) },
            MultipleChoice b => question with { Kind = QuestionKind.MultipleChoice, Shuffle = b.Shuffle, AllOrNothing = b.AllOrNothing, Answers = Answers(b) },
            TrueFalse b => question with { Kind = QuestionKind.TrueFalse, Truth = b.Right },
            Matching b => question with { Kind = QuestionKind.Matching, Pairs = [.. b.Pairs.Select(p => new QuestionPair(Text(p.Premise), p.Answer, null)), .. b.Distractors.Select(d => new QuestionPair(null, d, null))] },
            Numeric b => question with { Kind = QuestionKind.Numeric, Numbers = [.. b.Answers.Select(a => new QuestionNumber(a.Value, a.Value - a.Tolerance, a.Value + a.Tolerance, a.Weight, null))] },
            ShortAnswer b => question with { Kind = QuestionKind.ShortAnswer, CaseSensitive = b.CaseSensitive, Answers = [.. b.Answers.Select(a => new QuestionAnswer(new(a.Pattern, MarkupFormat.Plain), a.Weight, null))] },
            Essay b => question with { Kind = QuestionKind.Essay, MarkingNotes = b.MarkingNotes is { } notes ? new(notes, MarkupFormat.Plain) : null },
            _ => question,
        };
    }

    private static List<QuestionAnswer> Answers(ChoiceItem body) => [.. body.Choices.Select(c => new QuestionAnswer(Text(c.Text)!, c.Weight, Text(c.Feedback)))];

    private static IEnumerable<string> Losses(Item item, ItemBody body)
    {
        if (item.Tags.Count > 1) yield return "assessment.export.tags";
        if (body is ShortAnswer { WithoutKazakhLetters: true }) yield return "assessment.export.kazakh-letters";
        if (body.WhenPartly is not null || (body.WhenWrong is not null && body is MultipleChoice { AllOrNothing: false } or Matching)
            || (body.WhenRight is not null && body is MultipleChoice { AllOrNothing: false } or Matching)
            || body is Numeric { Otherwise: not null } || (body as Numeric)?.Answers.Any(a => a.Feedback is not null) == true || (body as ShortAnswer)?.Answers.Any(a => a.Feedback is not null) == true
            || (body as Matching)?.Pairs.Any(p => p.Feedback is not null) == true) yield return "assessment.export.feedback";
    }

    // The clean text, which is what learners see.
    private static QuestionText? Text(RichText? text) => text is null ? null : text.Clean is { } clean ? new(clean, MarkupFormat.Html) : new(text.Source, MarkupFormat.Plain);
}
