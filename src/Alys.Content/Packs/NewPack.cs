using Alys.Curriculum;

namespace Alys.Content.Packs;

internal static class NewPack
{
    /// <summary>Makes an empty pack by the newest working syllabus, an approved one if there is.</summary>
    public static async Task<Pack> Make(Act act, SubjectRow subject, string language, string? title, FinalForm finalForm)
    {
        if (!PackChoices.Languages.Contains(language)) throw new Refusal("content.refusal.language") { Field = "Language" };
        var syllabi = await act.Db.Set<SyllabusRow>().Where(s => s.SubjectId == subject.Id && s.Kind == SyllabusKind.Working).ToListAsync(act.Ct);
        var syllabus = syllabi.OrderByDescending(s => s.ApprovedAt is not null).ThenByDescending(s => s.Version).FirstOrDefault();
        var pack = new Pack
        {
            No = await act.NextNumber("content.pack"), SubjectId = subject.Id, Language = language, SyllabusId = syllabus?.Id,
            Title = string.IsNullOrWhiteSpace(title) ? subject.Name() : new LocalText(title.Trim(), title.Trim(), title.Trim()),
            FinalForm = finalForm, CreatedAt = act.Now,
        };
        act.Db.Add(pack);
        act.Wrote("content.pack.made", pack, pack.Scope, after: new { pack.No, pack.SubjectId, pack.Language, pack.SyllabusId });
        return pack;
    }
}
