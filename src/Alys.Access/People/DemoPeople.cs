namespace Alys.Access;

internal sealed record DemoPerson(string UserName, string Name, string[] Roles);

/// <summary>People of the believable institution; their password is one and public, so they exist in demo mode only.</summary>
internal static class DemoPeople
{
    public static string Password(PlatformOptions options)
    {
        var file = Path.Combine(options.World, "institution.csv");
        if (!File.Exists(file)) return "";
        var lines = File.ReadLines(file).Take(2).ToArray();
        var column = Array.IndexOf(lines[0].Split(','), "DemoPassword");
        return column < 0 ? "" : lines[1].Split(',')[column];
    }

    public static async Task Load(Act act, Demo demo)
    {
        var people = demo.Services.GetRequiredService<People>();
        var password = demo.Table("institution.csv")[0]["DemoPassword"];
        foreach (var row in demo.Table("people.csv"))
        {
            var id = await people.Register(act, new(row["UserName"], row["Surname"], row["Given"], row["Patronymic"], row["Email"], row["Language"], row["Iin"], Password: password));
            demo.Ids["person:" + row["UserName"]] = id;
            await act.Db.SaveChangesAsync(act.Ct);
            // Learners, tutors, teachers and authors get their roles with their group, course or subject.
            foreach (var role in row["Roles"].Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(r => r is Roles.Organiser or Roles.Administrator or Roles.Head or Roles.Registrar)) await people.Grant(act, id, role, Scope.Institution);
        }
    }

    public static async Task<IReadOnlyList<DemoPerson>> List(Db db, DateOnly today, CancellationToken ct)
    {
        var people = await db.People.OrderBy(p => p.No).Take(60).Select(p => new { p.Id, p.UserName, p.Name }).ToListAsync(ct);
        var roles = (await db.Set<RoleGrant>().Where(RoleGrant.On(today)).Select(g => new { g.PersonId, g.Role }).Distinct().ToListAsync(ct)).ToLookup(g => g.PersonId, g => g.Role);
        return [.. people.Select(p => new DemoPerson(p.UserName, p.Name, [.. roles[p.Id].Order()]))];
    }
}
