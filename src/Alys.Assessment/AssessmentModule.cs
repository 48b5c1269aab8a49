using Alys.Assessment.Attempts;
using Alys.Assessment.Bank;
using Alys.Assessment.Regrades;

namespace Alys.Assessment;

/// <summary>Item bank, tests, sittings, attempts, marking (clauses 9.5, 31, 34, 37 M7–M8).</summary>
public sealed class AssessmentModule : Module
{
    public override string Name => "assessment";

    public override IEnumerable<Right> Rights =>
    [
        new(Assessment.Rights.EditBank, Roles.Author, Roles.Teacher, Roles.Organiser, Roles.Head),
        new(Assessment.Rights.GiveTests, Roles.Teacher, Roles.Organiser, Roles.Head),
        new(Assessment.Rights.GiveTime, Roles.Teacher, Roles.Tutor, Roles.Examiner, Roles.Organiser, Roles.Head),
        new(Assessment.Rights.Watch, Roles.Teacher, Roles.Tutor, Roles.Examiner, Roles.Organiser, Roles.Head),
        new(Assessment.Rights.Mark, Roles.Teacher, Roles.Tutor, Roles.Examiner),
        new(Assessment.Rights.Regrade, Roles.Teacher, Roles.Examiner, Roles.Head),
        new(Assessment.Rights.Take, Roles.Learner),
    ];

    public override IEnumerable<MenuEntry> Menu =>
    [
        new("assessment.menu.sittings", "/assessment/sittings", Assessment.Rights.Watch, 40),
        new("assessment.menu.marking", "/assessment/marking", Assessment.Rights.Mark, 41),
        new("assessment.menu.bank", "/assessment/bank", Assessment.Rights.EditBank, 42),
    ];

    public override IEnumerable<Job> Jobs => [new("assessment.close-overdue", TimeSpan.FromSeconds(15), typeof(CloseOverdue))];

    public override IEnumerable<Type> Options => [typeof(AssessmentOptions)];

    public override void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<ItemBodies>().AddSingleton<DrawnItems>().AddSingleton<RunningAttempts>().AddSingleton<AnswerSaves>().AddSingleton<LateAnswers>().AddSingleton<Closing>().AddSingleton<Candidates>().AddSingleton<Starting>().AddSingleton<Regrading>().AddSingleton<DemoTesting>();

    public override void MapEndpoints(IEndpointRouteBuilder routes) =>
        routes.MapPost("/a/{code}/answers", routes.ServiceProvider.GetRequiredService<AnswerSaves>().Save).WithMetadata(new SignedInAttribute());

    public override Task LoadDemo(Demo demo, CancellationToken ct) => demo.Services.GetRequiredService<DemoTesting>().Load(demo, ct);
}
