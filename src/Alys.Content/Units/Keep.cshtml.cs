using Alys.Content.Text;

namespace Alys.Content.Units;

/// <summary>Keeps what an author is typing, asked by the edit page's script every few seconds. No version, no journal entry: nothing has been done yet.</summary>
[Needs(Rights.Write)]
internal sealed class KeepModel : UnitPage
{
    [BindProperty] public string? Title { get; set; }
    [BindProperty] public string? Source { get; set; }
    [BindProperty] public TextForm Form { get; set; }

    public Task<IActionResult> OnGet() => Task.FromResult<IActionResult>(NotFound());

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        await FoundUnit();
        if (Source?.Length > AuthoredText.MaxCharacters) throw new Refusal("content.note.TooLong", AuthoredText.MaxCharacters) { Field = nameof(Source) };
        var draft = await act.Db.UnitDrafts.FirstOrDefaultAsync(d => d.UnitId == Unit.Id && d.PersonId == Reader.PersonId, Ct);
        if (draft is null)
        {
            draft = new UnitDraft { UnitId = Unit.Id, PersonId = Reader.PersonId, Title = "", Source = "" };
            act.Db.Add(draft);
        }
        var title = Title ?? "";
        (draft.Title, draft.Source, draft.Form, draft.KeptAt) = (title[..Math.Min(title.Length, UnitVersion.MaxTitle)], Source ?? "", Form, act.Now);
        return StatusCode(StatusCodes.Status204NoContent);
    }, () => Task.FromResult<IActionResult>(StatusCode(StatusCodes.Status422UnprocessableEntity)));
}
