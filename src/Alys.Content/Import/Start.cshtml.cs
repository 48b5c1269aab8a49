using Alys.Content.Packs;

namespace Alys.Content.Import;

/// <summary>Takes an archive of lessons in and keeps it; nothing is imported yet.</summary>
[Needs(Rights.Write)]
internal sealed class StartModel : PackPage
{
    [BindProperty] public IFormFile? Upload { get; set; }

    public IReadOnlyList<LessonImport> Earlier { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (!await FindPack()) return NotFound();
        Earlier = await Db.LessonImports.AsNoTracking().Where(i => i.PackId == Pack.Id).OrderByDescending(i => i.No).Take(20).ToListAsync(Ct);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await FindPack()) return NotFound();
        StoredFile? stored = null;
        Refusal? refused = null;
        try
        {
            if (Upload is { Length: > 0 })
            {
                await using var content = Upload.OpenReadStream();
                stored = await Service<Files>().Put(content, Service<ContentOptions>().ImportMegabytes * 1024L * 1024, Ct);
            }
        }
        catch (Refusal refusal)
        {
            refused = refusal;
        }
        return await Act(async act =>
        {
            if (refused is not null) throw refused;
            if (stored is not { } file) throw new Refusal("content.refusal.no-file") { Field = nameof(Upload) };
            var pack = await FoundPack();
            var last = await act.Db.LessonImports.Where(i => i.PackId == pack.Id).OrderByDescending(i => i.No).FirstOrDefaultAsync(Ct);
            var name = Path.GetFileName(Upload!.FileName);
            var import = new LessonImport
            {
                No = await act.NextNumber("content.import"), PackId = pack.Id, Hash = file.Hash, Bytes = file.Length, FileName = name[..Math.Min(name.Length, 300)],
                Rules = last?.Rules ?? PlacementRules.Default.Json, SpreadTopics = last?.SpreadTopics ?? true, HeadingLevel = last?.HeadingLevel ?? 0, At = act.Now, ByPersonId = Reader.PersonId,
            };
            act.Db.Add(import);
            act.Wrote("content.lessons.received", import, pack.Scope, after: new { packId = pack.Id, import.FileName, import.Hash, import.Bytes });
            return Done($"/content/import/show/{import.No}");
        }, OnGet);
    }
}
