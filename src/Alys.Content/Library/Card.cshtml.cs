using Alys.Curriculum;
using Alys.Documents;

namespace Alys.Content.Library;

/// <summary>How a subject is provided today, and the cards issued before.</summary>
[Needs(Rights.Library)]
internal sealed class CardModel : AppPage
{
    public ProvisionCard Card { get; private set; } = null!;
    public IReadOnlyList<DocumentRow> Issued { get; private set; } = [];
    public decimal Norm => Service<ContentOptions>().ProvisionPercent / 100m;

    public async Task<IActionResult> OnGet(int subject)
    {
        if (await Db.Set<SubjectRow>().FirstOrDefaultAsync(s => s.No == subject, Ct) is not { } found || !Reader.MayKeepOf(found.Id)) return NotFound();
        Card = await ProvisionCard.Of(Db, found, DateOnly.FromDateTime(Texts.Local(Now)), Ct);
        Issued = await Db.Set<DocumentRow>().Where(d => d.Kind == ProvisionCardKind.KindCode && d.AboutId == found.Id && !d.IsAnnulled).OrderByDescending(d => d.No).Take(20).ToListAsync(Ct);
        return Page();
    }
}
