using Alys.Access;
using Alys.Documents;

namespace Alys.Grading.Sheets;

/// <summary>A grade sheet: its lines, the acts on it, what may be done next, its document.</summary>
[Needs(Rights.Enter, Rights.Check, Rights.Close, Rights.Reopen)]
internal sealed class ShowModel : SheetPage
{
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();
    public DocumentRow? Document { get; private set; }
    public bool MaySeeMarks => Reader.May(Rights.Enter, Sheet.Scope) || Reader.May(Rights.Check, Sheet.Scope);
    public bool MayFill => Sheet.MayBeFilled && Reader.May(Rights.Enter, Sheet.Scope);
    public bool MayCheck => Sheet.MayBeChecked && Reader.May(Rights.Check, Sheet.Scope) && Sheet.Last.ByPersonId != Reader.PersonId;
    public bool MayClose => Sheet.MayBeClosed && Reader.May(Rights.Close, Sheet.Scope);
    public bool MayReopen => Sheet.MayBeReopened && Reader.May(Rights.Reopen, Sheet.Scope);

    public async Task<IActionResult> OnGet()
    {
        if (!await Find()) return NotFound();
        var people = Sheet.Steps.Select(s => s.ByPersonId).Distinct().ToList();
        Names = await Db.Set<PersonRow>().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, Ct);
        if (Sheet.DocumentId is { } id) Document = await Db.Set<DocumentRow>().FirstOrDefaultAsync(d => d.Id == id, Ct);
        return Page();
    }

    public string Percent(decimal? percent) => percent is { } p ? T.Number(p) : "–";
}
