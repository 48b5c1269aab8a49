using Alys.Documents;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Compliance;

/// <summary>Says clause by clause how the institution keeps the rules of Order 404, with the evidence.</summary>
public sealed class ComplianceModule : Module
{
    public override string Name => "compliance";

    public override IEnumerable<Right> Rights =>
    [
        new(Compliance.Rights.Read, Roles.Head, Roles.Organiser, Roles.Administrator),
        new(Compliance.Rights.Record, Roles.Head, Roles.Organiser, Roles.Administrator),
    ];

    public override IEnumerable<MenuEntry> Menu => [new("compliance.menu", "/compliance", Compliance.Rights.Read, 800)];

    public override IEnumerable<Job> Jobs => [new("compliance.verdicts", TimeSpan.FromMinutes(30), typeof(KeepVerdicts))];

    public override IEnumerable<Type> Options => [typeof(ComplianceOptions)];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => RulePack.Order404());
        services.AddScoped<Examination>().AddSingleton<KnownFindings>();
        services.AddSingleton<DocumentKind, ComplianceReportKind>();
        services.AddScoped<ICheck, TutorsCheck>();
        services.AddScoped<ICheck, MediaCheck>();
        services.AddScoped<ICheck, DeliveryCheck>();
        services.AddScoped<ICheck, PacksCheck>();
        services.AddScoped<ICheck, HelpCheck>();
        services.AddScoped<ICheck, KindsCheck>();
        services.AddScoped<ICheck, ConsultationsCheck>();
        services.AddScoped<ICheck, SyllabiCheck>();
        services.AddScoped<ICheck, CompletenessCheck>();
        services.AddScoped<ICheck, OrdersCheck>();
        services.AddScoped<ICheck, FreedomCheck>();
        services.AddScoped<ICheck, ProvisionCheck>();
        services.AddScoped<ICheck, StaffCheck>();
        services.AddScoped<ICheck, JournalCheck>();
    }
}
