namespace Alys.Learning.Openings;

/// <summary>Opens the courses of the believable institution to their groups.</summary>
internal static class DemoOpenings
{
    public static Task Load(Demo demo, CancellationToken ct) => demo.Acts.Run(demo.Actor, async act =>
    {
        foreach (var row in demo.Table("openings.csv"))
        {
            var course = demo.Ids["course:" + row["Course"]];
            var pack = demo.Table("courses.csv").First(c => c["Course"] == row["Course"])["Pack"];
            if (!demo.Ids.TryGetValue("pack:" + pack, out var packId)) continue;
            var opening = new Opening
            {
                No = await act.NextNumber("learning.opening", course), CourseId = course, PackId = packId, OpensOn = demo.Day(row["OpensOn"]), At = act.Now,
                Reason = row["ExceptionReason"] is { Length: > 0 } reason ? reason : null,
                Until = row["ExceptionUntil"] is { Length: > 0 } until ? demo.Day(until) : null,
            };
            act.Db.Add(opening);
            act.Wrote(LearningFacts.Opened, opening, new(ScopeKinds.Course, course), after: new { courseId = course, packId, opening.OpensOn, opening.Until, opening.Reason });
            await act.Db.SaveChangesAsync(ct);
            await Deliveries.Issue.To(act, course);
        }
    }, ct);
}
