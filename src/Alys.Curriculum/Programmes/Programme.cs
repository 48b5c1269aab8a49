using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Curriculum;

/// <summary>An educational programme (speciality).</summary>
internal sealed class Programme : NumberedEntity
{
    public required string Code { get; set; }
    public Guid? ChairId { get; set; }
    public required LocalText Name { get; set; }
    public int Credits { get; set; }
    public int Years { get; set; }

    /// <summary>Adds a programme.</summary>
    /// <exception cref="Refusal">Code or name is missing, the code is taken, credits or years are out of range.</exception>
    public static async Task<Programme> Add(Act act, string code, LocalText name, Guid? chair, int credits, int years)
    {
        code = (code ?? "").Trim();
        if (code.Length is 0 or > 60) throw new Refusal("curriculum.refusal.code-missing") { Field = "Code" };
        if (name.Kk.Length == 0 && name.Ru.Length == 0) throw new Refusal("curriculum.refusal.name-missing") { Field = "NameKk" };
        if (credits is < 1 or > 600) throw new Refusal("curriculum.refusal.programme-credits") { Field = "Credits" };
        if (years is < 1 or > 10) throw new Refusal("curriculum.refusal.years") { Field = "Years" };
        if (await act.Db.Programmes.AnyAsync(p => p.Code == code, act.Ct)) throw new Refusal("curriculum.refusal.code-taken", code) { Field = "Code" };
        var programme = new Programme { No = await act.NextNumber("curriculum.programme"), Code = code, Name = name, ChairId = chair, Credits = credits, Years = years };
        act.Db.Add(programme);
        act.Wrote("curriculum.programme.added", programme, after: new { code, name });
        return programme;
    }
}

internal sealed class ProgrammeConfiguration : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> b)
    {
        b.ToTable("curriculum_programmes");
        b.HasIndex(x => x.No).IsUnique();
        b.HasIndex(x => x.Code).IsUnique();
        b.Property(x => x.Code).HasMaxLength(60);
        b.LocalText(x => x.Name);
    }
}
