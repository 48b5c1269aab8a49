using Microsoft.Extensions.DependencyInjection;

namespace Alys.Institution;

/// <summary>The believable institution, its units and its calendar.</summary>
internal static class DemoInstitution
{
    public static async Task Load(Act act, Demo demo)
    {
        if (demo.Table("institution.csv") is not [var first, ..]) return;
        var institutions = demo.Services.GetRequiredService<Institutions>();
        await institutions.Found(act, Name(first), first["TimeZone"]);
        await act.Db.SaveChangesAsync(act.Ct);
        var organisation = await act.Db.Organisations.SingleAsync(act.Ct);
        institutions.Change(act, organisation, organisation.Name, organisation.TimeZone, first["Languages"], first["City"]);
        foreach (var row in demo.Table("units.csv"))
        {
            var unit = row["Code"] == Institutions.Top
                ? await act.Db.Units.SingleAsync(u => u.Code == Institutions.Top, act.Ct)
                : await Unit.Open(act, row["Code"], KindOf(row["Kind"]), Id(demo, "unit:", row["Parent"]), Name(row));
            demo.Ids["unit:" + unit.Code] = unit.Id;
            await act.Db.SaveChangesAsync(act.Ct);
        }
        foreach (var row in demo.Table("periods.csv"))
        {
            var period = await Period.Open(act, row["Code"], Enum.Parse<PeriodKind>(row["Kind"], ignoreCase: true), Id(demo, "period:", row["Parent"]), new(demo.WithYears(row["NameKk"]), demo.WithYears(row["NameRu"]), demo.WithYears(row["NameEn"])), demo.Day(row["Start"]), demo.Day(row["End"]));
            demo.Ids["period:" + period.Code] = period.Id;
            await act.Db.SaveChangesAsync(act.Ct);
        }
        foreach (var year in demo.Table("periods.csv").SelectMany(row => new[] { demo.Day(row["Start"]).Year, demo.Day(row["End"]).Year }).Distinct()) await CalendarDay.NoteNational(act, year);
    }

    private static LocalText Name(Demo.Row row) => new(row["NameKk"], row["NameRu"], row["NameEn"]);

    private static UnitKind KindOf(string code) => Enum.Parse<UnitKind>(code.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    private static Guid? Id(Demo demo, string kind, string code) => code == "" ? null : demo.Ids[kind + code];

}
