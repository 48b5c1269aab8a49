using Alys.Curriculum;

namespace Alys.Assessment.Bank;

/// <summary>A new item: first its kind and language, then its text.</summary>
[Needs(Rights.EditBank)]
internal sealed class NewModel : AppPage
{
    public IReadOnlyList<SubjectRow> Subjects { get; private set; } = [];
    [BindProperty(SupportsGet = true)] public int Subject { get; set; }
    [BindProperty(SupportsGet = true)] public string? Lang { get; set; }
    [BindProperty(SupportsGet = true)] public ItemKind? Kind { get; set; }
    [BindProperty] public ItemForm Form { get; set; } = new();

    public async Task<IActionResult> OnGet()
    {
        Subjects = await BankSubjects.Of(Db, Reader, Ct);
        if (Subjects.Count == 0 || (Subject != 0 && Subjects.All(s => s.No != Subject))) return NotFound();
        Form.Pad();
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        var subject = (await BankSubjects.Of(act.Db, act.Reader, act.Ct)).FirstOrDefault(s => s.No == Subject);
        if (subject is null || Kind is not { } kind || Lang is not ("kk" or "ru" or "en")) return NotFound();
        var body = Form.Body(kind);
        var item = new Item { SubjectId = subject.Id, Language = Lang, Title = ItemTitle.Of(Form.Title, body), No = await act.NextNumber("assessment.item") };
        act.Db.Add(item);
        act.Db.Add(item.Publish(body, "editor", act.Reader.PersonId, act.Now)!);
        item.Tag(Form.TagList);
        act.Wrote("assessment.item.created", item, new(ScopeKinds.Subject, subject.Id), after: new { item.No, item.Title, item.Kind });
        return Done($"/assessment/bank/show/{item.No}", "assessment.bank.saved");
    }, OnGet);
}

internal static class ItemTitle
{
    /// <summary>The title, or the beginning of the question where none was given.</summary>
    public static string Of(string? title, ItemBody body)
    {
        var text = (string.IsNullOrWhiteSpace(title) ? body is Cloze ? body.Words : body.Prompt.Source : title).ReplaceLineEndings(" ").Trim();
        return text.Length <= 200 ? text : text[..199] + "…";
    }
}
