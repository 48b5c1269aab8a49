using System.Xml.Linq;
using Alys.Formats.Gift;
using Alys.Formats.Questions;

namespace Alys.Formats.Qti12;

// One response that is a number: intervals of accepted values.
sealed class QtiNumbers(QtiItem owner, XElement item, string ident)
{
    readonly record struct Interval(double Low, double High)
    {
        internal bool IsEmpty => Low > High;
    }

    static readonly Interval Everything = new(double.NegativeInfinity, double.PositiveInfinity);

    readonly QtiScoring scoring = new(item) { IsNumeric = true };
    readonly HashSet<double> exact = [];
    bool isUnderstood = true;

    internal Question? Take(Question question)
    {
        var intervals = new List<Interval>();
        foreach (var condition in scoring.Conditions.Where(c => c.Elements("setvar").Any(v => QtiElements.Number(v.Value) is > 0)))
        {
            intervals.AddRange(Merged(All(condition.Elements("conditionvar").Elements(), IsAnyOf(condition))).Where(i => !intervals.Contains(i)));
        }
        if (intervals.Count == 0 && isUnderstood)
        {
            return owner.Refuse("questions.problem.no-right-answer");
        }
        var trials = intervals.ConvertAll(i => scoring.Of(ident, Written(Middle(i))));
        if (!isUnderstood || !scoring.IsUnderstood || trials.Exists(t => t.Score <= 0) || intervals.Exists(i => !double.IsFinite(i.Low) || !double.IsFinite(i.High)))
        {
            return owner.Refuse("qti.problem.scoring");
        }
        var best = owner.Best(trials.Max(t => t.Score), scoring.Declared);
        var nothing = scoring.Of(ident, Written(intervals.Max(i => i.High) + 1 + intervals.Max(i => Math.Abs(i.High))));
        var (shared, own) = owner.Feedback.Share(question, [.. trials.Where(t => t.Score == best)], [nothing], trials);
        return shared with
        {
            Kind = QuestionKind.Numeric,
            Numbers = [.. intervals.Select((i, at) => new QuestionNumber(Middle(i), i.Low, i.High, QtiItem.Percent(trials[at].Score, best), own[at]))],
        };
    }

    // The number that the author wrote, where it stands in the middle of what is accepted.
    double Middle(Interval interval)
    {
        var middle = interval.Low + ((interval.High - interval.Low) / 2);
        return exact.FirstOrDefault(e => Math.Abs(e - middle) <= 1e-9 * Math.Max(1, Math.Abs(middle)), middle);
    }

    static string Written(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    static bool IsAnyOf(XElement condition) => condition.Elements("conditionvar").Elements().Count(e => e.Name.LocalName == "varequal") > 1;

    List<Interval> All(IEnumerable<XElement> tests, bool isAny)
    {
        var sets = tests.Select(Of).ToList();
        return isAny ? [.. sets.SelectMany(s => s)] : sets.Aggregate(new List<Interval> { Everything }, Both);
    }

    List<Interval> Of(XElement test)
    {
        switch (test.Name.LocalName)
        {
            case "and":
                return All(test.Elements(), isAny: false);
            case "or":
                return All(test.Elements(), isAny: true);
            case "other":
                return [Everything];
            case "varequal" or "varlt" or "varlte" or "vargt" or "vargte" when test.Word("respident") == ident && GiftNumbers.Number(test.Value) is { } number:
                return [Border(test.Name.LocalName, number)];
            default:
                isUnderstood = false;
                return [];
        }
    }

    Interval Border(string test, double number)
    {
        if (test == "varequal")
        {
            exact.Add(number);
            return new Interval(number, number);
        }
        return test.StartsWith("varl", StringComparison.Ordinal) ? new Interval(double.NegativeInfinity, number) : new Interval(number, double.PositiveInfinity);
    }

    // Merged first: else each condition could double what the one before left.
    static List<Interval> Both(List<Interval> some, List<Interval> others) =>
        Merged([.. Merged(some).SelectMany(_ => Merged(others), (a, b) => new Interval(Math.Max(a.Low, b.Low), Math.Min(a.High, b.High))).Where(i => !i.IsEmpty)]);

    static List<Interval> Merged(List<Interval> intervals)
    {
        var merged = new List<Interval>();
        foreach (var next in intervals.OrderBy(i => i.Low))
        {
            if (merged.Count > 0 && next.Low <= merged[^1].High)
            {
                merged[^1] = new Interval(merged[^1].Low, Math.Max(merged[^1].High, next.High));
            }
            else
            {
                merged.Add(next);
            }
        }
        return merged;
    }
}
