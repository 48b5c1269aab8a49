using Alys.Learning.Courses;
using Alys.Learning.Deliveries;
using Alys.Learning.Openings;
using Alys.Learning.Submissions;
using Alys.Learning.Units;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Learning;

/// <summary>Courses opened to groups, the learner's day, units and their delivery, tasks and their review (clauses 9.1–9.2, 24, 27, 28.2, 35–37).</summary>
public sealed class LearningModule : Module
{
    public override string Name => "learning";

    public override IEnumerable<Right> Rights =>
    [
        new(Learning.Rights.Study, Roles.Learner),
        new(Learning.Rights.Follow, Roles.Teacher, Roles.Tutor, Roles.Examiner, Roles.Organiser, Roles.Administrator, Roles.Head, Roles.Registrar),
        new(Learning.Rights.Review, Roles.Teacher, Roles.Tutor),
        new(Learning.Rights.SetDays, Roles.Teacher, Roles.Organiser),
        new(Learning.Rights.Open, Roles.Organiser, Roles.Head),
        new(Learning.Rights.Except, Roles.Head),
    ];

    public override IEnumerable<MenuEntry> Menu =>
    [
        new("learning.menu.reviews", "/learning/reviews", Learning.Rights.Review, 20),
        new("learning.menu.openings", "/learning/openings", Learning.Rights.Open, 50),
    ];

    public override IEnumerable<Job> Jobs => [new("learning.issue", TimeSpan.FromSeconds(30), typeof(Issue))];

    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<CourseQueries>().AddSingleton<OutlineQueries>().AddSingleton<CourseTopics>().AddSingleton<CourseSittings>().AddSingleton<PackUnits>().AddSingleton<UnitQueries>().AddSingleton<DraftDesk>().AddSingleton<IssuedCourses>()
        .AddSingleton<ViewBuffer>().AddHostedService(s => s.GetRequiredService<ViewBuffer>());

    public override Task<IReadOnlyList<SearchOwner>> SearchOwners(Db db, Reader reader, DateTime now, CancellationToken ct) => FindableCourse.Of(db, reader, now, ct);

    public override void MapEndpoints(IEndpointRouteBuilder routes) => DraftEndpoint.Map(routes);

    public override Task LoadDemo(Demo demo, CancellationToken ct) => DemoOpenings.Load(demo, ct);
}
