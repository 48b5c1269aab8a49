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

    /// <summary>Units are published by approval only, after a review; otherwise by their authors at once.</summary>
    public bool NeedsApproval { get; private set; }

    /// <summary>Day by which the content must be looked at again; null until something was published.</summary>
    public DateOnly? ReviewBy { get; set; }

    /// <summary>The day of which it was told that it has passed, so that it is told once.</summary>
    public DateOnly? ToldOf { get; set; }
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

    public void AskApproval(Act act, bool needed)
    {
        if (needed == NeedsApproval) throw new Refusal("content.refusal.approval-same");
        NeedsApproval = needed;
        act.Wrote("content.pack.approval", this, Scope, before: new { needsApproval = !needed }, after: new { needsApproval = needed });
    }

    public bool IsDue(DateTime now) => ReviewBy < DateOnly.FromDateTime(Texts.Local(now));

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
