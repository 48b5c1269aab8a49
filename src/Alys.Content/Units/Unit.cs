using Alys.Content.Packs;
using Alys.Content.Reviews;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Content.Units;

/// <summary>The identity of a unit in its slot. What it says is in its versions; the two pointers say which one authors and which one learners see.</summary>
internal sealed class Unit : NumberedEntity, IVersionedRow
{
    public Guid PackId { get; init; }
    public required string Slot { get; set; }
    public int Order { get; set; }
    public Guid? DraftVersionId { get; set; }
    public Guid? PublishedVersionId { get; set; }
    public int Versions { get; set; }

    /// <summary>The review under way; of the draft, always.</summary>
    public Guid? ReviewId { get; set; }

    /// <summary>Where in an archive the unit came from: a later import of the same path updates this unit.</summary>
    public string? SourcePath { get; init; }
    public int RowVersion { get; set; }

    public bool HasUnpublishedVersion => DraftVersionId is not null && DraftVersionId != PublishedVersionId;

    /// <summary>Adds an immutable version and makes it the draft. A review under way was of another version and ends.</summary>
    public void Take(Act act, UnitVersion version)
    {
        version.Number = ++Versions;
        version.UnitId = Id;
        DraftVersionId = version.Id;
        ReviewId = null;
        act.Db.Add(version);
    }

    /// <summary>Makes an older version the draft again, as a new version that says the same.</summary>
    /// <exception cref="Refusal">There is no such version, it is the draft already, or the reason is missing.</exception>
    public async Task TakeUpAgain(Act act, Pack pack, int number, string? reason)
    {
        var older = await act.Db.UnitVersions.AsNoTracking().FirstOrDefaultAsync(v => v.UnitId == Id && v.Number == number, act.Ct) ?? throw new Refusal("content.refusal.no-unit");
        if (older.Id == DraftVersionId) throw new Refusal("content.refusal.is-draft", number);
        if (string.IsNullOrEmpty(reason)) throw new Refusal("content.refusal.no-reason") { Field = "Reason" };
        if (reason.Length > UnitVersion.MaxWhy) throw new Refusal("content.refusal.long-word", UnitVersion.MaxWhy) { Field = "Reason" };
        var again = older.Again(act, await act.Db.VersionPages.AsNoTracking().Where(p => p.VersionId == older.Id).ToListAsync(act.Ct), reason);
        again.Store(act, this);
        act.Wrote("content.unit.restored", this, pack.Scope, after: new { packId = pack.Id, No, from = number, version = again.Version.Number, reason });
    }

    /// <summary>Puts a version before the learners. Going back is a publication, too. In a pack that asks for approval, only what was approved.</summary>
    public async Task Publish(Act act, Pack pack, UnitVersion version, string? reason, ContentOptions options)
    {
        if (pack.NeedsApproval && !await act.Db.Reviews.AnyAsync(r => r.VersionId == version.Id && r.Stage == ReviewStage.Approved, act.Ct)) throw new Refusal("content.refusal.needs-approval", version.Number);
        PutBeforeLearners(act, pack, version, reason, options);
    }

    internal void PutBeforeLearners(Act act, Pack pack, UnitVersion version, string? reason, ContentOptions options)
    {
        if (version.Id == PublishedVersionId) throw new Refusal("content.refusal.published-already", version.Number);
        if (version.Id == DraftVersionId) ReviewId = null;
        pack.ReviewBy ??= DateOnly.FromDateTime(Texts.Local(act.Now)).AddMonths(options.ReviewMonths);
        var before = PublishedVersionId;
        PublishedVersionId = version.Id;
        act.Db.Add(new Publication { UnitId = Id, VersionId = version.Id, At = act.Now, ByPersonId = act.Reader.IsSignedIn ? act.Reader.PersonId : null, Reason = reason });
        act.Wrote(Facts.UnitPublished, this, pack.Scope, before: new { versionId = before },
            after: new UnitPublishedFact(pack.Id, pack.SubjectId, Id, No, version.Id, version.Number, version.Title));
    }

    /// <summary>Takes the unit from the learners; its versions stay.</summary>
    public void Withdraw(Act act, Pack pack, string reason)
    {
        if (PublishedVersionId is null) throw new Refusal("content.refusal.not-published");
        if (string.IsNullOrWhiteSpace(reason)) throw new Refusal("content.refusal.no-reason") { Field = "Reason" };
        var before = PublishedVersionId;
        PublishedVersionId = null;
        act.Db.Add(new Publication { UnitId = Id, At = act.Now, ByPersonId = act.Reader.IsSignedIn ? act.Reader.PersonId : null, Reason = reason });
        act.Wrote(Facts.UnitWithdrawn, this, pack.Scope, before: new { versionId = before }, after: new { packId = pack.Id, unitNo = No, reason });
    }
}

/// <summary>One line of the publish log.</summary>
internal sealed class Publication : Entity
{
    public Guid UnitId { get; init; }

    /// <summary>Null: the unit was taken from the learners.</summary>
    public Guid? VersionId { get; init; }
    public DateTime At { get; init; }
    public Guid? ByPersonId { get; init; }
    public string? Reason { get; init; }
}

internal sealed class UnitConfiguration : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> b)
    {
        b.ToTable("content_units");
        b.HasIndex(x => new { x.PackId, x.No }).IsUnique();
        b.HasIndex(x => new { x.PackId, x.SourcePath }).IsUnique();
        b.Property(x => x.Slot).HasMaxLength(40);
        b.Property(x => x.SourcePath).HasMaxLength(500);
        b.HasOne<Pack>().WithMany().HasForeignKey(x => x.PackId);
        b.Ignore(x => x.HasUnpublishedVersion);
    }
}

internal sealed class PublicationConfiguration : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> b)
    {
        b.ToTable("content_publications");
        b.HasIndex(x => new { x.UnitId, x.At });
        b.Property(x => x.Reason).HasMaxLength(500);
        b.HasOne<Unit>().WithMany().HasForeignKey(x => x.UnitId);
    }
}
