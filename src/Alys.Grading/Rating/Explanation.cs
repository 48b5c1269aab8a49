namespace Alys.Grading;

/// <summary>One sentence of an explanation: the key of its text and what stands in it, numbers already in the reader's form.</summary>
internal sealed record ExplainedLine(string Key, params object[] Args);

/// <summary>The arithmetic behind a mark, in the order in which a person would do it on paper.</summary>
internal static class Explanation
{
    /// <param name="number">How a number is written in the reader's language, with at most two decimals.</param>
    public static IReadOnlyList<ExplainedLine> Of(Outcome outcome, PercentRounding rounding, Func<decimal, string> number)
    {
        var lines = new List<ExplainedLine>();
        Sum("rating1", RatingPart.Rating1, outcome.Rating1);
        Sum("rating2", RatingPart.Rating2, outcome.Rating2);
        if (outcome.Admission is not { } admission) return lines;

        Say("admission", outcome.Rating1!.Value, outcome.Rating2!.Value, admission);
        switch (outcome.State)
        {
            case OutcomeState.NotAdmitted when admission >= outcome.Rule.AdmissionFrom:
                Say("not-admitted-each", Math.Min(outcome.Rating1!.Value, outcome.Rating2!.Value), outcome.Rule.AdmissionFrom);
                break;
            case OutcomeState.NotAdmitted:
                Say("not-admitted", admission, outcome.Rule.AdmissionFrom);
                break;
            case OutcomeState.Admitted:
                Say("admitted", admission, outcome.Rule.AdmissionFrom);
                break;
            case OutcomeState.Absent:
                Say("absent");
                break;
            case OutcomeState.ExamFailed:
                Sum("exam", RatingPart.Exam, outcome.Exam);
                Say("exam-failed", outcome.Exam!.Value, outcome.Rule.ExamFrom);
                lines.Add(new("grading.explain.failure-letter", number(outcome.Exam.Value), outcome.Letter!.Letter));
                break;
            case OutcomeState.Passed:
                Say("admitted", admission, outcome.Rule.AdmissionFrom);
                Sum("exam", RatingPart.Exam, outcome.Exam);
                var final = outcome.Final!.Value;
                Say("final", outcome.Rule.RatingWeight, admission, outcome.Rule.ExamWeight, outcome.Exam!.Value, final);
                var whole = GradeScale.Rounded(final, rounding);
                if (whole != final) Say(rounding == PercentRounding.Down ? "rounded-down" : "rounded", final, whole);
                lines.Add(new("grading.explain.letter", number(whole), outcome.Letter!.Letter, number(outcome.Letter.Points)));
                break;
        }
        return lines;

        void Say(string key, params decimal[] values) => lines.Add(new("grading.explain." + key, [.. values.Select(v => (object)number(v))]));

        void Sum(string key, RatingPart part, decimal? value)
        {
            var events = outcome.Marks.Where(m => m.Part == part).ToList();
            if (value is null) return;
            if (events.Count == 1) lines.Add(new("grading.explain." + key, number(value.Value)));
            else lines.Add(new($"grading.explain.{key}-sum", string.Join(" + ", events.Select(m => $"{number(m.Weight)} · {number(m.Percent ?? 0)}")), number(value.Value)));
            var missing = events.Count(m => m.Percent is null);
            if (missing > 0) lines.Add(new("grading.explain.missing", missing));
        }
    }
}
