using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Institution;

public sealed class InstitutionModule : Module
{
    public override string Name => "institution";

    public override IEnumerable<Right> Rights =>
    [
        new(InstitutionRights.See, Roles.Organiser, Roles.Administrator, Roles.Head, Roles.Registrar),
        new(InstitutionRights.Edit, Roles.Organiser, Roles.Administrator),
    ];

    public override void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(s => new Institutions(s.GetRequiredService<Founding>()));

    public override Task Start(IServiceProvider services, CancellationToken ct) =>
        services.GetRequiredService<Institutions>().Recall(services.GetRequiredService<Db>(), ct);

    public override IEnumerable<MenuEntry> Menu => [new("institution.menu", "/institution", InstitutionRights.See, 80)];

    public override IEnumerable<ScopeSource> Scopes =>
    [
        new(ScopeKinds.Centre, async (db, ct) => await db.Units.Where(u => u.Kind == UnitKind.StudyCentre).OrderBy(u => u.No).Select(u => new ScopeName(u.Id, u.Name)).ToListAsync(ct)),
        new(ScopeKinds.Unit, async (db, ct) => await db.Units.Where(u => u.Kind == UnitKind.Chair).OrderBy(u => u.No).Select(u => new ScopeName(u.Id, u.Name)).ToListAsync(ct)),
    ];

    public override Task LoadDemo(Demo demo, CancellationToken ct) => demo.Acts.Run(demo.Actor, act => DemoInstitution.Load(act, demo), ct);
}
