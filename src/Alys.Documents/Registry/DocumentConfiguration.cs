using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Documents;

internal sealed class DocumentConfiguration : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> b)
    {
        b.ToTable("documents_documents");
        b.Property(x => x.Kind).HasMaxLength(40);
        b.Property(x => x.Number).HasMaxLength(60);
        b.Property(x => x.Language).HasMaxLength(2);
        b.Property(x => x.ScopeKind).HasMaxLength(20);
        b.LocalText(x => x.Title);
        b.Ignore(x => x.Scope).Ignore(x => x.Newest);
        b.HasIndex(x => x.No).IsUnique();
        b.HasIndex(x => new { x.Kind, x.Number }).IsUnique();
        b.HasIndex(x => x.AboutId);
        b.HasIndex(x => new { x.ScopeKind, x.ScopeId });
        b.HasMany(x => x.Versions).WithOne().HasForeignKey(v => v.DocumentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DocumentVersionConfiguration : IEntityTypeConfiguration<DocumentVersion>
{
    public void Configure(EntityTypeBuilder<DocumentVersion> b)
    {
        b.ToTable("documents_versions");
        b.Property(x => x.Hash).HasMaxLength(64);
        b.Property(x => x.PaperHash).HasMaxLength(64);
        b.Property(x => x.Token).HasMaxLength(24);
        b.Property(x => x.Reason).HasMaxLength(1000);
        b.HasIndex(x => new { x.DocumentId, x.Version }).IsUnique();
        b.HasIndex(x => x.Token).IsUnique();
        b.HasMany(x => x.People).WithOne().HasForeignKey(p => p.VersionId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne(x => x.Annulment).WithOne().HasForeignKey<DocumentAnnulment>(a => a.VersionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DocumentPersonConfiguration : IEntityTypeConfiguration<DocumentPerson>
{
    public void Configure(EntityTypeBuilder<DocumentPerson> b)
    {
        b.ToTable("documents_people");
        b.HasKey(x => new { x.VersionId, x.PersonId });
        b.HasIndex(x => x.PersonId);
    }
}

internal sealed class DocumentAnnulmentConfiguration : IEntityTypeConfiguration<DocumentAnnulment>
{
    public void Configure(EntityTypeBuilder<DocumentAnnulment> b)
    {
        b.ToTable("documents_annulments");
        b.Property(x => x.Reason).HasMaxLength(1000);
    }
}

internal sealed class DocumentRowConfiguration : IEntityTypeConfiguration<DocumentRow>
{
    public void Configure(EntityTypeBuilder<DocumentRow> b) => b.HasNoKey().ToSqlQuery("""
        select d."Id", d."No", d."Kind", d."Number", d."AboutId", v."Version", v."Hash", v."Token", v."IssuedAt",
               exists (select 1 from documents_annulments a where a."VersionId" = v."Id") as "IsAnnulled"
        from documents_documents d join documents_versions v on v."DocumentId" = d."Id"
        where v."Version" = (select max(n."Version") from documents_versions n where n."DocumentId" = d."Id")
        """);
}
