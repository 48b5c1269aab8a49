using System.Xml.Linq;
using Alys.Formats.Gift;

namespace Alys.Formats.Qti12;

/// <summary>What response processing gives for a response.</summary>
readonly record struct QtiOutcome(decimal Score, IReadOnlyList<string> Feedback);

// Runs the response processing of an item on trial responses: what an answer is worth is what the file itself makes of it.
sealed class QtiScoring
{
    internal const int MaxConditions = 300;

    readonly List<XElement> conditions;
    readonly string variable;
    readonly decimal initial;
    readonly HashSet<string> multiple;
    IReadOnlyDictionary<string, IReadOnlyCollection<string>> response = new Dictionary<string, IReadOnlyCollection<string>>();

    internal QtiScoring(XElement item)
    {
        multiple = [.. item.Descendants("response_lid").Where(r => r.Says("rcardinality", "Multiple")).Select(r => r.Word("ident"))];
        var processing = item.Elements("resprocessing").ToList();
        conditions = [.. processing.Elements("respcondition")];
        var variables = processing.Elements("outcomes").Elements("decvar").ToList();
        var main = variables.Find(v => NameOf(v).Equals("SCORE", StringComparison.OrdinalIgnoreCase)) ?? variables.Find(v => NameOf(v).Equals("que_score", StringComparison.OrdinalIgnoreCase));
        variable = main is not null ? NameOf(main) : conditions.Elements("setvar").Select(NameOf).FirstOrDefault() ?? "SCORE";
        main ??= variables.Find(v => NameOf(v) == variable);
        initial = main is null ? 0 : QtiElements.Number(main.Word("defaultval")) ?? 0;
        Declared = main is null ? null : QtiElements.Number(main.Word("maxvalue"));
        IsUnderstood = conditions.Count <= MaxConditions;
    }

    /// <summary>The highest score as the file declares it, if it does.</summary>
    internal decimal? Declared { get; }

    /// <summary>Numbers are compared by value, not by letters.</summary>
    internal bool IsNumeric { get; init; }

    /// <summary>False once something was met that this reader cannot run.</summary>
    internal bool IsUnderstood { get; private set; }

    internal IReadOnlyList<XElement> Conditions => conditions;

    internal bool IsScored => conditions.Elements("setvar").Any(v => QtiElements.Number(v.Value) is not (null or 0));

    internal QtiOutcome Of(string ident, params IReadOnlyCollection<string> values) =>
        Of(new Dictionary<string, IReadOnlyCollection<string>>(StringComparer.Ordinal) { [ident] = values });

    internal QtiOutcome Of(IReadOnlyDictionary<string, IReadOnlyCollection<string>> given)
    {
        response = given;
        var score = initial;
        var feedback = new List<string>();
        if (conditions.Count > MaxConditions)
        {
            return new QtiOutcome(0, []);
        }
        foreach (var condition in conditions)
        {
            if (condition.Element("conditionvar") is not { } test || !HoldsAll(test))
            {
                continue;
            }
            foreach (var change in condition.Elements("setvar").Where(v => NameOf(v) == variable))
            {
                score = Changed(score, change);
            }
            feedback.AddRange(condition.Elements("displayfeedback").Select(f => f.Word("linkrefid")).Where(f => !feedback.Contains(f)));
            if (Stops(condition))
            {
                break;
            }
        }
        return new QtiOutcome(Math.Round(score, 8), feedback);
    }

    // "No" is the default of the schema, but those who add up points mean all conditions to be tried.
    static bool Stops(XElement condition) =>
        condition.Attribute("continue") is { } go ? !go.Value.Trim().Equals("Yes", StringComparison.OrdinalIgnoreCase)
        : condition.Elements("setvar").Any() && !condition.Elements("setvar").Any(v => v.Says("action", "Add") || v.Says("action", "Subtract"));

    decimal Changed(decimal score, XElement change)
    {
        if (QtiElements.Number(change.Value) is not { } value || Math.Abs(score) > 1_000_000_000)
        {
            IsUnderstood = false;
            return score;
        }
        switch (change.Word("action").ToUpperInvariant())
        {
            case "ADD":
                return score + value;
            case "SUBTRACT":
                return score - value;
            case "MULTIPLY":
                return score * value;
            case "DIVIDE" when Math.Abs(value) >= 0.000001m:
                return score / value;
            case "SET" or "":
                return value;
            default:
                IsUnderstood = false;
                return score;
        }
    }

    // Without a word between them conditions hold together, except that a single response cannot be two things at once: then any will do.
    bool HoldsAll(XElement test)
    {
        var tests = test.Elements().ToList();
        var isAny = tests.Count > 1 && tests.TrueForAll(t => t.Name.LocalName == "varequal") && tests.DistinctBy(t => t.Word("respident")).Count() == 1
            && !multiple.Contains(tests[0].Word("respident")) && tests.DistinctBy(t => t.Value.Trim()).Count() > 1;
        return isAny ? tests.Exists(Holds) : tests.TrueForAll(Holds);
    }

    bool Holds(XElement test)
    {
        switch (test.Name.LocalName)
        {
            case "and":
                return test.Elements().All(Holds);
            case "or":
                return test.Elements().Any(Holds);
            case "not":
                return !test.Elements().All(Holds);
            case "other":
                return true;
            case "unanswered":
                return Values(test).Count == 0;
            case "varequal":
                return Values(test).Any(v => IsSame(v, test.Value.Trim(), test));
            case "varsubstring":
                return Values(test).Any(v => v.Contains(test.Value.Trim(), Comparison(test)));
            case "varsubset":
                return test.Value.Split(',').All(w => Values(test).Contains(w.Trim()));
            case "varlt" or "varlte" or "vargt" or "vargte":
                return Values(test).Any(v => Compares(v, test));
            default:
                IsUnderstood = false;
                return false;
        }
    }

    IReadOnlyCollection<string> Values(XElement test) => response.TryGetValue(test.Word("respident"), out var values) ? values : [];

    bool IsSame(string given, string wanted, XElement test) =>
        given.Equals(wanted, Comparison(test)) || (IsNumeric && GiftNumbers.Number(given) is { } number && GiftNumbers.Number(wanted) == number);

    static bool Compares(string given, XElement test) =>
        GiftNumbers.Number(given) is { } number && GiftNumbers.Number(test.Value) is { } border && test.Name.LocalName switch
        {
            "varlt" => number < border,
            "varlte" => number <= border,
            "vargt" => number > border,
            _ => number >= border,
        };

    internal static StringComparison Comparison(XElement test) => test.Says("case", "Yes") ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    static string NameOf(XElement variable) => variable.Word("varname") is { Length: > 0 } name ? name : "SCORE";
}
