using Alys.Assessment;
using Alys.Documents;
using Alys.Learning;

namespace Alys.Grading;

/// <summary>Control-event plans, the ledger of marks, ratings and final grades, grade sheets.</summary>
public sealed class GradingModule : Module
{
    public override string Name => "grading";

    public override IEnumerable<Right> Rights =>
    [
        new(Grading.Rights.Plan, Roles.Teacher, Roles.Organiser, Roles.Head),
        new(Grading.Rights.Enter, Roles.Teacher, Roles.Examiner),
        new(Grading.Rights.Check, Roles.Examiner, Roles.Registrar),
        new(Grading.Rights.Close, Roles.Examiner),
        new(Grading.Rights.Reopen, Roles.Registrar, Roles.Head),
        new(Grading.Rights.SeeOwn, Roles.Learner),
        new(Grading.Rights.Scale, Roles.Registrar),
    ];

    public override IEnumerable<CourseTab> CourseTabs => [new("grading.tab", "/s/{s}/grades", 30, Grading.Rights.SeeOwn, Grading.Rights.Enter, Grading.Rights.Check)];

    public override IEnumerable<MenuEntry> Menu =>
    [
        new("grading.menu.sheets", "/grading/sheets", Grading.Rights.Check, Order: 60),
        new("grading.menu.plans", "/grading/plans", Grading.Rights.Plan, Order: 61),
    ];

    public override IEnumerable<Type> Options => [typeof(GradingOptions)];

    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<DocumentKind, GradeSheetKind>().AddSingleton<ResultsKeeper, SheetKeeper>().AddSingleton<KnownHeads>();

    public override void Listen(Listeners on)
    {
        on.To("assessment.attempt.marked", "grading.take-attempts", TakeAttempts.Hear);
        on.To("assessment.attempt.regraded", "grading.take-regraded", TakeAttempts.Hear);
        on.To("assessment.sitting.changed", "grading.take-rules", TakeAttempts.HearRule);
        on.To(LearningFacts.Reviewed, "grading.take-reviews", TakeSubmissions.Hear);
    }

    public override Task LoadDemo(Demo demo, CancellationToken ct) => DemoGrading.Load(demo, ct);
}
