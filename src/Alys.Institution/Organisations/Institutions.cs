namespace Alys.Institution;

/// <summary>Founds the institution and tells its clock.</summary>
public sealed class Institutions
{
    /// <summary>Code of the unit that founding makes.</summary>
    internal const string Top = "university";

    private readonly Founding _founding;

    internal Institutions(Founding founding) => _founding = founding;

    /// <summary>Writes the institution's row and makes the base university the top of its unit tree. From the commit on the portal serves.</summary>
    /// <param name="act">The act in which it happens.</param>
    /// <param name="name">Name; Kazakh or Russian at least.</param>
    /// <param name="timeZone">IANA name, for example <c>Asia/Almaty</c>.</param>
    /// <exception cref="Refusal">The name is empty, the zone is unknown, or the institution has been founded already.</exception>
    public async Task Found(Act act, LocalText name, string timeZone)
    {
        ArgumentNullException.ThrowIfNull(act);
        CheckName(name);
        CheckZone(timeZone);
        if (await act.Db.Organisations.AnyAsync(act.Ct)) throw new Refusal("institution.refusal.founded-already");
        var organisation = new Organisation { Name = name, TimeZone = timeZone, FoundedAt = act.Now };
        act.Db.Add(organisation);
        act.Db.Add(new Unit { No = await act.NextNumber("institution.unit"), Code = Top, Kind = UnitKind.University, Name = name });
        act.Wrote("institution.founded", organisation, after: new { name, timeZone });
        _founding.SetZone(timeZone);
    }

    /// <summary>At the start of the program: whether there is an institution, and its zone.</summary>
    internal async Task Recall(Db db, CancellationToken ct)
    {
        if (await db.Organisations.AsNoTracking().FirstOrDefaultAsync(ct) is not { } organisation) return;
        _founding.SetZone(organisation.TimeZone);
        _founding.IsDone = true;
    }

    internal void Change(Act act, Organisation organisation, LocalText name, string timeZone, string languages, string city)
    {
        CheckName(name);
        CheckZone(timeZone);
        var chosen = languages.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToArray();
        if (chosen.Length == 0 || chosen.Any(l => !TextTable.Languages.Contains(l))) throw new Refusal("institution.refusal.languages") { Field = "Languages" };
        var before = new { organisation.Name, organisation.TimeZone, organisation.Languages, organisation.City };
        (organisation.Name, organisation.TimeZone, organisation.Languages, organisation.City) = (name, timeZone, string.Join(' ', chosen), city.Trim());
        act.Wrote("institution.changed", organisation, before: before, after: new { name, timeZone, languages, city });
        _founding.SetZone(timeZone);
    }

    private static void CheckName(LocalText name)
    {
        if (string.IsNullOrWhiteSpace(name.Kk) && string.IsNullOrWhiteSpace(name.Ru)) throw new Refusal("institution.refusal.name-missing") { Field = "NameKk" };
    }

    private static void CheckZone(string timeZone)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _)) throw new Refusal("institution.refusal.zone", timeZone) { Field = "TimeZone" };
    }
}
