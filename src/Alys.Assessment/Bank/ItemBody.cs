using System.Text.Json;
using System.Text.Json.Serialization;
using Alys.Assessment.Draw;
using Alys.Assessment.Scoring;

namespace Alys.Assessment.Bank;

internal enum ItemKind { SingleChoice, MultipleChoice, TrueFalse, Matching, Numeric, ShortAnswer, Essay, Description, Ordering, Cloze, Calculated }

/// <summary>What an item asks and how it is scored. Stored as JSON in an item version and never changed afterwards.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SingleChoice), "single")]
[JsonDerivedType(typeof(MultipleChoice), "multiple")]
[JsonDerivedType(typeof(TrueFalse), "truefalse")]
[JsonDerivedType(typeof(Matching), "matching")]
[JsonDerivedType(typeof(Numeric), "numeric")]
[JsonDerivedType(typeof(ShortAnswer), "short")]
[JsonDerivedType(typeof(Essay), "essay")]
[JsonDerivedType(typeof(Description), "description")]
[JsonDerivedType(typeof(Ordering), "ordering")]
[JsonDerivedType(typeof(Cloze), "cloze")]
[JsonDerivedType(typeof(Calculated), "calculated")]
internal abstract record ItemBody
{
    public const int MaxTextResponse = 1000, MaxEssay = 60_000;

    public RichText Prompt { get; init; } = "";
    /// <summary>Shown to everybody.</summary>
    public RichText? Feedback { get; init; }
    /// <summary>Shown to who got full points.</summary>
    public RichText? WhenRight { get; init; }
    /// <summary>Shown to who got some of the points.</summary>
    public RichText? WhenPartly { get; init; }
    /// <summary>Shown to who answered and got no points.</summary>
    public RichText? WhenWrong { get; init; }

    [JsonIgnore] public abstract ItemKind Kind { get; }
    [JsonIgnore] public bool IsAnswered => Kind != ItemKind.Description;
    [JsonIgnore] public virtual bool NeedsPerson => false;

    /// <summary>How many things are shown in shuffled order (options, or the answers of a matching item).</summary>
    [JsonIgnore] public virtual int Shown => 0;
    [JsonIgnore] public virtual bool Shuffles => false;

    /// <summary>The question in words alone.</summary>
    [JsonIgnore] public virtual string Words => Prompt.Words;

    /// <summary>The question as HTML, as it reads for one learner.</summary>
    public virtual string Asked(Order order) => Prompt.Html;

    /// <summary>Is this JSON a response to such an item? Null clears an answer and fits every kind.</summary>
    public bool Accepts(JsonElement response) => response.ValueKind == JsonValueKind.Null || (IsAnswered && Fits(response));

    /// <summary>Scores a response given in the learner's order of options. Null is "not answered": no points, nobody needs to look.</summary>
    public Score Score(JsonElement? response, Order order)
    {
        if (!IsAnswered || response is not { } given || given.ValueKind == JsonValueKind.Null || !Fits(given)) return Scoring.Score.Zero;
        return Judge(given, order);
    }

    /// <summary>The key of the sentence that says why such an item cannot stand in the bank, or null.</summary>
    public string? Problem() => Prompt.IsEmpty ? "assessment.refusal.prompt" : Flaw();

    /// <summary>As <see cref="Problem"/>, for what stands within another item's text.</summary>
    public string? FlawWithoutPrompt() => Flaw();

    protected abstract bool Fits(JsonElement response);
    protected abstract Score Judge(JsonElement response, Order order);
    protected virtual string? Flaw() => null;

    protected static bool IsIndex(JsonElement value, int count) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var i) && i >= 0 && i < count;
    protected static bool IsText(JsonElement value, int longest) => value.ValueKind == JsonValueKind.String && value.GetString()!.Length <= longest;
}

/// <param name="Weight">Percent of the item's points, −100…100.</param>
internal sealed record Choice(RichText Text, decimal Weight, RichText? Feedback = null);

internal abstract record ChoiceItem : ItemBody
{
    public const int MaxChoices = 50;
    public IReadOnlyList<Choice> Choices { get; init; } = [];
    public bool Shuffle { get; init; } = true;

