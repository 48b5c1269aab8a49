using System.Security.Cryptography;
using System.Text;
using Alys.Formats.Gift;

namespace Alys.Assessment.Bank;

/// <summary>A GIFT question as an item of the bank.</summary>
/// <param name="Code">Finds the same item again at the next import: its id, or category and title, or a hash of its text.</param>
internal sealed record GiftItem(string Code, string Title, IReadOnlyList<string> Tags, ItemBody Body)
{
    public static GiftItem Of(GiftQuestion question)
    {
        var code = question.Id ?? (question.Title is null ? "sha:" + Hash(question.Text.Text) : string.Join('/', question.Category.Append(question.Title)));
        var title = question.Title ?? question.Text.Text.ReplaceLineEndings(" ").Trim();
        var tags = question.Tags.Concat(question.Category.TakeLast(1)).Select(t => Short(t, Item.MaxTag)).Distinct().Take(Item.MaxTags);
        return new(code.Length <= 200 ? code : "sha:" + Hash(code), Short(title, 200), [.. tags], BodyOf(question));
    }

    private static ItemBody BodyOf(GiftQuestion q)
    {
        var prompt = Block(q.Text);
        var feedback = q.GeneralFeedback is { } general ? Block(general) : null;
        return q.Kind switch
        {
            GiftKind.SingleChoice => new SingleChoice { Prompt = prompt, Feedback = feedback, Choices = [.. q.Answers.Select(Choice)] },
            GiftKind.MultipleChoice => new MultipleChoice { Prompt = prompt, Feedback = feedback, Choices = [.. q.Answers.Select(Choice)] },
            GiftKind.TrueFalse => new TrueFalse { Prompt = prompt, Feedback = feedback, Right = q.Truth == true, WhenRight = Inline(q.RightFeedback), WhenWrong = Inline(q.WrongFeedback) },
            GiftKind.Matching => new Matching
            {
                Prompt = prompt, Feedback = feedback,
                Pairs = [.. q.Pairs.Where(p => p.Prompt is not null).Select(p => new Pair(Inline(p.Prompt)!, p.Answer, Inline(p.Feedback)))],
                Distractors = [.. q.Pairs.Where(p => p.Prompt is null).Select(p => p.Answer)],
            },
            GiftKind.Numeric => new Numeric
            {
                Prompt = prompt, Feedback = feedback, Otherwise = Inline(q.OtherFeedback),
                Answers = [.. q.Numbers.Select(n => new NumericAnswer(n.Value, Math.Max(n.High - n.Value, n.Value - n.Low), n.Weight, Inline(n.Feedback)))],
            },
            GiftKind.ShortAnswer => new ShortAnswer { Prompt = prompt, Feedback = feedback, Answers = [.. q.Answers.Select(a => new TextAnswer(a.Text.Text, a.Weight, Inline(a.Feedback)))] },
            GiftKind.Essay => new Essay { Prompt = prompt, Feedback = feedback },
            _ => new Description { Prompt = prompt },
        };
    }

    private static Choice Choice(GiftAnswer answer) => new(Inline(answer.Text)!, answer.Weight, Inline(answer.Feedback));
    private static RichText Block(GiftText text) => Cleaning.Block(Source(text), Format(text));
    private static RichText? Inline(GiftText? text) => text is null ? null : Cleaning.Inline(Source(text), Format(text));

    // Moodle's own format is HTML in which line breaks count; a text without a sign of HTML is simply plain.
    private static TextFormat Format(GiftText text) => text.Format switch
    {
        GiftFormat.Markdown => TextFormat.Markdown,
        GiftFormat.Plain => TextFormat.Plain,
        _ => text.Text.AsSpan().ContainsAny('<', '&') ? TextFormat.Html : TextFormat.Plain,
    };

    private static string Source(GiftText text) =>
        text.Format == GiftFormat.Moodle && Format(text) == TextFormat.Html ? text.Text.ReplaceLineEndings("<br>") : text.Text;

    private static string Short(string text, int most) => text.Length <= most ? text : text[..(most - 1)].TrimEnd() + "…";
    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..24];
}
