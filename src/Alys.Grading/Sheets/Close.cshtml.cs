using Alys.Communication;
using Alys.Documents;

namespace Alys.Grading.Sheets;

/// <summary>Closes the sheet: the examiner's act. Asks first; freezes the marks and issues the document.</summary>
[Needs(Rights.Close)]
internal sealed class CloseModel : SheetPage
{
    public async Task<IActionResult> OnGet() => await Find(Rights.Close) ? Page() : NotFound();

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (!await Find(Rights.Close)) return NotFound();
        var marks = await Settled();
        await Sheet.Close(act, marks, Service<DocumentStore>(), await SheetData.Of(Db, marks, Sheet, Ct));
        foreach (var line in Sheet.Lines) await Service<Notices>().Give(act, line.PersonId, "grading.notice.closed", [Course.Subject], $"/s/{Course.No}/grades");
        return Done(Here, "grading.sheet.closed");
    }, OnGet);
}