    [JsonIgnore] public override int Shown => Choices.Count;
    [JsonIgnore] public override bool Shuffles => Shuffle;

    protected override string? Flaw() =>
        Choices.Count < 2 ? "assessment.refusal.two-choices"
        : Choices.Count > MaxChoices ? "assessment.refusal.too-many-choices"
        : Choices.Any(c => c.Text.IsEmpty) ? "assessment.refusal.empty-choice"
        : Choices.Any(c => c.Weight is < -100 or > 100) ? "assessment.refusal.weight" : null;
}

internal sealed record SingleChoice : ChoiceItem
{
    [JsonIgnore] public override ItemKind Kind => ItemKind.SingleChoice;
    protected override bool Fits(JsonElement response) => IsIndex(response, Choices.Count);
    protected override Score Judge(JsonElement response, Order order) => Scoring.Score.OfPercent(Choices[order.Stored(response.GetInt32())].Weight);
    protected override string? Flaw() => base.Flaw() ?? (Choices.Any(c => c.Weight == 100) ? null : "assessment.refusal.no-right-choice");
}

internal sealed record MultipleChoice : ChoiceItem
{
    /// <summary>All right choices and none else give the points; weights only tell right from wrong.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AllOrNothing { get; init; }

    [JsonIgnore] public override ItemKind Kind => ItemKind.MultipleChoice;

    protected override bool Fits(JsonElement response)
    {
        if (response.ValueKind != JsonValueKind.Array || response.GetArrayLength() > Choices.Count) return false;
        var seen = new HashSet<int>();
        return response.EnumerateArray().All(e => IsIndex(e, Choices.Count) && seen.Add(e.GetInt32()));
    }

    protected override Score Judge(JsonElement response, Order order)
    {
        var chosen = response.EnumerateArray().Select(e => order.Stored(e.GetInt32())).ToHashSet();
        return !AllOrNothing ? Scoring.Score.OfPercent(chosen.Sum(i => Choices[i].Weight))
            : chosen.SetEquals(Choices.Index().Where(c => c.Item.Weight > 0).Select(c => c.Index)) ? Scoring.Score.Full : Scoring.Score.Zero;
    }

    protected override string? Flaw() => base.Flaw()
        ?? (Math.Abs(Choices.Where(c => c.Weight > 0).Sum(c => c.Weight) - 100) <= 0.1m ? null : "assessment.refusal.weights-100");
}

internal sealed record TrueFalse : ItemBody
{
    public bool Right { get; init; }

    [JsonIgnore] public override ItemKind Kind => ItemKind.TrueFalse;
    protected override bool Fits(JsonElement response) => response.ValueKind is JsonValueKind.True or JsonValueKind.False;
    protected override Score Judge(JsonElement response, Order order) => response.GetBoolean() == Right ? Scoring.Score.Full : Scoring.Score.Zero;
}

internal sealed record Pair(RichText Premise, string Answer, RichText? Feedback = null);

internal sealed record Matching : ItemBody
{
    public IReadOnlyList<Pair> Pairs { get; init; } = [];
    /// <summary>Answers that match no premise.</summary>
    public IReadOnlyList<string> Distractors { get; init; } = [];

    [JsonIgnore] public override ItemKind Kind => ItemKind.Matching;
    [JsonIgnore] public IReadOnlyList<string> Answers => field ??= [.. Pairs.Select(p => p.Answer).Concat(Distractors).Distinct()];
    [JsonIgnore] public override int Shown => Answers.Count;
    [JsonIgnore] public override bool Shuffles => true;

    protected override bool Fits(JsonElement response) =>
        response.ValueKind == JsonValueKind.Array && response.GetArrayLength() == Pairs.Count
        && response.EnumerateArray().All(e => e.ValueKind == JsonValueKind.Null || IsIndex(e, Answers.Count));

    protected override Score Judge(JsonElement response, Order order)
    {
        var right = response.EnumerateArray().Where((e, i) => e.ValueKind != JsonValueKind.Null && Answers[order.Stored(e.GetInt32())] == Pairs[i].Answer).Count();
        return Scoring.Score.OfPercent(100m * right / Pairs.Count);
    }

