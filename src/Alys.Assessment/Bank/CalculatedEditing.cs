using Alys.Assessment.Scoring;
using Alys.Formats.Questions;

namespace Alys.Assessment.Bank;

/// <summary>A calculated item as its author types it: a table of values, tolerances as <c>0.01</c>, <c>1%</c> or <c>×0.1</c>.</summary>
internal static class CalculatedEditing
{
    /// <exception cref="Refusal">A number cannot be read.</exception>
    public static Calculated Body(ItemForm form, IEnumerable<ItemFormRow> answers, Func<string?, RichText?> inline)
    {
        var (names, rows) = Values(form.Values ?? "");
        return new Calculated { Names = names, Rows = rows, Otherwise = inline(form.Otherwise), Answers = [.. answers.Select(a => Answer(a, form.IsSignificant, inline(a.Feedback)))] };
    }

    public static string Values(Calculated item) =>
        string.Join('\n', item.Rows.Select(r => string.Join('\t', r.Select(v => v.ToString("R", CultureInfo.InvariantCulture)))).Prepend(string.Join('\t', item.Names)));

    public static string Written(CalculatedAnswer answer) => answer.Kind switch
    {
        ToleranceKind.Relative => (100 * answer.Tolerance).ToString("G12", CultureInfo.InvariantCulture) + "%",
        ToleranceKind.Geometric => "×" + answer.Tolerance.ToString("R", CultureInfo.InvariantCulture),
        _ => answer.Tolerance.ToString("R", CultureInfo.InvariantCulture),
    };

    private static (IReadOnlyList<string> Names, IReadOnlyList<double[]> Rows) Values(string text)
    {
        var lines = text.Split('\n').Select(l => l.Split([' ', '\t', ';', '\r', '\u00a0'], StringSplitOptions.RemoveEmptyEntries)).Where(l => l.Length > 0).ToList();
        if (lines.Count > Calculated.MaxRows + 1) throw new Refusal("assessment.refusal.too-many-values") { Field = "Form.Values" };
        return lines.Count == 0 ? ([], []) : ([.. lines[0].Select(n => n.Trim('{', '}'))], [.. lines.Skip(1).Select(l => l.Select(v => Number.Parse(v) ?? throw new Refusal("assessment.refusal.values") { Field = "Form.Values" }).ToArray())]);
    }

    private static CalculatedAnswer Answer(ItemFormRow row, bool isSignificant, RichText? feedback)
    {
        var text = (row.Second ?? "").Trim();
        var kind = text.EndsWith('%') ? ToleranceKind.Relative : text.StartsWith('×') ? ToleranceKind.Geometric : ToleranceKind.Absolute;
        var tolerance = text == "" ? 0 : Number.Parse(text.Trim('%', '×')) ?? throw new Refusal("assessment.refusal.number");
        var places = string.IsNullOrWhiteSpace(row.Places) ? 2 : int.TryParse(row.Places, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : throw new Refusal("assessment.refusal.places");
        return new((row.Text ?? "").Trim(), kind == ToleranceKind.Relative ? tolerance / 100 : tolerance, kind, places, isSignificant, ItemForm.Weight(row, 100), feedback);
    }
}
