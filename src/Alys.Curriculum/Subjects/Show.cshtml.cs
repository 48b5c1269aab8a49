using Alys.Access;
using Alys.Institution;

namespace Alys.Curriculum;

[Needs(CurriculumRights.See)]
internal sealed class SubjectModel : AppPage
{
    public sealed record Version(int No, SyllabusKind Kind, int Number, int Hours, DateTime MadeAt, DateTime? ApprovedAt, string? ApprovedBy);

    [BindProperty(SupportsGet = true)] public int No { get; set; }
    public Subject Subject { get; private set; } = null!;
    public LocalText? Chair { get; private set; }
    public Programme? Programme { get; private set; }
    public IReadOnlyList<Version> Versions { get; private set; } = [];
    /// <summary>R-36 for the latest working version; null where there is none.</summary>
    public IReadOnlyList<SyllabusDifference>? Differences { get; private set; }
    public bool MayEdit => Reader.Everywhere(CurriculumRights.Edit);

    public async Task<IActionResult> OnGet()
    {
        if (await Db.Subjects.AsNoTracking().VisibleTo(Reader, Subject.Visibility).FirstOrDefaultAsync(s => s.No == No, Ct) is not { } subject) return NotFound();
        Subject = subject;
        if (await Db.Set<UnitRow>().FirstOrDefaultAsync(u => u.Id == subject.ChairId, Ct) is { } chair) Chair = new(chair.NameKk, chair.NameRu, chair.NameEn);
        Programme = await Db.Programmes.AsNoTracking().FirstOrDefaultAsync(p => p.Id == subject.ProgrammeId, Ct);
        var syllabi = await Db.Syllabi.AsNoTracking().Include(s => s.Approval).Where(s => s.SubjectId == subject.Id).OrderBy(s => s.Kind).ThenByDescending(s => s.Version).ToListAsync(Ct);
        var ids = syllabi.Select(s => s.Approval?.ByPersonId).OfType<Guid>().Distinct().ToArray();
        var names = await Db.Set<PersonRow>().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, Ct);
        Versions = [.. syllabi.Select(s => new Version(s.No, s.Kind, s.Version, s.Hours.Total, s.MadeAt, s.Approval?.At, s.Approval?.ByPersonId is { } by ? names.GetValueOrDefault(by) : null))];
        if (syllabi.Find(s => s.Kind == SyllabusKind.Working) is { } working) Differences = await Syllabi.DifferencesFromTypical(Db, working.Id, Ct);
        return Page();
    }
}
