using Alys.Formats;

namespace Alys.Curriculum;

/// <summary>The report on a table before it becomes a version: everything that would be made, every row that could not be taken.</summary>
[Needs(CurriculumRights.Edit)]
internal sealed class ReviewSyllabusModel(Files files) : AppPage
{
    [BindProperty(Name = "file", SupportsGet = true)] public string? Hash { get; set; }
    [BindProperty(SupportsGet = true)] public int? Subject { get; set; }
    public SyllabusDraft? Draft { get; private set; }
    public IReadOnlyList<Problem> Problems { get; private set; } = [];
    public Subject? Found { get; private set; }
    public int NextVersion { get; private set; }
    /// <summary>A text key, where the table is sound but cannot be taken for this subject.</summary>
    public string? Obstacle { get; private set; }
    public bool MayImport => Draft is not null && Obstacle is null;

    public async Task<IActionResult> OnGet()
    {
        if (await Bytes() is not { } bytes) return NotFound();
        await Plan(Db, bytes);
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (await Bytes() is not { } bytes) return NotFound();
        await Plan(act.Db, bytes);
        if (Draft is null) throw new Refusal("curriculum.refusal.table-errors");
        if (Obstacle is not null) throw new Refusal(Obstacle);
        var subject = Found ?? await Alys.Curriculum.Subject.Add(act, Draft.SubjectCode, Draft.Title, null, null, Draft.Credits);
        var syllabus = await Draft.Make(act, subject);
        return Done($"/curriculum/syllabi/show/{syllabus.No}", "curriculum.syllabus.made");
    }, OnGet);

    private async Task Plan(Db db, byte[] bytes)
    {
        (Draft, Problems) = SyllabusTable.Read(bytes);
        if (Draft is null) return;
        Found = Subject is { } no ? await db.Subjects.FirstOrDefaultAsync(s => s.No == no, Ct) : await db.Subjects.FirstOrDefaultAsync(s => s.Code == Draft.SubjectCode, Ct);
        if (Found is null && Draft.SubjectCode == "") Obstacle = "curriculum.refusal.which-subject";
        if (Found is not null && Draft.SubjectCode != "" && Draft.SubjectCode != Found.Code) Obstacle = "curriculum.refusal.other-subject";
        if (Found is { } subject) NextVersion = await db.Syllabi.Where(s => s.SubjectId == subject.Id && s.Kind == Draft.Kind).MaxAsync(s => (int?)s.Version, Ct) ?? 0;
        NextVersion++;
    }

    private async Task<byte[]?> Bytes()
    {
        if (Hash is not { Length: 64 } || Hash.AsSpan().ContainsAnyExcept("0123456789abcdef") || !files.Exists(Hash)) return null;
        await using var stored = files.Open(Hash);
        using var copy = new MemoryStream();
        await stored.CopyToAsync(copy, Ct);
        return copy.Length > ImportSyllabusModel.MaxBytes ? null : copy.ToArray();
    }
}
