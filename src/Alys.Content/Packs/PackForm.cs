using Alys.Curriculum;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Content.Packs;

internal static class PackChoices
{
    public static readonly string[] Languages = ["kk", "ru", "en"];

    public static async Task<List<SelectListItem>> Syllabi(Db db, Texts t, Guid subjectId, CancellationToken ct)
    {
        var syllabi = await db.Set<SyllabusRow>().Where(s => s.SubjectId == subjectId && s.Kind == SyllabusKind.Working).OrderByDescending(s => s.Version).ToListAsync(ct);
        return [.. syllabi.Select(s => new SelectListItem(t[s.ApprovedAt is null ? "content.pack.syllabus-draft" : "content.pack.syllabus-approved", s.Version], s.Id.ToString()))];
    }

    public static IEnumerable<SelectListItem> FinalForms(Texts t) => Enum.GetValues<FinalForm>().Select(f => new SelectListItem(t["enum.FinalForm." + f], f.ToString()));
}
