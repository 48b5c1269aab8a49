using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Institution;

/// <summary>A unit of the institution.</summary>
internal sealed class Unit : NumberedEntity, IVersionedRow
{
    public required string Code { get; set; }
    public Guid? ParentId { get; set; }
    public UnitKind Kind { get; set; }
    public required LocalText Name { get; set; }
    public int RowVersion { get; set; }

    /// <summary>Opens a unit under another.</summary>
    /// <exception cref="Refusal">Code or name is missing, the code is taken, the parent does not exist.</exception>
    public static async Task<Unit> Open(Act act, string code, UnitKind kind, Guid? parent, LocalText name)
    {
        var unit = new Unit { No = await act.NextNumber("institution.unit"), Code = "", Name = name };
        await unit.Set(act, code, kind, parent, name);
        act.Db.Add(unit);
        act.Wrote("institution.unit.opened", unit, after: new { unit.Code, unit.Kind, unit.Name });
        return unit;
    }

    /// <summary>Changes the unit, moving it under another parent if asked.</summary>
    /// <exception cref="Refusal">As for opening; or the unit would stand under itself.</exception>
    public async Task Change(Act act, string code, UnitKind kind, Guid? parent, LocalText name)
    {
        var before = new { Code, Kind, ParentId, Name };
        await Set(act, code, kind, parent, name);
        act.Wrote("institution.unit.changed", this, before: before, after: new { Code, Kind, ParentId, Name });
    }

    private async Task Set(Act act, string code, UnitKind kind, Guid? parent, LocalText name)
    {
        code = (code ?? "").Trim();
        if (code.Length is 0 or > 60) throw new Refusal("institution.refusal.code-missing") { Field = "Code" };
        if (name.Kk.Length == 0 && name.Ru.Length == 0) throw new Refusal("institution.refusal.name-missing") { Field = "NameKk" };
        if (await act.Db.Units.AnyAsync(u => u.Code == code && u.Id != Id, act.Ct)) throw new Refusal("institution.refusal.code-taken", code) { Field = "Code" };
        var tree = await act.Db.Units.AsNoTracking().Select(u => new { u.Id, u.ParentId }).ToDictionaryAsync(u => u.Id, u => u.ParentId, act.Ct);
        if (parent is { } wanted && !tree.ContainsKey(wanted)) throw new Refusal("institution.refusal.no-parent") { Field = "Parent" };
        for (var above = parent; above is { } at; above = tree.GetValueOrDefault(at))
        {
            if (at == Id) throw new Refusal("institution.refusal.under-itself") { Field = "Parent" };
        }
        (Code, Kind, ParentId, Name) = (code, kind, parent, name);
    }
}

internal sealed class UnitConfiguration : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> b)
    {
        b.ToTable("institution_units");
        b.HasIndex(x => x.No).IsUnique();
        b.HasIndex(x => x.Code).IsUnique();
        b.HasIndex(x => x.ParentId);
        b.Property(x => x.Code).HasMaxLength(60);
        b.LocalText(x => x.Name);
        b.HasOne<Unit>().WithMany().HasForeignKey(x => x.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}
