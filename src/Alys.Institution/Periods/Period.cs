using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Institution;

/// <summary>An academic year, or a period within one; both days are included.</summary>
internal sealed class Period : NumberedEntity, IVersionedRow
{
    public required string Code { get; set; }
    public Guid? ParentId { get; set; }
    public PeriodKind Kind { get; set; }
    public required LocalText Name { get; set; }
    public DateOnly Start { get; set; }
    public DateOnly End { get; set; }
    public int RowVersion { get; set; }

    /// <summary>Opens an academic year, or a period within one.</summary>
    /// <exception cref="Refusal">Code, name or days are wrong.</exception>
    public static async Task<Period> Open(Act act, string code, PeriodKind kind, Guid? year, LocalText name, DateOnly start, DateOnly end)
    {
        var period = new Period { No = await act.NextNumber("institution.period"), Code = "", Name = name };
        await period.Set(act, code, kind, year, name, start, end);
        act.Db.Add(period);
        act.Wrote("institution.period.opened", period, after: new { period.Code, period.Kind, period.Start, period.End });
        return period;
    }

    /// <summary>Changes names or days.</summary>
    /// <exception cref="Refusal">As for opening.</exception>
    public async Task Change(Act act, string code, PeriodKind kind, Guid? year, LocalText name, DateOnly start, DateOnly end)
    {
        var before = new { Code, Kind, ParentId, Name, Start, End };
        await Set(act, code, kind, year, name, start, end);
        act.Wrote("institution.period.changed", this, before: before, after: new { Code, Kind, ParentId, Name, Start, End });
    }

    private async Task Set(Act act, string code, PeriodKind kind, Guid? year, LocalText name, DateOnly start, DateOnly end)
    {
        code = (code ?? "").Trim();
        if (code.Length is 0 or > 60) throw new Refusal("institution.refusal.code-missing") { Field = "Code" };
        if (name.Kk.Length == 0 && name.Ru.Length == 0) throw new Refusal("institution.refusal.name-missing") { Field = "NameKk" };
        if (await act.Db.Periods.AnyAsync(p => p.Code == code && p.Id != Id, act.Ct)) throw new Refusal("institution.refusal.code-taken", code) { Field = "Code" };
        if (end <= start) throw new Refusal("institution.refusal.days") { Field = "End" };
        if (kind == PeriodKind.Year && year is not null) throw new Refusal("institution.refusal.year-in-year") { Field = "Year" };
        if (kind != PeriodKind.Year)
        {
            var around = year is null ? null : await act.Db.Periods.AsNoTracking().FirstOrDefaultAsync(p => p.Id == year && p.Kind == PeriodKind.Year, act.Ct);
            if (around is null) throw new Refusal("institution.refusal.no-year") { Field = "Year" };
            if (start < around.Start || end > around.End) throw new Refusal("institution.refusal.outside-year", around.Start, around.End) { Field = "Start" };
        }
        (Code, Kind, ParentId, Name, Start, End) = (code, kind, year, name, start, end);
    }
}

internal sealed class PeriodConfiguration : IEntityTypeConfiguration<Period>
{
    public void Configure(EntityTypeBuilder<Period> b)
    {
        b.ToTable("institution_periods");
        b.HasIndex(x => x.No).IsUnique();
        b.HasIndex(x => x.Code).IsUnique();
        b.Property(x => x.Code).HasMaxLength(60);
        b.LocalText(x => x.Name);
        b.HasOne<Period>().WithMany().HasForeignKey(x => x.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}
