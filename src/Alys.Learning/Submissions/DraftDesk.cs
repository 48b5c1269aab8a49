namespace Alys.Learning.Submissions;

/// <summary>Keeps drafts. A save that comes from a window older than the newest save changes nothing and says so.</summary>
internal sealed class DraftDesk(Lane lane)
{
    /// <summary>Saves the text durably. The new revision, or null where somebody (another machine of the learner) has saved since.</summary>
    public async Task<int?> Keep(Reader reader, Guid course, Guid unit, string text, int revision, DateTime now, string? from, CancellationToken ct)
    {
        var changed = await lane.Write(
        [
            new("""
                insert into learning_drafts ("PersonId","CourseId","UnitId","Text","Revision","KeptAt") values (@p0,@p1,@p2,@p3,@p4,@p5)
                on conflict ("PersonId","CourseId","UnitId") do update set "Text" = excluded."Text", "Revision" = excluded."Revision", "KeptAt" = excluded."KeptAt"
                where learning_drafts."Revision" < excluded."Revision"
                """, reader.PersonId, course, unit, text, revision + 1, now),
            lane.Journal(reader, "learning.draft.kept", "Unit", unit, new(ScopeKinds.Course, course), now, new { revision = revision + 1, length = text.Length }, from),
        ], ct);
        return changed > 0 ? revision + 1 : null;
    }

    /// <summary>Lays files beside the draft, within an act of the learner.</summary>
    public static async Task Lay(Act act, Guid course, Guid unit, IReadOnlyList<AnswerFile> files)
    {
        var there = await act.Db.DraftFiles.Where(f => f.PersonId == act.Reader.PersonId && f.CourseId == course && f.UnitId == unit).Select(f => f.Hash).ToListAsync(act.Ct);
        foreach (var file in files.Where(f => !there.Contains(f.Hash)).DistinctBy(f => f.Hash))
        {
            act.Db.Add(new DraftFile { PersonId = act.Reader.PersonId, CourseId = course, UnitId = unit, Hash = file.Hash, Name = file.Name, Length = file.Length, At = act.Now });
        }
        act.Wrote("learning.files.laid", "Unit", unit, new(ScopeKinds.Course, course), after: new { files = files.Select(f => new { f.Name, f.Hash, f.Length }) });
    }

    /// <summary>Clears the desk after the work was handed in. The revision stays, so that a late save of an old window cannot bring the draft back.</summary>
    public static async Task Clear(Act act, Guid course, Guid unit)
    {
        var person = act.Reader.PersonId;
        await act.Db.DraftFiles.Where(f => f.PersonId == person && f.CourseId == course && f.UnitId == unit).ExecuteDeleteAsync(act.Ct);
        await act.Db.Drafts.Where(d => d.PersonId == person && d.CourseId == course && d.UnitId == unit)
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.Text, "").SetProperty(x => x.Revision, x => x.Revision + 1), act.Ct);
    }
}
