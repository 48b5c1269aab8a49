using Alys.Formats.Questions;

namespace Alys.Assessment.Bank;

/// <summary>The report of an import, before and after it is done.</summary>
[Needs(Rights.EditBank)]
internal sealed class ImportedModel(Files files) : AppPage
{
    public BankImport Import { get; private set; } = null!;
    public int SubjectNo { get; private set; }
    public ImportReport Report { get; private set; } = ImportReport.Empty;

    public async Task<IActionResult> OnGet(int no)
    {
        var import = await Db.BankImports.FirstOrDefaultAsync(i => i.No == no, Ct);
        var subject = import is null ? null : (await BankSubjects.Of(Db, Reader, Ct)).FirstOrDefault(s => s.Id == import.SubjectId);
        if (subject is null) return NotFound();
        (Import, SubjectNo, Report) = (import!, subject.No, import!.Report);
        return Page();
    }

    public async Task<IActionResult> OnPost(int no)
    {
        if (await Db.BankImports.Where(i => i.No == no).Select(i => i.FileHash).FirstOrDefaultAsync(Ct) is not { } hash) return NotFound();
        var file = ImportModel.Read(files, hash);
        return await Act(act => Confirm(act, no, file), () => OnGet(no));
    }

    private async Task<IActionResult> Confirm(Act act, int no, ImportedFile file)
    {
        if (await OnGet(no) is NotFoundResult) return NotFound();
        if (Import.DoneAt is not null) throw new Refusal("assessment.refusal.import-done");
        Import.Report = await QuestionImporting.Run(act.Db, Import, file, act.Now, () => act.NextNumber("assessment.item"), act.Ct);
        Import.DoneAt = act.Now;
        var counts = Import.Report.Lines.CountBy(l => l.Outcome).ToDictionary();
        act.Wrote("assessment.import.done", Import, new(ScopeKinds.Subject, Import.SubjectId), after: new
        {
            Import.FileName, Created = counts.GetValueOrDefault(ImportOutcome.Created), Changed = counts.GetValueOrDefault(ImportOutcome.Changed), Skipped = counts.GetValueOrDefault(ImportOutcome.Skipped),
        });
        return Done($"/assessment/bank/imported/{no}", "assessment.import.finished");
    }
}
