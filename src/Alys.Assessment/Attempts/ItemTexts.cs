using System.Text.Json;
using Alys.Assessment.Bank;

namespace Alys.Assessment.Attempts;

/// <summary>Answers in words, for results, receipts and marking. Everything returned is clean HTML.</summary>
internal static class ItemTexts
{
    /// <summary>What was answered; empty where nothing was.</summary>
    public static IReadOnlyList<string> Said(ShownItem item, Texts t) => (item.Kind, item.Response) switch
    {
        (_, null) => [],
        (ItemKind.TrueFalse, { } given) => [Word(t, given.GetBoolean())],
        (ItemKind.Matching, _) => [.. item.Premises.Select((p, i) => Matched(p, item.Matched(i) is >= 0 and var at ? Encoded(item.Options[at]) : "—"))],
        (ItemKind.Ordering, _) => [.. Enumerable.Range(0, item.Options.Count).OrderBy(i => item.Matched(i) is >= 0 and var at ? at : int.MaxValue)
            .Select(i => item.Matched(i) is >= 0 and var at ? Numbered(at, item.Options[i]) : $"— {item.Options[i]}")],
        (ItemKind.Cloze, _) => [.. item.Gaps.Select((g, i) => Numbered(i, Said(g.Shown, t) is { Count: > 0 } said ? string.Join("; ", said) : "—"))],
        (ItemKind.SingleChoice or ItemKind.MultipleChoice, _) => [.. item.Options.Where((_, i) => item.IsChosen(i))],
        _ => [((RichText)item.Text!).Html],
    };

    /// <summary>What was right for this learner, with the values that were drawn.</summary>
    public static IReadOnlyList<string> Right(ShownItem item, Texts t) => item.Body is not Calculated calculated ? Right(item.Body, t)
        : calculated.Row(item.Order) is var row ? [.. calculated.Answers.Where(a => a.Weight == 100).Select(a => Encoded(Plain(calculated.Right(a, row), t)))] : [];

    /// <summary>What is right; empty where only a person can say.</summary>
    public static IReadOnlyList<string> Right(ItemBody body, Texts t) => body switch
    {
        ChoiceItem choice => [.. choice.Choices.Where(c => c.Weight > 0).Select(c => c.Text.Html)],
        TrueFalse truth => [Word(t, truth.Right)],
        Matching matching => [.. matching.Pairs.Select(p => Matched(p.Premise.Html, Encoded(p.Answer)))],
        Calculated calculated => [.. calculated.Answers.Where(a => a.Weight == 100).Select(a => Encoded(a.Formula))],
        Ordering ordering => [.. ordering.Elements.Select((e, i) => Numbered(i, e.Html))],
        Cloze cloze => [.. cloze.Gaps.Select((g, i) => Numbered(i, string.Join("; ", Right(g.Item, t))))],
        Numeric numeric => [.. numeric.Answers.Where(a => a.Weight == 100).Select(a => Written(a, t))],
        ShortAnswer text => [.. text.Answers.Where(a => a.Weight == 100).Select(a => Encoded(a.Pattern.Replace("\\*", "*")))],
        _ => [],
    };

    /// <summary>The author's feedback to this answer.</summary>
    public static IReadOnlyList<string> Feedback(ShownItem item)
    {
        var own = item.Body switch
        {
            ChoiceItem choice => new Draw.Order(item.Item.Order) is var order
                ? Enumerable.Range(0, choice.Choices.Count).Where(item.IsChosen).Select(i => choice.Choices[order.Stored(i)].Feedback) : [],
            Matching matching => matching.Pairs.Select(p => p.Feedback),
            Calculated calculated => item.Text is { } text ? [calculated.Fitting(text, item.Order) is { } fitting ? fitting.Feedback : calculated.Otherwise] : [],
            Numeric numeric => item.Text is { } text ? [numeric.Fitting(text) is { } fitting ? fitting.Feedback : numeric.Otherwise] : [],
            ShortAnswer words => item.Text is { } text ? [words.Fitting(text)?.Feedback] : [],
            _ => Enumerable.Empty<RichText?>(),
        };
        if (item.Body is Cloze) own = item.Gaps.SelectMany((g, i) => Feedback(g.Shown).Select(f => new RichText(f, TextFormat.Html, Numbered(i, f))));
        return [.. own.Append(Overall(item)).Append(item.Body.Feedback).Where(f => f is { IsEmpty: false }).Select(f => f!.Html)];
    }

    private static RichText? Overall(ShownItem item) => item.Response is null ? null : item.Body.Score(item.Response, new(item.Item.Order)).Fraction switch
    {
        null => null,
        0 => item.Body.WhenWrong,
        1 => item.Body.WhenRight,
        _ => item.Body.WhenPartly,
    };

    public static string Written(NumericAnswer a, Texts t) => Encoded(a.Tolerance == 0 ? Plain(a.Value, t) : $"{Plain(a.Value, t)} ± {Plain(a.Tolerance, t)}");

    private static string Numbered(int at, string html) => string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {html}");
    private static string Word(Texts t, bool truth) => Encoded(truth ? t["assessment.true"] : t["assessment.false"]);
    private static string Matched(string premise, string answer) => $"{premise} → {answer}";
    private static string Plain(double value, Texts t) => value.ToString("G15", t.Culture);
    private static string Encoded(string text) => ((RichText)text).Html;
}
