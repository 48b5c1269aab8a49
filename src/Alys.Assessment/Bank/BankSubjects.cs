using Alys.Curriculum;
using Alys.Enrolment;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Assessment.Bank;

/// <summary>Whose banks a reader may write: an author's subjects, a teacher's courses' subjects, or all.</summary>
internal static class BankSubjects
{
    public static async Task<IReadOnlyList<SubjectRow>> Of(Db db, Reader reader, CancellationToken ct)
    {
        var subjects = db.Set<SubjectRow>().AsQueryable();
        if (!reader.Everywhere(Rights.EditBank))
        {
            var written = reader.ScopesOf(Rights.EditBank, ScopeKinds.Subject);
            var courses = reader.ScopesOf(Rights.EditBank, ScopeKinds.Course);
            subjects = subjects.Where(s => written.Contains(s.Id) || db.Set<CourseRow>().Any(c => courses.Contains(c.Id) && c.SubjectId == s.Id));
        }
        return await subjects.OrderBy(s => s.Code).ToListAsync(ct);
    }

    public static async Task<bool> May(Db db, Reader reader, Guid subjectId, CancellationToken ct) => (await Of(db, reader, ct)).Any(s => s.Id == subjectId);

    public static string Name(this SubjectRow subject, Texts t) => new LocalText(subject.NameKk, subject.NameRu, subject.NameEn).In(t.Language);

    public static IReadOnlyList<SelectListItem> Choices(this IEnumerable<SubjectRow> subjects, Texts t) =>
        [.. subjects.Select(s => new SelectListItem($"{s.Code} · {s.Name(t)}", s.No.ToString(CultureInfo.InvariantCulture)))];

    public static IReadOnlyList<SelectListItem> Languages(Texts t) =>
        [.. new[] { "kk", "ru", "en" }.Select(l => new SelectListItem(t["assessment.language." + l], l))];

    public static IReadOnlyList<SelectListItem> Of<T>(Texts t) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(v => new SelectListItem(t[$"enum.{typeof(T).Name}.{v}"], v.ToString()))];
}
