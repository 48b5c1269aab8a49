using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Alys.Assessment.Draw;
using Alys.Assessment.Scoring;
using Alys.Formats.Questions;

namespace Alys.Assessment.Bank;

/// <param name="Formula">Over the wild cards, such as <c>{a} * {b}</c>.</param>
/// <param name="Tolerance">Not negative.</param>
/// <param name="Places">Decimal places, or significant figures, to which the right answer is shown, 0…15.</param>
internal sealed record CalculatedAnswer(string Formula, double Tolerance, [property: JsonConverter(typeof(JsonStringEnumConverter<ToleranceKind>))] ToleranceKind Kind = ToleranceKind.Absolute,
    int Places = 2, bool IsSignificant = false, decimal Weight = 100, RichText? Feedback = null);

/// <summary>A number to be reckoned from values that the attempt's dice draw: one row of a table for each learner.</summary>
internal sealed partial record Calculated : ItemBody
{
    public const int MaxNames = 20, MaxRows = 200, MaxPlaces = 15;

    /// <summary>Names of the wild cards: in the prompt <c>{a}</c> stands for the value, <c>{={a}*2}</c> for what is reckoned from it.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
    /// <summary>Rows of values, each in the order of the names.</summary>
    public IReadOnlyList<double[]> Rows { get; init; } = [];
    public IReadOnlyList<CalculatedAnswer> Answers { get; init; } = [];
    /// <summary>Shown to who gave any other number.</summary>
    public RichText? Otherwise { get; init; }

    [JsonIgnore] public override ItemKind Kind => ItemKind.Calculated;
    [JsonIgnore] public override int Shown => Order.SeedLength;
    [JsonIgnore] public override bool Shuffles => true;

    /// <summary>The row that this order draws; the first for the stored order.</summary>
    public double[] Row(Order order) => Rows[order.Dice()?.Next(Rows.Count) ?? 0];

    public override string Asked(Order order) => Filled(Prompt.Html, Row(order));

    /// <summary>A text with the values of a row in place of its wild cards.</summary>
    public string Filled(string text, double[] row) => Slot().Replace(text, m =>
        m.Groups[1].Success ? Formula.Read(System.Net.WebUtility.HtmlDecode(m.Groups[1].Value), Names) is { } formula ? Written(formula.Of(row)) : m.Value
        : Names.Index().Where(n => n.Item == m.Groups[2].Value).Select(n => Written(row[n.Index])).FirstOrDefault(m.Value));

    /// <summary>The right number of an answer, as it is shown.</summary>
    public double Right(CalculatedAnswer answer, double[] row) => Shortened(Formula.Read(answer.Formula, Names)!.Of(row), answer);

    /// <summary>The answer that fits and gives most.</summary>
    public CalculatedAnswer? Fitting(string text, Order order)
    {
        if (Number.Parse(text) is not { } given) return null;
        var row = Row(order);
        return Answers.Where(a => Fits(given, a, Formula.Read(a.Formula, Names)!.Of(row))).MaxBy(a => a.Weight);
    }

    // The number as it would be shown is right, too, however narrow the tolerance.
    private static bool Fits(double given, CalculatedAnswer answer, double exact) => double.IsFinite(exact) && (Number.Within(given, Shortened(exact, answer), 0) || answer.Kind switch
    {
        ToleranceKind.Relative => Number.Within(given, exact, Math.Abs(exact) * answer.Tolerance),
        ToleranceKind.Geometric => IsBetween(given, exact / (1 + answer.Tolerance), exact * (1 + answer.Tolerance)),
        _ => Number.Within(given, exact, answer.Tolerance),
    });

    private static bool IsBetween(double given, double one, double other) => Number.Within(Math.Clamp(given, Math.Min(one, other), Math.Max(one, other)), given, 0);

    private static double Shortened(double value, CalculatedAnswer answer)
    {
        if (!double.IsFinite(value) || value == 0) return value;
        var places = answer.IsSignificant ? Math.Max(1, answer.Places) - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value))) : answer.Places;
        if (places is >= 0 and <= MaxPlaces) return Math.Round(value, places, MidpointRounding.AwayFromZero);
        var unit = Math.Pow(10, -places);
        return places < 0 && double.IsFinite(unit) ? Math.Round(value / unit, MidpointRounding.AwayFromZero) * unit : value;
    }

    // With a point, as in the table of values; the answer may be typed with a comma, too.
    private static string Written(double value) => value.ToString("G12", CultureInfo.InvariantCulture);

    protected override bool Fits(JsonElement response) => IsText(response, 100);
    protected override Score Judge(JsonElement response, Order order) => Scoring.Score.OfPercent(Fitting(response.GetString()!, order)?.Weight ?? 0);

    protected override string? Flaw() =>
        Names.Count == 0 || Rows.Count == 0 ? "assessment.refusal.no-values"
        : Names.Count > MaxNames || Rows.Count > MaxRows ? "assessment.refusal.too-many-values"
        : Names.Any(n => !Name().IsMatch(n)) || Names.Distinct().Count() < Names.Count ? "assessment.refusal.names"
        : Rows.Any(r => r.Length != Names.Count || r.Any(v => !double.IsFinite(v))) ? "assessment.refusal.values"
        : Answers.Any(a => Formula.Read(a.Formula, Names) is null) || Slot().Matches(Prompt.Html).Any(m => m.Groups[1].Success && Formula.Read(System.Net.WebUtility.HtmlDecode(m.Groups[1].Value), Names) is null) ? "assessment.refusal.formula"
        : Answers.Any(a => !double.IsFinite(a.Tolerance) || a.Tolerance < 0) ? "assessment.refusal.number"
        : Answers.Any(a => a.Places is < 0 or > MaxPlaces) ? "assessment.refusal.places"
        : Answers.Any(a => a.Weight is < -100 or > 100) ? "assessment.refusal.weight"
        : Answers.All(a => a.Weight != 100) ? "assessment.refusal.no-right-answer"
        : Answers.Any(a => a.Weight > 0 && Rows.Any(r => !double.IsFinite(Formula.Read(a.Formula, Names)!.Of(r)))) ? "assessment.refusal.no-value" : null;

    [GeneratedRegex(@"\{=((?:[^{}]|\{[^{}]*\})+)\}|\{([^{}=\s][^{}]{0,29})\}")] private static partial Regex Slot();
    [GeneratedRegex(@"^\p{L}[\p{L}\p{Nd}_]{0,29}$")] private static partial Regex Name();
}
