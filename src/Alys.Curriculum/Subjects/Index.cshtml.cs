namespace Alys.Curriculum;

[Needs(CurriculumRights.See)]
internal sealed class SubjectsModel : AppPage
{
    public sealed record Line(int No, string Code, LocalText Name, int Credits, int? Typical, int? Working);

    public IReadOnlyList<Line> Subjects { get; private set; } = [];
    public IReadOnlyList<Programme> Programmes { get; private set; } = [];
    public bool MayEdit => Reader.Everywhere(CurriculumRights.Edit);

    public async Task OnGet()
    {
        var subjects = await Db.Subjects.AsNoTracking().VisibleTo(Reader, Subject.Visibility).OrderBy(s => s.Code).ToListAsync(Ct);
        var approved = (await Db.Set<SyllabusRow>().Where(s => s.ApprovedAt != null).GroupBy(s => new { s.SubjectId, s.Kind }).Select(g => new { g.Key.SubjectId, g.Key.Kind, Version = g.Max(s => s.Version) }).ToListAsync(Ct))
            .ToDictionary(s => (s.SubjectId, s.Kind), s => (int?)s.Version);
        Subjects = [.. subjects.Select(s => new Line(s.No, s.Code, s.Name, s.Credits, approved.GetValueOrDefault((s.Id, SyllabusKind.Typical)), approved.GetValueOrDefault((s.Id, SyllabusKind.Working))))];
        Programmes = await Db.Programmes.AsNoTracking().OrderBy(p => p.Code).ToListAsync(Ct);
    }
}
