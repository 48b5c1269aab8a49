using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Content.Packs;

/// <summary>The e-UMKD of a subject in one language, made by an approved working syllabus (clauses 35–37).</summary>
internal sealed class Pack : NumberedEntity, IVersionedRow
{
    public Guid SubjectId { get; init; }
    public Guid? SyllabusId { get; set; }
    public required string Language { get; init; }
    public required LocalText Title { get; set; }
    public FinalForm FinalForm { get; set; }
    public DateTime CreatedAt { get; init; }
    public int RowVersion { get; set; }

    public static readonly Visibility<Pack> ToWriters = new(
        new("content.pack.everywhere", r => r.Everywhere(Rights.Write) ? _ => true : null),
        new("content.pack.subject", r => r.ScopesOf(Rights.Write, ScopeKinds.Subject) is { Length: > 0 } subjects ? p => subjects.Contains(p.SubjectId) : null));

    public static readonly Visibility<Pack> ToReaders = new(
    [
        .. ToWriters.Rules,
        new("content.pack.read-everywhere", r => r.Everywhere(Rights.Read) ? _ => true : null),
    ]);

    public bool MayPublish(Reader reader) => reader.May(Rights.Publish, new Scope(ScopeKinds.Subject, SubjectId));

    public Scope Scope => new(ScopeKinds.Subject, SubjectId);
}

internal sealed class PackConfiguration : IEntityTypeConfiguration<Pack>
{
    public void Configure(EntityTypeBuilder<Pack> b)
    {
        b.ToTable("content_packs");
        b.HasIndex(x => x.No).IsUnique();
        b.HasIndex(x => x.SubjectId);
        b.Property(x => x.Language).HasMaxLength(2);
        b.LocalText(x => x.Title);
        b.Ignore(x => x.Scope);
    }
}
