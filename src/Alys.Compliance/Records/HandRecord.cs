using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Compliance;

/// <summary>That a person found a norm kept or not kept, by which document. Never changed: a newer record takes its place.</summary>
internal sealed class HandRecord : Entity
{
    private HandRecord() { }

    public string Rule { get; private init; } = "";
    public int RuleVersion { get; private init; }
    public bool IsKept { get; private init; }
    /// <summary>Name and number of the document that shows it.</summary>
    public string Document { get; private init; } = "";
    public DateOnly DocumentDate { get; private init; }
    /// <summary>The last day on which the document counts; null: without end.</summary>
    public DateOnly? ValidUntil { get; private init; }
    public string? Note { get; private init; }
    public DateTime At { get; private init; }
    public Guid ByPersonId { get; private init; }

    public static HandRecord Of(Rule rule, RecordForm form, Act act)
    {
        if (!rule.IsRecorded) throw new Refusal("compliance.refusal.not-by-hand");
        var document = form.Document?.Trim();
        if (string.IsNullOrEmpty(document)) throw new Refusal("compliance.refusal.document") { Field = "Form.Document" };
        if (form.DocumentDate is not { } date || date > DateOnly.FromDateTime(Texts.Local(act.Now))) throw new Refusal("compliance.refusal.date") { Field = "Form.DocumentDate" };
        if (form.ValidUntil < date) throw new Refusal("compliance.refusal.until") { Field = "Form.ValidUntil" };
        return new HandRecord
        {
            Rule = rule.Code,
            RuleVersion = rule.Version,
            IsKept = form.Kept == "yes",
            Document = document,
            DocumentDate = date,
            ValidUntil = form.ValidUntil,
            Note = form.Note?.Trim(),
            At = act.Now,
            ByPersonId = act.Reader.PersonId,
        };
    }

    public Finding Finding(DateOnly day)
    {
        if (ValidUntil < day) return new Finding(Verdict.EvidenceMissing, "compliance.reason.expired", Document, ValidUntil);
        return new Finding(IsKept ? Verdict.RecordedByHand : Verdict.NotMet, IsKept ? "compliance.reason.kept" : "compliance.reason.not-kept", Document, DocumentDate);
    }
}

/// <summary>What the form of a record asks.</summary>
internal sealed class RecordForm
{
    public string? Kept { get; set; }
    public string? Document { get; set; }
    public DateOnly? DocumentDate { get; set; }
    public DateOnly? ValidUntil { get; set; }
    public string? Note { get; set; }
}

internal sealed class HandRecordConfiguration : IEntityTypeConfiguration<HandRecord>
{
    public void Configure(EntityTypeBuilder<HandRecord> b)
    {
        b.ToTable("compliance_records");
        b.HasIndex(x => new { x.Rule, x.At });
        b.Property(x => x.Rule).HasMaxLength(12);
        b.Property(x => x.Document).HasMaxLength(300);
        b.Property(x => x.Note).HasMaxLength(2000);
    }
}

internal static class ComplianceSets
{
    extension(Db db)
    {
        public DbSet<HandRecord> HandRecords => db.Set<HandRecord>();
        public DbSet<VerdictEntry> VerdictEntries => db.Set<VerdictEntry>();
    }
}
