using Alys.Curriculum;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Content.Packs;

[Needs(Rights.Write)]
internal sealed class NewModel : AppPage
{
    [BindProperty] public int SubjectNo { get; set; }
    [BindProperty] public string Language { get; set; } = "kk";
    [BindProperty] public string? Title { get; set; }
    [BindProperty] public FinalForm FinalForm { get; set; }

    public List<SelectListItem> Subjects { get; private set; } = [];
    public IEnumerable<SelectListItem> Languages => PackChoices.Languages.Select(l => new SelectListItem(T["content.language." + l], l));
    public IEnumerable<SelectListItem> FinalForms => PackChoices.FinalForms(T);

    private IQueryable<SubjectRow> Mine
    {
        get
        {
            var own = Reader.ScopesOf(Rights.Write, ScopeKinds.Subject);
            return Reader.Everywhere(Rights.Write) ? Db.Set<SubjectRow>() : Db.Set<SubjectRow>().Where(s => own.Contains(s.Id));
        }
    }

    public async Task<IActionResult> OnGet()
    {
        Subjects = [.. (await Mine.OrderBy(s => s.Code).ToListAsync(Ct)).Select(s => new SelectListItem($"{s.Code} {s.Name().In(T.Language)}", s.No.ToString(CultureInfo.InvariantCulture)))];
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        var subject = await Mine.FirstOrDefaultAsync(s => s.No == SubjectNo, Ct) ?? throw new Refusal("content.refusal.subject") { Field = nameof(SubjectNo) };
        var pack = await NewPack.Make(act, subject, Language, Title, FinalForm);
        return Done($"/content/packs/show/{pack.No}", "content.packs.made");
    }, OnGet);
}
