using Alys.Access;
using Alys.Assessment;

namespace Alys.Grading;

/// <summary>The control plans of the believable institution and the marks that its teachers have entered so far, by the pages' own verbs.</summary>
internal static class DemoGrading
{
    public static async Task Load(Demo demo, CancellationToken ct)
    {
        var events = new Dictionary<(string Course, string Code), Guid>();
        foreach (var course in demo.Table("control.csv").GroupBy(r => r["Course"]))
            await demo.Acts.Run(demo.Actor, async act =>
            {
                var plan = await ControlPlan.ForChange(act, demo.Ids["course:" + course.Key]);
                foreach (var row in course)
                {
                    var added = await plan.Add(act, await Wish(act, plan, row));
                    await act.Db.SaveChangesAsync(ct);
                    events[(course.Key, row["Code"])] = added.Id;
                }
            }, ct);

        foreach (var entered in demo.Table("marks.csv").GroupBy(r => new { Course = r["Course"], Event = r["Event"], By = r["By"] }))
        {
            var (course, item, by) = (entered.Key.Course, entered.Key.Event, entered.Key.By);
            var eventId = events[(course, item)];
            var teacher = await demo.Acts.Read(db => db.Set<PersonRow>().SingleAsync(p => p.UserName == by, ct));
            await demo.Acts.Run(new Reader(teacher.Id, teacher.Name, teacher.Language, []), async act =>
            {
                var into = await act.Db.ControlEvents.SingleAsync(e => e.Id == eventId, ct);
                foreach (var row in entered)
                    await Ledger.Enter(act, into, new NewMark(demo.Ids["person:" + row["UserName"]], decimal.Parse(row["Percent"], CultureInfo.InvariantCulture), MarkSource.Manual) { Reason = row["Reason"] });
            }, ct);
        }
    }

    private static async Task<NewEvent> Wish(Act act, ControlPlan plan, Demo.Row row)
    {
        var kind = Enum.Parse<ControlKind>(row["Kind"], ignoreCase: true);
        var purpose = Enum.Parse<Purpose>(row["Kind"], ignoreCase: true);
        return new NewEvent
        {
            Kind = kind,
            Part = Enum.Parse<RatingPart>(row["Part"], ignoreCase: true),
            Weight = decimal.Parse(row["Weight"], CultureInfo.InvariantCulture),
            TitleKk = row["TitleKk"],
            TitleRu = row["TitleRu"],
            TitleEn = row["TitleEn"],
            SittingId = row["Source"] == "sitting"
                ? await act.Db.Set<SittingRow>().Where(s => s.CourseId == plan.CourseId && s.Purpose == purpose).OrderBy(s => s.No).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(act.Ct)
                : null,
        };
    }
}
