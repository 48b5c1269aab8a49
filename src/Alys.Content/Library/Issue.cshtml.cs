using Alys.Content.Packs;
using Alys.Curriculum;
using Alys.Documents;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Content.Library;

/// <summary>Issues the provision card of a subject as a registered document with a hash and a page of verification.</summary>
[Needs(Rights.Library)]
internal sealed class IssueModel : AppPage
{
    [BindProperty] public string? Language { get; set; }
    public SubjectRow Subject { get; private set; } = null!;
    public IEnumerable<SelectListItem> Languages => PackChoices.Languages.Select(l => new SelectListItem(T["content.language." + l], l));

    private async Task<bool> Find(int no)
    {
        if (await Db.Set<SubjectRow>().FirstOrDefaultAsync(s => s.No == no, Ct) is not { } found || !Reader.MayKeepOf(found.Id)) return false;
        Subject = found;
        return true;
    }

    public async Task<IActionResult> OnGet(int subject)
    {
        if (!await Find(subject)) return NotFound();
        Language ??= T.Language;
        return Page();
    }

    public Task<IActionResult> OnPost(int subject) => Act(async act =>
    {
        if (!await Find(subject)) throw new Refusal("content.refusal.subject");
        if (!PackChoices.Languages.Contains(Language)) throw new Refusal("content.refusal.language") { Field = nameof(Language) };
        await Issue(act, Service<DocumentStore>(), Subject, Language!, Service<ContentOptions>());
        return Done($"/content/library/card/{Subject.No}", "content.card.was-issued");
    }, () => OnGet(subject));

    internal static async Task Issue(Act act, DocumentStore documents, SubjectRow subject, string language, ContentOptions options)
    {
        var card = await ProvisionCard.Of(act.Db, subject, DateOnly.FromDateTime(Texts.Local(act.Now)), act.Ct);
        if (card.Lines.Count == 0) throw new Refusal("content.refusal.card-empty");
        var data = await CardData.Of(act.Db, card, options.ProvisionPercent / 100m, act.Ct);
        await documents.Issue(act, new NewDocument(ProvisionCardKind.KindCode, data, subject.Name(), subject.Id, new Scope(ScopeKinds.Subject, subject.Id)) { Language = language });
    }
}
