namespace Alys.Grading;

internal sealed partial class GradeSheet
{
    private static readonly string[] Duties = [Rights.Enter, Rights.Check, Rights.Close, Rights.Reopen];

    public static readonly Visibility<GradeSheet> Visibility = new(
        new Rule<GradeSheet>("grading.sheet.everywhere", r => Duties.Any(r.Everywhere) ? s => true : null),
        new Rule<GradeSheet>("grading.sheet.duty", r => CoursesOf(r) is { Length: > 0 } courses ? s => courses.Contains(s.CourseId) : null));

    private static Guid[] CoursesOf(Reader reader) => [.. Duties.SelectMany(d => reader.ScopesOf(d, ScopeKinds.Course)).Distinct()];
}
