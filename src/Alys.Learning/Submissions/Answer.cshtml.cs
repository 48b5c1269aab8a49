namespace Alys.Learning.Submissions;

/// <summary>Answering a task: what was typed before, what was said of it, and handing in.</summary>
[Open]
[IgnoreAntiforgeryToken(Order = 1001)]
internal sealed class AnswerModel : AnswerForm
{
    public async Task<IActionResult> OnGet()
    {
        if (!Reader.IsSignedIn) return Redirect("/sign-in?to=" + Uri.EscapeDataString(Request.Path));
        return await Show();
    }

    public Task<IActionResult> OnPost() => Guarded(async () =>
    {
        IReadOnlyList<AnswerFile> stored = [];
        return await Act(async act =>
        {
            if (!await Load()) return NotFound();
            stored = await Store();
            var answer = new TaskAnswer(Work.ByText ? Typed : "", await Chosen(stored), Work.VersionId, Work.MaxPoints, DueOn);
            if (answer.Text.Length > SubmissionVersion.MaxText) throw new Refusal("learning.refusal.too-long", SubmissionVersion.MaxText) { Field = nameof(Text) };
            var submission = await Db.Submissions.FirstOrDefaultAsync(s => s.PersonId == Reader.PersonId && s.CourseId == Course!.Id && s.UnitId == Work.Id, Ct);
            if (submission is null) Db.Add(submission = new Submission { No = await act.NextNumber("learning.submission"), CourseId = Course!.Id, UnitId = Work.Id, PersonId = Reader.PersonId });
            submission.HandIn(act, answer);
            await MarkDone(act);
            await DraftDesk.Clear(act, Course!.Id, Work.Id);
            return Done(Request.Path, "learning.handed-in");
        }, async () =>
        {
            if (Course is not null) await Keep(stored);
            return await Show();
        });
    });

    /// <summary>The files on the desk that were not ticked away, and the new ones.</summary>
    private async Task<IReadOnlyList<AnswerFile>> Chosen(IReadOnlyList<AnswerFile> stored)
    {
        if (!Work.ByFiles) return [];
        var kept = await Db.DraftFiles.AsNoTracking().Where(f => f.PersonId == Reader.PersonId && f.CourseId == Course!.Id && f.UnitId == Work.Id).OrderBy(f => f.At).ToListAsync(Ct);
        return [.. kept.Where(f => !Remove.Contains(f.Hash)).Select(f => new AnswerFile(f.Name, f.Hash, f.Length)).Concat(stored).DistinctBy(f => f.Hash)];
    }

    private async Task MarkDone(Act act)
    {
        var delivery = await Db.Deliveries.FirstOrDefaultAsync(d => d.PersonId == Reader.PersonId && d.CourseId == Course!.Id && d.UnitId == Work.Id && d.Channel == DeliveryChannel.Network, Ct);
        if (delivery is null) Db.Add(delivery = new Deliveries.Delivery { CourseId = Course!.Id, UnitId = Work.Id, PersonId = Reader.PersonId, Channel = DeliveryChannel.Network, IssuedAt = act.Now });
        delivery.FinishedAt ??= act.Now;
        delivery.OpenedAt ??= act.Now;
    }

    /// <summary>A refused post keeps its text and files on the desk.</summary>
    private async Task Keep(IReadOnlyList<AnswerFile> stored)
    {
        if (stored.Count > 0 || Remove.Count > 0) await Service<Acts>().Run(Reader, act => Lay(act, stored), Ct);
        if (Typed.Length <= SubmissionVersion.MaxText && await Service<DraftDesk>().Keep(Reader, Course!.Id, Work.Id, Typed, Revision, Now, HttpContext.From(), Ct) is { } newer) Revision = newer;
    }
}
