using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Audit;

/// <summary>Seals the journal into a chain of hashes, verifies it, and lets it be read by whoever may (clause 54.5).</summary>
public sealed class AuditModule : Module
{
    public override string Name => "audit";

    public override IEnumerable<Right> Rights =>
    [
        new(Audit.Rights.Read, Roles.Administrator, Roles.Head),
        new(Audit.Rights.Verify, Roles.Administrator, Roles.Head),
    ];

    public override IEnumerable<MenuEntry> Menu => [new("audit.menu.journal", "/audit", Audit.Rights.Read, 900)];

    public override IEnumerable<Job> Jobs =>
    [
        new("audit.seal", TimeSpan.FromSeconds(5), typeof(Sealer)),
        new("audit.verify", TimeSpan.FromHours(24), typeof(VerifyDaily)),
    ];

    public override IEnumerable<Type> Options => [typeof(AuditOptions)];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<Sealer>();
        services.AddScoped<Verifier>();
        services.AddScoped<VerifyDaily>();
    }
}
