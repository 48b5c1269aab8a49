namespace Alys.Documents;

/// <summary>Registration numbers, documents in immutable versions, paper, verification.</summary>
public sealed class DocumentsModule : Module
{
    public override string Name => "documents";

    public override IEnumerable<Right> Rights =>
    [
        new(Documents.Rights.See, Roles.Registrar, Roles.Head, Roles.Examiner, Roles.Teacher),
        new(Documents.Rights.Annul, Roles.Registrar),
        new(Documents.Rights.Numbering, Roles.Registrar),
    ];

    public override IEnumerable<MenuEntry> Menu => [new("documents.menu", "/documents/registry", Documents.Rights.See, Order: 70)];

    public override IEnumerable<Type> Options => [typeof(DocumentsOptions)];

    public override void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(sp => new DocumentStore(
            sp.GetServices<DocumentKind>(), sp.GetRequiredService<Files>(), sp.GetRequiredService<TextTable>(), sp.GetRequiredService<DocumentsOptions>()));
}
