using Alys.Curriculum;
using Alys.Enrolment;
using Alys.Institution;

namespace Alys.Content.Library;

/// <summary>A source that the working syllabus cites. Its key is what uses remember.</summary>
internal sealed record CardSource(int Order, LiteratureKind Kind, LocalText Title)
{
    public string Key => Cut(Title.Kk.Length > 0 ? Title.Kk : Title.Ru.Length > 0 ? Title.Ru : Title.En);

    private static string Cut(string text) => text.Length <= ResourceUse.MaxSource ? text : text[..ResourceUse.MaxSource];
}

/// <param name="Source">Source of the syllabus; null: a resource beyond it.</param>
/// <param name="Resource">What the library has for it; null: nothing.</param>
/// <param name="Coverage">0 to 1.</param>
internal sealed record CardLine(CardSource? Source, Resource? Resource, decimal Coverage);

/// <summary>How a subject is provided with literature and electronic resources on a day (clause 46; «карта обеспеченности»).</summary>
internal sealed record ProvisionCard(SubjectRow Subject, DateOnly Day, int Learners, IReadOnlyList<CardLine> Lines)
{
    public int Electronic => Lines.Select(l => l.Resource).OfType<Resource>().Distinct().Count(r => r.IsElectronicOn(Day));

    public int MainSources => Lines.Where(l => l.Source is { Kind: LiteratureKind.Main }).DistinctBy(l => l.Source).Count();

    /// <summary>Main sources with at least so large a coverage; several copies of one source add up.</summary>
    public int MainCovered(decimal norm) => Lines.Where(l => l.Source is { Kind: LiteratureKind.Main }).GroupBy(l => l.Source).Count(g => Math.Min(1, g.Sum(l => l.Coverage)) >= norm);

    /// <summary>The sources of the newest approved working syllabus, in its order.</summary>
    public static async Task<IReadOnlyList<CardSource>> SourcesOf(Db db, Guid subjectId, CancellationToken ct)
    {
        var syllabus = await db.Set<SyllabusRow>().Where(s => s.SubjectId == subjectId && s.Kind == SyllabusKind.Working && s.ApprovedAt != null)
            .OrderByDescending(s => s.Version).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(ct);
        var rows = await db.Set<LiteratureRow>().Where(l => l.SyllabusId == syllabus).ToListAsync(ct);
        return [.. rows.OrderBy(l => l.Kind).ThenBy(l => l.Order).Select(l => new CardSource(l.Order, l.Kind, new LocalText(l.TitleKk, l.TitleRu, l.TitleEn)))];
    }

    public static async Task<ProvisionCard> Of(Db db, SubjectRow subject, DateOnly day, CancellationToken ct)
    {
        var sources = await SourcesOf(db, subject.Id, ct);
        var learners = await (from course in db.Set<CourseRow>()
                              where course.SubjectId == subject.Id
                              join period in db.Set<PeriodRow>() on course.PeriodId equals period.Id
                              where period.Start <= day && day <= period.End
                              join member in db.Set<GroupMemberRow>() on course.GroupId equals member.GroupId
                              where member.From <= day && (member.To == null || day <= member.To)
                              select member.PersonId).Distinct().CountAsync(ct);
        var resources = await db.Resources.AsNoTracking().Where(r => r.Withdrawal == null && r.Uses.Any(u => u.SubjectId == subject.Id)).Include(r => r.Uses.Where(u => u.SubjectId == subject.Id)).OrderBy(r => r.Title).ToListAsync(ct);
        var answers = resources.SelectMany(r => r.Uses.Select(u => (Resource: r, u.Source))).ToList();
        var cited = sources.SelectMany(source => answers.Where(a => a.Source == source.Key).Select(a => new CardLine(source, a.Resource, a.Resource.CoverageOf(learners, day))).DefaultIfEmpty(new CardLine(source, null, 0)));
        // What answers a source that the syllabus no longer cites stands among the rest.
        var keys = sources.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        var beyond = resources.Where(r => !r.Uses.Exists(u => u.Source is { } key && keys.Contains(key))).Select(r => new CardLine(null, r, r.CoverageOf(learners, day)));
        return new ProvisionCard(subject, day, learners, [.. cited, .. beyond]);
    }
}
