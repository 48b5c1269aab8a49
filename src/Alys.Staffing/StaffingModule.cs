using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Staffing;

public sealed class StaffingModule : Module
{
    public override string Name => "staffing";

    public override IEnumerable<Right> Rights =>
    [
        new(StaffingRights.See, Roles.Organiser, Roles.Administrator, Roles.Head, Roles.Registrar),
        new(StaffingRights.Assign, Roles.Organiser, Roles.Head),
    ];

    public override IEnumerable<MenuEntry> Menu => [new("staffing.menu", "/staffing/assignments", StaffingRights.See, 60)];

    public override IEnumerable<Job> Jobs => [new("staffing.align-duties", TimeSpan.FromMinutes(10), typeof(AlignDuties))];

    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<Duties>();

    public override Task LoadDemo(Demo demo, CancellationToken ct) => demo.Acts.Run(demo.Actor, act => DemoStaffing.Load(act, demo), ct);
}
