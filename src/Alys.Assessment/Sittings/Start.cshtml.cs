using Alys.Assessment.Attempts;
using Alys.Curriculum;
using Alys.Enrolment;

namespace Alys.Assessment.Sittings;

/// <summary>A test before it is taken: rules, time, attempts, and what happens when the link drops.</summary>
[Needs(Assessment.Rights.Take, Assessment.Rights.Watch)]
internal sealed class StartModel(Starting starting) : AppPage
{
    public Sitting Sitting { get; private set; } = null!;
    public StartRules Rules { get; private set; } = null!;
    public int Course { get; private set; }
    public bool IsLearner { get; private set; }
    public int Items { get; private set; }

    public async Task<IActionResult> OnGet(int s, int sitting)
    {
        var course = await (from x in Db.Sittings.AsNoTracking().VisibleTo(Reader, Sitting.Visibility)
                            join c in Db.Set<CourseRow>() on x.CourseId equals c.Id
                            join subject in Db.Set<SubjectRow>() on c.SubjectId equals subject.Id
                            where c.No == s && x.No == sitting
                            select new { Sitting = x, subject.NameKk, subject.NameRu, subject.NameEn }).FirstOrDefaultAsync(Ct);
        if (course?.Sitting is not { } found) return NotFound();
        (Sitting, Course, Items) = (found, s, found.Plan.Items);
        IsLearner = Reader.May(Assessment.Rights.Take, new(ScopeKinds.Group, found.GroupId));
        Rules = await Starting.Rules(Db, found, Reader.PersonId, Now, Ct);
        ViewData["Crumbs"] = Crumb.Trail(new Crumb(new LocalText(course.NameKk, course.NameRu, course.NameEn).In(T.Language), $"/s/{s}"), new Crumb(found.Title.In(T.Language), null));
        return Page();
    }

    public Task<IActionResult> OnPost(int s, int sitting) => Act(async act =>
    {
        var course = await act.Db.Set<CourseRow>().FirstOrDefaultAsync(c => c.No == s, act.Ct);
        var found = course is null ? null : await act.Db.Sittings.VisibleTo(act.Reader, Sitting.Visibility).FirstOrDefaultAsync(x => x.CourseId == course.Id && x.No == sitting, act.Ct);
        if (found is null || !act.Reader.May(Assessment.Rights.Take, new(ScopeKinds.Group, found.GroupId))) return NotFound();
        var attempt = await starting.Start(act, found, act.Reader.PersonId);
        return Done($"/a/{attempt.Code}");
    }, () => OnGet(s, sitting));
}
