namespace Alys.Grading;

/// <summary>The letter scales by date: the institution's own, or those it begins with until it has set any.</summary>
internal static class Scales
{
    public static async Task<IReadOnlyList<GradeScale>> All(Db db, CancellationToken ct)
    {
        var own = await db.ScaleVersions.AsNoTracking().Include(v => v.Rows).OrderBy(v => v.From).ToListAsync(ct);
        return own.Count == 0 ? StandardScales.All : [.. own.Select(v => v.Scale())];
    }

    /// <summary>The scale in force on a day; before the first one, the first.</summary>
    public static async Task<GradeScale> At(Db db, DateOnly day, CancellationToken ct)
    {
        var all = await All(db, ct);
        return all.LastOrDefault(s => s.From <= day) ?? all[0];
    }

    /// <summary>Sets the rows of the scale in force from a day on: of an existing one, or of a new one.</summary>
    public static async Task Set(Act act, GradeScale scale)
    {
        var own = await act.Db.ScaleVersions.Include(v => v.Rows).ToListAsync(act.Ct);
        if (own.Count == 0)
        {
            own = [.. StandardScales.All.Select(ScaleVersion.Of)];
            act.Db.AddRange(own);
        }
        var version = own.FirstOrDefault(v => v.From == scale.From);
        var before = version?.Scale().Rows;
        if (version is null)
        {
            act.Db.Add(version = ScaleVersion.Of(scale));
        }
        else
        {
            act.Db.RemoveRange(version.Rows.Where(r => act.Db.Entry(r).State == EntityState.Unchanged));
            version.Set(scale);
            act.Db.AddRange(version.Rows);
            version.RowVersion++;
        }
        act.Wrote("grading.scale.set", version, before: before, after: new { scale.From, scale.Rows });
    }
}
