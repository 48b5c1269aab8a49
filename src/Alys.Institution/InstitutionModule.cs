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
        new(ScopeKinds.Centre, (db, ask, ct) => UnitsOf(db, UnitKind.StudyCentre, ask, ct)),
        new(ScopeKinds.Unit, (db, ask, ct) => UnitsOf(db, UnitKind.Chair, ask, ct)),
    ];

    private static async Task<IReadOnlyList<ScopeName>> UnitsOf(Db db, UnitKind kind, ScopeAsk ask, CancellationToken ct)
    {
        var units = db.Units.Where(u => u.Kind == kind);
        if (ask.Ids is { } ids) units = units.Where(u => ids.Contains(u.Id));
        if (!ask.IsAny) units = units.Where(u => u.Name.Kk.Contains(ask.Typed) || u.Name.Kk.Contains(ask.Capital) || u.Name.Ru.Contains(ask.Typed) || u.Name.Ru.Contains(ask.Capital) || u.Name.En.Contains(ask.Typed) || u.Name.En.Contains(ask.Capital));
        return await units.OrderBy(u => u.No).Take(ask.Most).Select(u => new ScopeName(u.Id, u.Name)).ToListAsync(ct);
    }

    public override Task LoadDemo(Demo demo, CancellationToken ct) => demo.Acts.Run(demo.Actor, act => DemoInstitution.Load(act, demo), ct);
}
