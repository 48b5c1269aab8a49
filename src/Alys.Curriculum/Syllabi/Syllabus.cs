using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Curriculum;

/// <summary>Academic hours by kind of class.</summary>
internal readonly record struct Hours(int Lecture, int Practical, int Laboratory, int Guided, int Independent)
{
    public int Total => Lecture + Practical + Laboratory + Guided + Independent;

    public static Hours operator +(Hours a, Hours b) =>
        new(a.Lecture + b.Lecture, a.Practical + b.Practical, a.Laboratory + b.Laboratory, a.Guided + b.Guided, a.Independent + b.Independent);
}

/// <summary>One version of a syllabus. It never changes: a correction is a new version.</summary>
internal sealed class Syllabus : NumberedEntity
{
    public required Guid SubjectId { get; init; }
    public required SyllabusKind Kind { get; init; }
    public required int Version { get; init; }
    public required LocalText Title { get; init; }
    public int LectureHours { get; init; }
    public int PracticalHours { get; init; }
    public int LaboratoryHours { get; init; }
    public int GuidedHours { get; init; }
    public int IndependentHours { get; init; }
    public int Credits { get; init; }
    public DateTime MadeAt { get; init; }
    public Guid? MadeByPersonId { get; init; }
    public List<SyllabusModule> Modules { get; init; } = [];
    public List<Topic> Topics { get; init; } = [];
    public List<Literature> Literature { get; init; } = [];
    public List<ConsultationSlot> Consultations { get; init; } = [];
    public SyllabusApproval? Approval { get; private set; }

    public Hours Hours => new(LectureHours, PracticalHours, LaboratoryHours, GuidedHours, IndependentHours);

    /// <summary>The head approves this version (clauses 15, 36).</summary>
    /// <exception cref="Refusal">Approved already, or the working syllabus departs from its typical one.</exception>
    public void Approve(Act act, Syllabus? typical, string note)
    {
        if (Approval is not null) throw new Refusal("curriculum.refusal.approved-already");
        if (Kind == SyllabusKind.Working)
        {
            if (typical is null) throw new Refusal("curriculum.refusal.no-typical");
            var differences = SyllabusMatch.Compare(typical, this);
            if (differences.Count > 0) throw new Refusal("curriculum.refusal.departs-from-typical", differences.Count);
        }
        Approval = new SyllabusApproval { SyllabusId = Id, At = act.Now, ByPersonId = act.Reader.IsSignedIn ? act.Reader.PersonId : null, Note = note.Trim() };
        act.Db.Add(Approval);
        act.Wrote("curriculum.syllabus.approved", this, new Scope(ScopeKinds.Subject, SubjectId), after: new { Kind, Version, Note = note });
    }
}

/// <summary>Who approved a version, when.</summary>
internal sealed class SyllabusApproval : Entity
{
    public required Guid SyllabusId { get; init; }
    public DateTime At { get; init; }
    public Guid? ByPersonId { get; init; }
    public string Note { get; init; } = "";
}

internal sealed class SyllabusConfiguration : IEntityTypeConfiguration<Syllabus>, IEntityTypeConfiguration<SyllabusApproval>
{
    public void Configure(EntityTypeBuilder<Syllabus> b)
    {
        b.ToTable("curriculum_syllabi");
        b.HasIndex(x => x.No).IsUnique();
        b.HasIndex(x => new { x.SubjectId, x.Kind, x.Version }).IsUnique();
        b.Ignore(x => x.Hours);
        b.LocalText(x => x.Title);
        b.HasOne<Subject>().WithMany().HasForeignKey(x => x.SubjectId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne(x => x.Approval).WithOne().HasForeignKey<SyllabusApproval>(x => x.SyllabusId).OnDelete(DeleteBehavior.Restrict);
        b.HasMany(x => x.Modules).WithOne().HasForeignKey(x => x.SyllabusId).OnDelete(DeleteBehavior.Cascade);
        b.HasMany(x => x.Topics).WithOne().HasForeignKey(x => x.SyllabusId).OnDelete(DeleteBehavior.Cascade);
        b.HasMany(x => x.Literature).WithOne().HasForeignKey(x => x.SyllabusId).OnDelete(DeleteBehavior.Cascade);
        b.HasMany(x => x.Consultations).WithOne().HasForeignKey(x => x.SyllabusId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SyllabusApproval> b)
    {
        b.ToTable("curriculum_syllabus_approvals");
        b.Property(x => x.Note).HasMaxLength(1000);
    }
}
