using Alys.Content;
using Alys.Curriculum;
using Alys.Enrolment;
using Alys.Learning.Deliveries;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Learning.Openings;

/// <summary>What the two ways of opening a course have in common: the course, its packs and what each still lacks.</summary>
internal abstract class OpeningForm : AppPage
{
    [FromRoute] public int S { get; set; }
    /// <summary>Number of the pack.</summary>
    [BindProperty(SupportsGet = true)] public int? Pack { get; set; }
    [BindProperty] public DateOnly? OpensOn { get; set; }

    public CourseToOpen Course { get; private set; } = null!;
    public IReadOnlyList<PackRow> Packs { get; private set; } = [];
    public PackRow? Chosen { get; private set; }
    public PackVerdict? Verdict { get; private set; }
    public Opening? Current { get; private set; }
    public IReadOnlyList<SelectListItem> PackChoices => [.. Packs.Select(p => new SelectListItem(p.Title.In(T.Language), p.No.ToString(CultureInfo.InvariantCulture)))];

    protected DateOnly Today => DateOnly.FromDateTime(Texts.Local(Now));

    protected async Task<bool> Load()
    {
        var course = await (from c in Db.Set<CourseRow>().Where(c => c.No == S)
                            join s in Db.Set<SubjectRow>() on c.SubjectId equals s.Id
                            join g in Db.Set<GroupRow>() on c.GroupId equals g.Id
                            select new CourseToOpen(c.Id, c.SubjectId, s.NameKk, s.NameRu, s.NameEn, g.Code, g.Language)).FirstOrDefaultAsync(Ct);
        if (course is null) return false;
        Course = course;
        Packs = await Db.Set<PackRow>().Where(p => p.SubjectId == course.SubjectId).OrderBy(p => p.No).ToListAsync(Ct);
        Chosen = Packs.FirstOrDefault(p => p.No == Pack) ?? Packs.FirstOrDefault(p => p.Language == course.Language) ?? (Packs.Count > 0 ? Packs[0] : null);
        if (Chosen is not null) Verdict = await Service<Completeness>().Of(Db, Chosen.Id, Ct);
        Current = await Db.Openings.AsNoTracking().Where(o => o.CourseId == course.Id && (o.Until == null || o.Until >= Today)).OrderByDescending(o => o.No).FirstOrDefaultAsync(Ct);
        return true;
    }

    protected async Task<IActionResult> Open(Act act, DateOnly? until, string? reason)
    {
        if (Chosen is null) throw new Refusal("learning.refusal.no-pack") { Field = nameof(Pack) };
        var opening = new Opening { No = await act.NextNumber("learning.opening", Course.Id), CourseId = Course.Id, PackId = Chosen.Id, OpensOn = OpensOn ?? Today, Until = until, Reason = reason, At = act.Now, ByPersonId = Reader.PersonId };
        Db.Add(opening);
        act.Wrote(LearningFacts.Opened, opening, new(ScopeKinds.Course, Course.Id), after: new { courseId = Course.Id, packId = Chosen.Id, opening.OpensOn, opening.Until, opening.Reason });
        await Db.SaveChangesAsync(Ct);
        await Issue.To(act, Course.Id);
        return Done("/learning/openings", "learning.opening.done");
    }
}

internal sealed record CourseToOpen(Guid Id, Guid SubjectId, string Kk, string Ru, string En, string Group, string Language)
{
    public LocalText Subject => new(Kk, Ru, En);
}
