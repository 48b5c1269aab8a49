using Alys.Curriculum;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Content.Library;

/// <summary>Says that a subject uses the resource, and which source of its syllabus it answers: first the subject, then the source.</summary>
[Needs(Rights.Library)]
internal sealed class UseModel : AppPage
{
    [BindProperty(SupportsGet = true, Name = "no")] public int No { get; set; }
    [BindProperty(SupportsGet = true, Name = "subject")] public int? SubjectNo { get; set; }
    [BindProperty(SupportsGet = true)] public int Source { get; set; }

    public Resource Resource { get; private set; } = null!;
    public SubjectRow? Chosen { get; private set; }
    public IReadOnlyList<SelectListItem> Subjects { get; private set; } = [];
    public IReadOnlyList<CardSource> Sources { get; private set; } = [];

    private IQueryable<SubjectRow> Mine
    {
        get
        {
            var own = Reader.ScopesOf(Rights.Library, ScopeKinds.Subject);
            return Reader.Everywhere(Rights.Library) ? Db.Set<SubjectRow>() : Db.Set<SubjectRow>().Where(s => own.Contains(s.Id));
        }
    }

    public async Task<IActionResult> OnGet()
    {
        if (await Db.FindResource(No, Ct) is not { Withdrawal: null } found) return NotFound();
        Resource = found;
        Chosen = await Mine.FirstOrDefaultAsync(s => s.No == SubjectNo, Ct);
        if (Chosen is not null) Sources = await ProvisionCard.SourcesOf(Db, Chosen.Id, Ct);
        else Subjects = [.. (await Mine.OrderBy(s => s.Code).ToListAsync(Ct)).Select(s => new SelectListItem($"{s.Code} {s.Name().In(T.Language)}", s.No.ToString(CultureInfo.InvariantCulture)))];
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        var resource = await act.FoundResource(No);
        var subject = await Mine.FirstOrDefaultAsync(s => s.No == SubjectNo, Ct) ?? throw new Refusal("content.refusal.subject");
        var source = Source == 0 ? null : (await ProvisionCard.SourcesOf(Db, subject.Id, Ct)).FirstOrDefault(s => s.Order == Source) ?? throw new Refusal("content.refusal.resource-source") { Field = "Source" };
        resource.UseIn(act, subject, source?.Kind ?? LiteratureKind.Additional, source?.Key);
        return Done(Resources.Url("show", No), "content.resource.is-used");
    }, OnGet);
}
