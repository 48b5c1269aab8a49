using Alys.Institution;

namespace Alys.Learning.Day;

/// <summary>The first page: a learner's day, a member of staff's courses and queues, the portal's front for whoever is not signed in.</summary>
[Open]
internal sealed class IndexModel : AppPage
{
    public LocalText? Institution { get; private set; }
    public LearnerDay? Mine { get; private set; }
    public IReadOnlyList<StaffCourse> Courses { get; private set; } = [];
    public bool IsStaff { get; private set; }
    /// <summary>An organiser of an institution that has nothing yet: what to do, and in which order.</summary>
    public bool ShowsFirstSteps => IsStaff && Courses.Count == 0 && Reader.HasRole(Roles.Organiser);

    public async Task<IActionResult> OnGet()
    {
        if (!Reader.IsSignedIn)
        {
            Institution = await Db.Set<InstitutionRow>().OrderBy(i => i.Id).Select(i => new LocalText(i.NameKk, i.NameRu, i.NameEn)).FirstOrDefaultAsync(Ct);
            return Page();
        }
        var groups = Reader.ScopesOf(Rights.Study, ScopeKinds.Group);
        if (groups.Length > 0) Mine = await LearnerDay.Of(Db, Reader.PersonId, groups, Service<Courses.CourseTopics>(), Service<Courses.PackUnits>(), Service<Courses.CourseSittings>(), Now, Ct);
        IsStaff = Reader.Has(Rights.Follow) || groups.Length == 0;
        if (Reader.Has(Rights.Follow)) Courses = await StaffCourse.Of(Db, Reader, Now, Ct);
        return Page();
    }
}
