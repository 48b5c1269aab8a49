namespace Alys.Grading.Plans;

/// <summary>Sets the rule of a course: weights of rating and examination, thresholds.</summary>
[Needs(Rights.Plan)]
internal sealed class RuleModel : PlanPage
{
    [BindProperty] public string? RatingWeight { get; set; }
    [BindProperty] public string? ExamWeight { get; set; }
    [BindProperty] public string? AdmissionFrom { get; set; }
    [BindProperty] public string? ExamFrom { get; set; }
    [BindProperty] public bool EachRating { get; set; }

    public async Task<IActionResult> OnGet()
    {
        if (!await Find()) return NotFound();
        if (Request.HasFormContentType) return Page();
        var rule = (await CourseMarks.PlanOf(Db, Course.Id, Ct))?.Rule ?? RatingRule.Usual;
        (RatingWeight, ExamWeight) = (DecimalText.Of(rule.RatingWeight), DecimalText.Of(rule.ExamWeight));
        (AdmissionFrom, ExamFrom, EachRating) = (DecimalText.Of(rule.AdmissionFrom), DecimalText.Of(rule.ExamFrom), rule.EachRating);
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (!await Find()) return NotFound();
        var plan = await ControlPlan.ForChange(act, Course.Id);
        plan.Change(act, Given());
        return Done(Here, "grading.rule.saved");
    }, OnGet);

    private RatingRule Given()
    {
        var rating = Share(RatingWeight, nameof(RatingWeight));
        var exam = Share(ExamWeight, nameof(ExamWeight));
        if (rating + exam != 1) throw new Refusal("grading.refusal.rule-sum", rating + exam) { Field = nameof(ExamWeight) };
        return new(rating, exam, Threshold(AdmissionFrom, nameof(AdmissionFrom)), Threshold(ExamFrom, nameof(ExamFrom)), EachRating);
    }

    private static decimal Share(string? text, string field) =>
        DecimalText.Parse(text) is >= 0 and <= 1 and var share && decimal.Round(share, 4) == share ? share : throw new Refusal("grading.refusal.share") { Field = field };

    private static decimal Threshold(string? text, string field) =>
        DecimalText.Parse(text) is >= 0 and <= 100 and var percent && decimal.Round(percent, 2) == percent ? percent : throw new Refusal("grading.refusal.percent") { Field = field };
}
