namespace Alys.Curriculum;

/// <summary>Programmes, subjects and approved syllabi of the believable institution.</summary>
internal static class DemoCurriculum
{
    public static async Task Load(Demo demo, CancellationToken ct)
    {
        await demo.Acts.Run(demo.Actor, act => Subjects(act, demo), ct);
        var head = await HeadOf(demo);
        foreach (var row in demo.Table("subjects.csv"))
        {
            foreach (var kind in (string[])["typical", "working"])
            {
                var file = $"syllabi/{row["Code"]}-{kind}.csv";
                if (demo.Has(file)) await demo.Acts.Run(head, act => SyllabusFrom(act, demo, row["Code"], kind, file), ct);
            }
        }
    }

    private static async Task Subjects(Act act, Demo demo)
    {
        foreach (var row in demo.Table("programmes.csv"))
        {
            var programme = await Programme.Add(act, row["Code"], Name(row), Id(demo, "unit:", row["Chair"]), Int(row["Credits"]), Int(row["Years"]));
            demo.Ids["programme:" + programme.Code] = programme.Id;
            await act.Db.SaveChangesAsync(act.Ct);
        }
        foreach (var row in demo.Table("subjects.csv"))
        {
            var subject = await Subject.Add(act, row["Code"], Name(row), Id(demo, "unit:", row["Chair"]), Id(demo, "programme:", row["Programme"]), Int(row["Credits"]));
            demo.Ids["subject:" + subject.Code] = subject.Id;
            await act.Db.SaveChangesAsync(act.Ct);
        }
    }

    private static async Task SyllabusFrom(Act act, Demo demo, string subjectCode, string kind, string file)
    {
        var (draft, problems) = SyllabusTable.Read(await File.ReadAllBytesAsync(demo.PathOf(file), act.Ct));
        if (draft is null) throw new InvalidOperationException($"{file}: {string.Join("; ", problems)}");
        var subject = await act.Db.Subjects.SingleAsync(s => s.Code == subjectCode, act.Ct);
        var syllabus = await draft.Make(act, subject);
        await act.Db.SaveChangesAsync(act.Ct);
        syllabus.Approve(act, await Syllabi.Typical(act.Db, subject.Id, act.Ct), "");
        demo.Ids[$"syllabus:{subjectCode}-{kind}"] = syllabus.Id;
    }

    /// <summary>The head approves under her own name.</summary>
    private static async Task<Reader> HeadOf(Demo demo)
    {
        var row = demo.Table("people.csv").FirstOrDefault(p => p["Roles"].Split(' ').Contains(Roles.Head));
        if (row is null || !demo.Ids.TryGetValue("person:" + row["UserName"], out var id)) return demo.Actor;
        return await demo.Acts.Read(async db => new Reader(id, (await db.Set<Access.PersonRow>().SingleAsync(p => p.Id == id)).Name, row["Language"], []));
    }

    private static LocalText Name(Demo.Row row) => new(row["NameKk"], row["NameRu"], row["NameEn"]);

    private static Guid? Id(Demo demo, string kind, string code) => code == "" ? null : demo.Ids[kind + code];

    private static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
