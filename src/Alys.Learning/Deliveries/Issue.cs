namespace Alys.Learning.Deliveries;

/// <summary>Enters into the ledger what has become available: units published, learners come, courses opened since the last time (clauses 9.2, 45).</summary>
internal sealed class Issue(Acts acts, IssuedCourses issued) : IJobRun
{
    public async Task Run(CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(Texts.Local(DateTime.UtcNow));
        foreach (var course in (await acts.Read(db => IssuedCourses.Open(db, today, ct))).Where(c => !issued.Has(c)))
        {
            if (await acts.Read(db => Missing(db, course.Id, today).AnyAsync(ct))) await acts.Run(Reader.System, act => To(act, course.Id), ct);
            issued.Keep(course);
        }
    }

    /// <summary>Enters what the course's learners have not been issued yet.</summary>
    public static async Task To(Act act, Guid course)
    {
        var missing = await Missing(act.Db, course, DateOnly.FromDateTime(Texts.Local(act.Now))).ToListAsync(act.Ct);
        if (missing.Count == 0) return;
        foreach (var (unit, person) in missing.Select(m => (m.UnitId, m.PersonId)))
        {
            act.Db.Add(new Delivery { CourseId = course, UnitId = unit, PersonId = person, Channel = DeliveryChannel.Network, IssuedAt = act.Now });
        }
        act.Wrote("learning.units.issued", "Course", course, new(ScopeKinds.Course, course), after: new { units = missing.Select(m => m.UnitId).Distinct().Count(), lines = missing.Count });
    }

    private static IQueryable<Line> Missing(Db db, Guid course, DateOnly today)
    {
        var open = db.Openings.Where(Openings.Opening.On(today)).Where(o => o.CourseId == course);
        return from o in open
               where o.No == open.Max(x => x.No)
               join c in db.Set<Enrolment.CourseRow>() on o.CourseId equals c.Id
               join m in db.Set<Enrolment.GroupMemberRow>() on c.GroupId equals m.GroupId
               where m.From <= today && (m.To == null || m.To >= today)
               from u in db.Set<Content.PublishedUnitRow>().Where(u => u.PackId == o.PackId)
               where !db.Set<Delivery>().Any(d => d.PersonId == m.PersonId && d.CourseId == course && d.UnitId == u.Id)
               select new Line { UnitId = u.Id, PersonId = m.PersonId };
    }

    private sealed class Line
    {
        public Guid UnitId { get; init; }
        public Guid PersonId { get; init; }
    }
}
