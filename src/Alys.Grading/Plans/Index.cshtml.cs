namespace Alys.Grading.Plans;

/// <summary>The courses whose control the reader plans.</summary>
[Needs(Rights.Plan)]
internal sealed class IndexModel : ListPage
{
    public IReadOnlyList<CourseHead> Courses { get; private set; } = [];
    public IReadOnlyDictionary<Guid, ControlPlan> Plans { get; private set; } = new Dictionary<Guid, ControlPlan>();

    public async Task OnGet()
    {
        Courses = await PartOf(CourseHead.All(Db, Reader, Rights.Plan, Wanted));
        var ids = Courses.Select(c => c.Id).ToList();
        Plans = await Db.ControlPlans.AsNoTracking().Include(p => p.AllEvents).Where(p => ids.Contains(p.CourseId)).ToDictionaryAsync(p => p.CourseId, Ct);
    }
}
