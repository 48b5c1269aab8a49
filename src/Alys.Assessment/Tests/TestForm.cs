using Alys.Assessment.Draw;
using Alys.Assessment.Scoring;

namespace Alys.Assessment.Tests;

internal sealed class TestFormRow
{
    public string? Tag { get; set; }
    public string? Draw { get; set; }
    public string? Points { get; set; }
}

/// <summary>A test as it is typed.</summary>
internal sealed class TestForm
{
    public string TitleKk { get; set; } = "";
    public string? TitleRu { get; set; }
    public string? TitleEn { get; set; }
    public string Language { get; set; } = "";
    public Purpose Purpose { get; set; }
    public int Minutes { get; set; }
    public int Attempts { get; set; } = 1;
    public CountingAttempt Counting { get; set; }
    public int PauseMinutes { get; set; }
    public bool ShuffleItems { get; set; } = true;
    public List<TestFormRow> Rows { get; set; } = [];

    public void Pad()
    {
        var wanted = Math.Max(4, Rows.Count(r => !string.IsNullOrWhiteSpace(r.Draw)) + 2);
        while (Rows.Count < wanted) Rows.Add(new());
    }

    // Methods, because the binder reads every property.
    public LocalText Title() => string.IsNullOrWhiteSpace(TitleKk) ? throw new Refusal("assessment.refusal.title") { Field = "Form.TitleKk" } : new(TitleKk.Trim(), (TitleRu ?? "").Trim(), (TitleEn ?? "").Trim());

    /// <exception cref="Refusal">A number cannot be read.</exception>
    public IReadOnlyList<PlanSection> Sections() =>
        [.. Rows.Where(r => !string.IsNullOrWhiteSpace(r.Draw)).Select(r => new PlanSection(string.IsNullOrWhiteSpace(r.Tag) ? null : r.Tag, Whole(r.Draw!), Points(r.Points)))];

    public void Fill(Test test)
    {
        if (Minutes is < 0 or > Test.MostMinutes) throw new Refusal("assessment.refusal.minutes", Test.MostMinutes) { Field = "Form.Minutes" };
        if (Attempts is < 0 or > 100) throw new Refusal("assessment.refusal.attempts") { Field = "Form.Attempts" };
        if (PauseMinutes is < 0 or > Test.MostPause) throw new Refusal("assessment.refusal.pause-minutes", Test.MostPause) { Field = "Form.PauseMinutes" };
        (test.Counting, test.PauseMinutes) = (Counting, PauseMinutes);
        (test.Title, test.Language, test.Purpose, test.Minutes, test.Attempts, test.ShuffleItems) = (Title(), Language, Purpose, Minutes, Attempts, ShuffleItems);
        test.Ask(Sections());
    }

    public static TestForm Of(Test test) => new()
    {
        TitleKk = test.Title.Kk, TitleRu = test.Title.Ru, TitleEn = test.Title.En, Language = test.Language, Purpose = test.Purpose, Minutes = test.Minutes, Attempts = test.Attempts, Counting = test.Counting, PauseMinutes = test.PauseMinutes, ShuffleItems = test.ShuffleItems,
        Rows = [.. test.Plan.Sections.Select(s => new TestFormRow { Tag = s.Tag, Draw = s.Draw.ToString(CultureInfo.InvariantCulture), Points = s.Points.ToString("0.##", CultureInfo.InvariantCulture) })],
    };

    private static int Whole(string text) => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : throw new Refusal("assessment.refusal.draw", Test.MostItems);
    private static decimal Points(string? text) => string.IsNullOrWhiteSpace(text) ? 1 : Number.Parse(text) is { } n and > 0 and <= 100 ? Math.Round((decimal)n, 2) : throw new Refusal("assessment.refusal.points");
}
