using Alys.Access;
using Alys.Curriculum;
using Alys.Enrolment;
using Alys.Institution;
using Alys.Staffing;

namespace Alys.Grading;

/// <summary>All that a closed grade sheet says; its canonical JSON is what the hash on the paper covers.</summary>
internal sealed record SheetData(LocalText Institution, LocalText? Chair, SheetCourse Course, RatingRule Rule, DateOnly ScaleFrom, SheetPeople People, IReadOnlyList<SheetDataLine> Lines)
{
    public static async Task<SheetData> Of(Db db, CourseMarks marks, GradeSheet sheet, CancellationToken ct)
    {
        var head = marks.Course;
        var course = await db.Set<CourseRow>().SingleAsync(c => c.Id == head.Id, ct);
        var institution = await db.Set<InstitutionRow>().SingleAsync(ct);
        var chair = await (from subject in db.Set<SubjectRow>()
                           join unit in db.Set<UnitRow>() on subject.ChairId equals unit.Id
                           where subject.Id == course.SubjectId
                           select new LocalText(unit.NameKk, unit.NameRu, unit.NameEn)).FirstOrDefaultAsync(ct);
        var credits = await db.Set<SyllabusRow>().Where(s => s.Id == course.SyllabusId).Select(s => (decimal?)s.Credits).FirstOrDefaultAsync(ct);
        var scale = await Scales.At(db, head.Start, ct);
        return new(new(institution.NameKk, institution.NameRu, institution.NameEn), chair,
            new(head.No, head.Code, head.Subject, head.Group, head.Period, credits), marks.Plan.Rule, scale.From,
            await SheetPeople.Of(db, sheet, ct), [.. sheet.Lines.Select(SheetDataLine.Of)]);
    }
}

internal sealed record SheetCourse(int No, string Code, LocalText Subject, string Group, LocalText Period, decimal? Credits);

/// <summary>Who taught, who examined, who filled and who checked.</summary>
internal sealed record SheetPeople(IReadOnlyList<string> Teachers, IReadOnlyList<string> Examiners, string? FilledBy, string? CheckedBy)
{
    public static async Task<SheetPeople> Of(Db db, GradeSheet sheet, CancellationToken ct)
    {
        var staff = await (from assignment in db.Set<AssignmentRow>()
                           join person in db.Set<PersonRow>() on assignment.PersonId equals person.Id
                           where assignment.CourseId == sheet.CourseId
                           orderby assignment.From, person.Name
                           select new { assignment.Duty, person.Name }).ToListAsync(ct);
        return new(
            [.. staff.Where(s => s.Duty == Duty.Teacher).Select(s => s.Name).Distinct()],
            [.. staff.Where(s => s.Duty == Duty.Examiner).Select(s => s.Name).Distinct()],
            await NameOf(SheetStepKind.Filled), await NameOf(SheetStepKind.Checked));

        async Task<string?> NameOf(SheetStepKind kind) => sheet.StepOf(kind) is { } step
            ? await db.Set<PersonRow>().Where(p => p.Id == step.ByPersonId).Select(p => p.Name).FirstOrDefaultAsync(ct) : null;
    }
}

internal sealed record SheetDataLine(int No, Guid Person, string Name, decimal Rating1, decimal Rating2, decimal Admission, bool Admitted, OutcomeState State,
    decimal? Exam, decimal? Final, string? Letter, decimal? Points, TraditionalMark? Traditional)
{
    public static SheetDataLine Of(SheetLine l) =>
        new(l.Order, l.PersonId, l.Name, l.Rating1, l.Rating2, l.Admission, l.IsAdmitted, l.State, l.Exam, l.Final, l.Letter, l.Points, l.Traditional);
}