    protected override string? Flaw() =>
        Pairs.Count < 2 || Answers.Count < 2 ? "assessment.refusal.two-pairs"
        : Pairs.Any(p => p.Premise.IsEmpty || string.IsNullOrWhiteSpace(p.Answer)) ? "assessment.refusal.empty-pair"
        : Pairs.Count + Distractors.Count > 50 ? "assessment.refusal.too-many-choices" : null;
}

internal sealed record NumericAnswer(double Value, double Tolerance, decimal Weight = 100, RichText? Feedback = null);

internal sealed record Numeric : ItemBody
{
    public IReadOnlyList<NumericAnswer> Answers { get; init; } = [];
    /// <summary>Shown to who gave any other number.</summary>
    public RichText? Otherwise { get; init; }

    [JsonIgnore] public override ItemKind Kind => ItemKind.Numeric;
    protected override bool Fits(JsonElement response) => IsText(response, 100);

    /// <summary>The answer that fits and gives most, so that a narrow tolerance beats the wide one around it.</summary>
    public NumericAnswer? Fitting(string text) =>
        Number.Parse(text) is { } number ? Answers.Where(a => Number.Within(number, a.Value, a.Tolerance)).MaxBy(a => a.Weight) : null;

    protected override Score Judge(JsonElement response, Order order) => Scoring.Score.OfPercent(Fitting(response.GetString()!)?.Weight ?? 0);

    protected override string? Flaw() =>
        Answers.Any(a => !double.IsFinite(a.Value) || !double.IsFinite(a.Tolerance) || a.Tolerance < 0) ? "assessment.refusal.number"
        : Answers.Any(a => a.Weight is < -100 or > 100) ? "assessment.refusal.weight"
        : Answers.Any(a => a.Weight == 100) ? null : "assessment.refusal.no-right-answer";
}

internal sealed record TextAnswer(string Pattern, decimal Weight = 100, RichText? Feedback = null);

internal sealed record ShortAnswer : ItemBody
{
    public IReadOnlyList<TextAnswer> Answers { get; init; } = [];
    public bool CaseSensitive { get; init; }
    /// <summary>Also accept the answer typed on a keyboard without Kazakh letters (казак for қазақ).</summary>
    public bool WithoutKazakhLetters { get; init; }

    [JsonIgnore] public override ItemKind Kind => ItemKind.ShortAnswer;
    protected override bool Fits(JsonElement response) => IsText(response, MaxTextResponse);

    public TextAnswer? Fitting(string text) =>
        Answers.Where(a => Pattern.Matches(a.Pattern, text, CaseSensitive, WithoutKazakhLetters)).MaxBy(a => a.Weight);

    protected override Score Judge(JsonElement response, Order order) => Scoring.Score.OfPercent(Fitting(response.GetString()!)?.Weight ?? 0);

    protected override string? Flaw() =>
        Answers.Any(a => string.IsNullOrWhiteSpace(a.Pattern)) ? "assessment.refusal.empty-answer"
        : Answers.Any(a => a.Weight is < -100 or > 100) ? "assessment.refusal.weight"
        : Answers.Any(a => a.Weight == 100) ? null : "assessment.refusal.no-right-answer";
}

internal sealed record Essay : ItemBody
{
    /// <summary>For the one who marks; the learner never sees it.</summary>
    public string? MarkingNotes { get; init; }

    [JsonIgnore] public override ItemKind Kind => ItemKind.Essay;
    [JsonIgnore] public override bool NeedsPerson => true;
    protected override bool Fits(JsonElement response) => IsText(response, MaxEssay);
    protected override Score Judge(JsonElement response, Order order) =>
        string.IsNullOrWhiteSpace(response.GetString()) ? Scoring.Score.Zero : Scoring.Score.ByPerson;
}

internal sealed record Description : ItemBody
{
    [JsonIgnore] public override ItemKind Kind => ItemKind.Description;
    protected override bool Fits(JsonElement response) => false;
    protected override Score Judge(JsonElement response, Order order) => Scoring.Score.Zero;
}
