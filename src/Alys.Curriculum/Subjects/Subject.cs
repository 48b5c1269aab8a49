using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Curriculum;

/// <summary>A subject (discipline) of the curriculum.</summary>
internal sealed class Subject : NumberedEntity, IVersionedRow
{
    public required string Code { get; set; }
    public Guid? ChairId { get; set; }
    public Guid? ProgrammeId { get; set; }
    public required LocalText Name { get; set; }
    public int Credits { get; set; }
    public int RowVersion { get; set; }

    /// <summary>Adds a subject.</summary>
    /// <exception cref="Refusal">Code or name is missing, or the code is taken.</exception>
    public static async Task<Subject> Add(Act act, string code, LocalText name, Guid? chair, Guid? programme, int credits)
    {
        var subject = new Subject { No = await act.NextNumber("curriculum.subject"), Code = "", Name = name };
        await subject.Set(act, code, name, chair, programme, credits);
        act.Db.Add(subject);
        act.Wrote("curriculum.subject.added", subject, new Scope(ScopeKinds.Subject, subject.Id), after: new { subject.Code, subject.Name });
        return subject;
    }

    /// <summary>Changes what the subject is called and where it belongs.</summary>
    /// <exception cref="Refusal">As for adding.</exception>
    public async Task Change(Act act, string code, LocalText name, Guid? chair, Guid? programme, int credits)
    {
        var before = new { Code, Name, ChairId, ProgrammeId, Credits };
        await Set(act, code, name, chair, programme, credits);
        act.Wrote("curriculum.subject.changed", this, new Scope(ScopeKinds.Subject, Id), before: before, after: new { Code, Name, ChairId, ProgrammeId, Credits });
    }

    private async Task Set(Act act, string code, LocalText name, Guid? chair, Guid? programme, int credits)
    {
        code = (code ?? "").Trim();
        if (code.Length is 0 or > 60) throw new Refusal("curriculum.refusal.code-missing") { Field = "Code" };
        if (name.Kk.Length == 0 && name.Ru.Length == 0) throw new Refusal("curriculum.refusal.name-missing") { Field = "NameKk" };
        if (credits is < 0 or > 60) throw new Refusal("curriculum.refusal.credits") { Field = "Credits" };
        if (await act.Db.Subjects.AnyAsync(s => s.Code == code && s.Id != Id, act.Ct)) throw new Refusal("curriculum.refusal.code-taken", code) { Field = "Code" };
        (Code, Name, ChairId, ProgrammeId, Credits) = (code, name, chair, programme, credits);
    }

    /// <summary>The list of subjects is no secret among staff: the right in any scope opens all of it.</summary>
    public static readonly Visibility<Subject> Visibility = new(
        new Rule<Subject>("curriculum.subject.all", r => r.Has(CurriculumRights.See) ? _ => true : null));
}

internal sealed class SubjectConfiguration : IEntityTypeConfiguration<Subject>
{
    public void Configure(EntityTypeBuilder<Subject> b)
    {
        b.ToTable("curriculum_subjects");
        b.HasIndex(x => x.No).IsUnique();
        b.HasIndex(x => x.Code).IsUnique();
        b.Property(x => x.Code).HasMaxLength(60);
        b.LocalText(x => x.Name);
        b.HasOne<Programme>().WithMany().HasForeignKey(x => x.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
    }
}
