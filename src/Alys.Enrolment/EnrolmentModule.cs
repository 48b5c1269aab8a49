using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Enrolment;

public sealed class EnrolmentModule : Module
{
    public override string Name => "enrolment";

    public override IEnumerable<Right> Rights =>
    [
        new(EnrolmentRights.See, Roles.Organiser, Roles.Administrator, Roles.Head, Roles.Registrar),
        new(EnrolmentRights.Edit, Roles.Organiser, Roles.Registrar),
    ];

    public override IEnumerable<MenuEntry> Menu =>
    [
        new("enrolment.menu.groups", "/enrolment/groups", EnrolmentRights.See, 55),
        new("enrolment.menu.courses", "/enrolment/courses", EnrolmentRights.See, 56),
    ];

    public override IEnumerable<Job> Jobs => [new("enrolment.align-learners", TimeSpan.FromMinutes(10), typeof(AlignLearners))];

    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<Movements>();

    public override IEnumerable<ScopeSource> Scopes =>
    [
        new(ScopeKinds.Group, async (db, ask, ct) =>
        {
            var groups = db.Groups.AsQueryable();
            if (ask.Ids is { } ids) groups = groups.Where(g => ids.Contains(g.Id));
            if (!ask.IsAny) groups = groups.Where(g => g.Code.Contains(ask.Typed) || g.Code.Contains(ask.Capitals));
            return await groups.OrderBy(g => g.Code).Take(ask.Most).Select(g => new ScopeName(g.Id, new LocalText(g.Code, "", ""))).ToListAsync(ct);
        }),
        new(ScopeKinds.Course, Course.Names),
    ];

    public override Task LoadDemo(Demo demo, CancellationToken ct) => demo.Acts.Run(demo.Actor, act => DemoEnrolment.Load(act, demo), ct);
}
