namespace Alys.Learning.Courses;

/// <summary>A course by modules, topics and units, with dates and progress.</summary>
[Needs(Rights.Study, Rights.Follow)]
internal sealed class OutlineModel : AppPage
{
    [FromRoute] public int S { get; set; }

    public CourseHead Course { get; private set; } = null!;
    public bool IsLearner { get; private set; }
    public bool MaySetDays => Course.IsOpen && Reader.May(Rights.SetDays, Course.Scope);
    public bool MayOpenTests => Alys.Assessment.SittingSight.Has(Reader, Course.Scope, new(ScopeKinds.Group, Course.GroupId));
    public IReadOnlyList<OutlinePart> Parts { get; private set; } = [];
    public IReadOnlyList<CourseSitting> Sittings { get; private set; } = [];
    public int Finished { get; private set; }
    public int Count { get; private set; }
    public CourseUnit? Next { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (await Service<CourseQueries>().Find(Db, S, Reader, Now) is not { } course) return NotFound();
        Course = course;
        IsLearner = course.IsStudiedBy(Reader);
        if (course.PackId is not { } pack) return Page();
        var progress = IsLearner ? (await Service<OutlineQueries>().Progress(Db, Reader.PersonId, course.Id).ToListAsync(Ct)).ToDictionary(p => p.UnitId) : [];
        var units = (await Service<PackUnits>().Of(Db, pack)).Select(u => CourseUnit.Of(u, progress.GetValueOrDefault(u.Id))).ToList();
        var topics = course.SyllabusId is { } syllabus ? await Service<CourseTopics>().Of(Db, syllabus, Ct) : [];
        Sittings = await Service<CourseSittings>().Of(Db, course.Id, Reader.PersonId);
        Parts = OutlinePart.Arrange(units, topics, new StudyCalendar(course.Start, course.End, topics.Select(t => t.Week)));
        (Count, Finished) = (units.Count, units.Count(u => u.IsDone));
        Next = Parts.SelectMany(p => p.Topics).SelectMany(t => t.Units).FirstOrDefault(u => !u.IsDone);
        return Page();
    }
}

/// <summary>A module of the outline; without a title: what belongs to the subject as a whole.</summary>
internal sealed record OutlinePart(LocalText? Title, bool IsControl, IReadOnlyList<OutlineTopic> Topics)
{
    /// <summary>Papers of the subject first, then the plan by modules and topics, then the materials of control.</summary>
    public static IReadOnlyList<OutlinePart> Arrange(IReadOnlyList<CourseUnit> units, IReadOnlyList<CourseTopic> topics, StudyCalendar calendar)
    {
        var byTopic = units.Where(u => u.TopicId is not null).ToLookup(u => u.TopicId!.Value);
        var known = topics.Select(t => t.Id).ToHashSet();
        var loose = units.Where(u => u.TopicId is not { } id || !known.Contains(id)).ToList();
        var parts = new List<OutlinePart>();
        Add(loose.Where(u => u.Slot.StartsWith("M1", StringComparison.Ordinal) || u.Slot.StartsWith("M2", StringComparison.Ordinal)), false);
        foreach (var module in topics.GroupBy(t => t.Module))
        {
            parts.Add(new(module.First().ModuleTitle, false, [.. module.Select(t => new OutlineTopic(t, calendar.DueOn(t.Week), [.. byTopic[t.Id]]))]));
        }
        Add(loose.Where(u => u.Slot[0] == 'M' && u.Slot[1] is >= '3' and <= '6' || u.Slot[0] == 'A'), false);
        Add(loose.Where(u => u.Slot.StartsWith("M7", StringComparison.Ordinal) || u.Slot.StartsWith("M8", StringComparison.Ordinal)), true);
        return parts;

        void Add(IEnumerable<CourseUnit> some, bool isControl)
        {
            if (some.ToList() is { Count: > 0 } these) parts.Add(new(null, isControl, [new(null, null, these)]));
        }
    }
}

/// <summary>A row of the plan with its units; without a topic: the units of its part.</summary>
internal sealed record OutlineTopic(CourseTopic? Topic, DateOnly? DueOn, IReadOnlyList<CourseUnit> Units);
