using Alys.Curriculum;
using Alys.Formats.Questions;

namespace Alys.Assessment.Bank;

/// <summary>Takes a question file and says what it would do; nothing is imported before it is confirmed.</summary>
[Needs(Rights.EditBank)]
internal sealed class ImportModel(Files files, AssessmentOptions options) : AppPage
{
    public IReadOnlyList<SubjectRow> Subjects { get; private set; } = [];
    [BindProperty(SupportsGet = true)] public int Subject { get; set; }
    [BindProperty] public string Lang { get; set; } = "";
    [BindProperty] public string? Tags { get; set; }
    [BindProperty] public IFormFile? Upload { get; set; }

    public async Task<IActionResult> OnGet()
    {
        Subjects = await BankSubjects.Of(Db, Reader, Ct);
        if (Lang.Length == 0) Lang = T.Language;
        return Subjects.Count == 0 || (Subject != 0 && Subjects.All(s => s.No != Subject)) ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (Upload is null or { Length: 0 }) ModelState.AddModelError(nameof(Upload), T["assessment.refusal.no-file"]);
        var bytes = Upload is null || Upload.Length > options.ImportMegabytes * 1024L * 1024 ? [] : await Bytes(Upload);
        var file = ImportedFile.Of(bytes);
        return await Act(async act =>
        {
            var subject = (await BankSubjects.Of(act.Db, act.Reader, act.Ct)).FirstOrDefault(s => s.No == Subject);
            if (subject is null || Lang is not ("kk" or "ru" or "en")) return NotFound();
            if (bytes.Length == 0) throw new Refusal("platform.refusal.file-too-large", options.ImportMegabytes) { Field = "Upload" };
            if (file.File.Refusal is { } problem) throw new Refusal(problem.Key, [.. problem.Args]) { Field = "Upload" };
            var stored = await files.Put(new MemoryStream(bytes), bytes.Length, act.Ct);
            var import = new BankImport
            {
                SubjectId = subject.Id, Language = Lang, FileHash = stored.Hash, FileName = Path.GetFileName(Upload!.FileName) is var name && name.Length > 200 ? name[^200..] : name,
                Tags = (Tags ?? "").Trim() is var tags && tags.Length > 500 ? throw new Refusal("assessment.refusal.too-many-tags", Item.MaxTags) { Field = "Tags" } : tags,
                ReportJson = "[]", ById = act.Reader.PersonId, At = act.Now, No = await act.NextNumber("assessment.import"),
            };
            import.Report = await QuestionImporting.Run(act.Db, import, file, act.Now, null, act.Ct);
            act.Db.Add(import);
            act.Wrote("assessment.import.tried", import, new(ScopeKinds.Subject, subject.Id), after: new { import.FileName, import.FileHash });
            return Done($"/assessment/bank/imported/{import.No}");
        }, OnGet);
    }

    private async Task<byte[]> Bytes(IFormFile upload)
    {
        var bytes = new byte[upload.Length];
        await using var stream = upload.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, Ct);
        return bytes;
    }

    internal static ImportedFile Read(Files files, string hash)
    {
        using var stream = files.Open(hash);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return ImportedFile.Of(bytes.ToArray());
    }
}
