namespace Alys.Learning.Submissions;

/// <summary>Keeping a draft by a plain form, files included.</summary>
[Open]
[IgnoreAntiforgeryToken(Order = 1001)]
internal sealed class KeepModel : AnswerForm
{
    public IActionResult OnGet() => Redirect($"/s/{S}/u/{U}/answer");

    public Task<IActionResult> OnPost() => Guarded(() => Act(async act =>
    {
        if (!await Load()) return NotFound();
        if (Typed.Length > SubmissionVersion.MaxText) throw new Refusal("learning.refusal.too-long", SubmissionVersion.MaxText) { Field = nameof(Text) };
        await Lay(act, await Store());
        var draft = await Db.Drafts.FirstOrDefaultAsync(d => d.PersonId == Reader.PersonId && d.CourseId == Course!.Id && d.UnitId == Work.Id, Ct);
        if (draft is not null && draft.Revision > Revision && draft.Text.Length > 0 && draft.Text != Typed) throw new Refusal("learning.refusal.newer-draft") { Field = nameof(Text) };
        if (draft is null) Db.Add(draft = new Draft { PersonId = Reader.PersonId, CourseId = Course!.Id, UnitId = Work.Id, Text = "" });
        (draft.Text, draft.Revision, draft.KeptAt) = (Typed, Math.Max(draft.Revision, Revision) + 1, act.Now);
        act.Wrote("learning.draft.kept", "Unit", Work.Id, Course!.Scope, after: new { revision = draft.Revision, length = Typed.Length });
        return Done($"/s/{S}/u/{U}/answer", "learning.draft.kept");
    }, Show));
}
