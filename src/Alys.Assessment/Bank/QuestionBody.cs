using Alys.Formats.Questions;

namespace Alys.Assessment.Bank;

/// <summary>What a question of a file asks, as an item says it.</summary>
/// <param name="leftOut">Takes the names of what its texts may not hold.</param>
internal sealed class QuestionBody(ISet<string> leftOut)
{
    private bool _isOneText;

    public ItemBody Of(Question q)
    {
        // A text with gaps is one text: its parts are of one format, also those without a sign of it.
        _isOneText = q.Kind == QuestionKind.Cloze;
        return Key(q) with
        {
            Prompt = Cleaning.Block(Source(q.Text), Format(q.Text), leftOut),
            Feedback = q.GeneralFeedback is { } general ? Cleaning.Block(Source(general), Format(general), leftOut) : null,
            WhenRight = Inline(q.RightFeedback), WhenPartly = Inline(q.PartlyFeedback), WhenWrong = Inline(q.WrongFeedback),
        };
    }

    private ItemBody Key(Question q) => q.Kind switch
    {
        QuestionKind.SingleChoice => new SingleChoice { Shuffle = q.Shuffle, Choices = [.. q.Answers.Select(Choice)] },
        QuestionKind.MultipleChoice => new MultipleChoice { Shuffle = q.Shuffle, AllOrNothing = q.AllOrNothing, Choices = [.. q.Answers.Select(Choice)] },
        QuestionKind.TrueFalse => new TrueFalse { Right = q.Truth == true },
        QuestionKind.Matching => new Matching
        {
            Pairs = [.. q.Pairs.Where(p => p.Prompt is not null).Select(p => new Pair(Inline(p.Prompt)!, p.Answer, Inline(p.Feedback)))],
            Distractors = [.. q.Pairs.Where(p => p.Prompt is null).Select(p => p.Answer)],
        },
        QuestionKind.Numeric => new Numeric
        {
            Otherwise = Inline(q.OtherFeedback),
            Answers = [.. q.Numbers.Select(n => new NumericAnswer(n.Value, Math.Max(n.High - n.Value, n.Value - n.Low), n.Weight, Inline(n.Feedback)))],
        },
        QuestionKind.ShortAnswer => new ShortAnswer { CaseSensitive = q.CaseSensitive, Answers = [.. q.Answers.Select(a => new TextAnswer(a.Text.Text, a.Weight, Inline(a.Feedback)))] },
        QuestionKind.Ordering => new Ordering { Elements = [.. q.Elements.Select(e => Inline(e)!)], Rule = Enum.Parse<OrderRule>(q.OrderScoring.ToString()) },
        QuestionKind.Cloze => new Cloze { Gaps = [.. q.Gaps.Select(g => new Gap(Key(g.Question), g.Points, g.Look))] },
        QuestionKind.Calculated => new Calculated
        {
            Names = q.Values!.Names, Rows = [.. q.Values.Rows.Select(r => r.ToArray())], Otherwise = Inline(q.OtherFeedback),
            Answers = [.. q.Formulas.Select(f => new CalculatedAnswer(f.Formula, f.Tolerance, f.Kind, f.Places, f.IsSignificant, f.Weight, Inline(f.Feedback)))],
        },
        QuestionKind.Essay => new Essay { MarkingNotes = Inline(q.MarkingNotes)?.Words.Trim() },
        _ => new Description(),
    };

    private Choice Choice(QuestionAnswer answer) => new(Inline(answer.Text)!, answer.Weight, Inline(answer.Feedback));
    private RichText? Inline(QuestionText? text) => text is null ? null : Cleaning.Inline(Source(text), Format(text), leftOut);

    // Moodle's own format is HTML in which line breaks count; a text without a sign of HTML is simply plain.
    private TextFormat Format(QuestionText text) => text.Format switch
    {
        MarkupFormat.Markdown => TextFormat.Markdown,
        MarkupFormat.Plain => TextFormat.Plain,
        _ => _isOneText || text.Text.AsSpan().ContainsAny('<', '&') ? TextFormat.Html : TextFormat.Plain,
    };

    private string Source(QuestionText text) =>
        text.Format == MarkupFormat.Moodle && Format(text) == TextFormat.Html ? text.Text.ReplaceLineEndings("<br>") : text.Text;
}
