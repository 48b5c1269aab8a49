using Alys.Documents;

namespace Alys.Grading;

/// <summary>The grade sheet as a registered document, and how it looks on paper.</summary>
internal sealed class GradeSheetKind : DocumentKind
{
    public const string KindCode = "grade-sheet";

    public override string Code => KindCode;

    public override string NumberPattern => "{year}/ЭВ-{n}";

    public override byte[] Print(DocumentPaper paper, Texts t)
    {
        var data = paper.Read<SheetData>();
        var lines = paper.OnlyPerson is { } only ? [.. data.Lines.Where(l => l.Person == only)] : data.Lines;
        var pdf = new Pdf($"{t[NameKey]} {paper.Number}", paper.Footer)
            .Letterhead(data.Institution.In(t.Language), data.Chair?.In(t.Language))
            .Title(t[paper.OnlyPerson is null ? NameKey : "grading.paper.extract"], t["grading.paper.number", paper.Number, paper.Version])
            .Facts(Facts(data, paper, t))
            .Table(Columns(t), lines.Select(l => Row(l, t)));
        if (paper.OnlyPerson is not null) return pdf.Paragraph(t["grading.paper.extract-note"]).Build();
        return pdf
            .Paragraph(Totals(data, t))
            .Paragraph(t["grading.paper.rule", data.Rule.RatingWeight, data.Rule.ExamWeight, data.Rule.AdmissionFrom, data.Rule.ExamFrom])
            .Paragraph(t["grading.paper.closed", paper.IssuedAt])
            .Signatures([(t["grading.paper.examiner"], string.Join(", ", data.People.Examiners)), (t["grading.paper.registrar"], "")])
            .Build();
    }

    private static IEnumerable<(string, string)> Facts(SheetData data, DocumentPaper paper, Texts t)
    {
        yield return (t["grading.subject"], $"{data.Course.Code} · {data.Course.Subject.In(t.Language)}");
        yield return (t["grading.group"], data.Course.Group);
        yield return (t["grading.period"], data.Course.Period.In(t.Language));
        if (data.Course.Credits is { } credits) yield return (t["grading.credits"], t.Number(credits));
        yield return (t["grading.control-form"], t["enum.ControlKind.Exam"]);
        if (data.People.Teachers.Count > 0) yield return (t["grading.teacher"], string.Join(", ", data.People.Teachers));
        if (data.People.Examiners.Count > 0) yield return (t["grading.examiner"], string.Join(", ", data.People.Examiners));
        if (paper.OnlyPerson is not null) yield break;
        if (data.People.FilledBy is { } filled) yield return (t["grading.filled-by"], filled);
        if (data.People.CheckedBy is { } seen) yield return (t["grading.checked-by"], seen);
    }

    private static PdfColumn[] Columns(Texts t) =>
    [
        new(t["grading.column.no"], 18, PdfAlign.Right),
        new(t["grading.column.name"], 116),
        new(t["grading.column.rating1"], 30, PdfAlign.Right),
        new(t["grading.column.rating2"], 30, PdfAlign.Right),
        new(t["grading.column.admission"], 30, PdfAlign.Right),
        new(t["grading.column.admitted"], 34, PdfAlign.Centre),
        new(t["grading.column.exam"], 42, PdfAlign.Right),
        new(t["grading.column.final"], 50, PdfAlign.Right),
        new(t["grading.column.letter"], 26, PdfAlign.Centre),
        new(t["grading.column.points"], 34, PdfAlign.Right),
        new(t["grading.column.traditional"], 98),
    ];

    private static IReadOnlyList<string> Row(SheetDataLine line, Texts t) =>
    [
        t.Number(line.No), line.Name, t.Number(line.Rating1), t.Number(line.Rating2), t.Number(line.Admission),
        t[line.Admitted ? "grading.yes" : "grading.no"],
        line.State == OutcomeState.Absent ? t["grading.absent-short"] : line.Exam is { } exam ? t.Number(exam) : "–",
        line.Final is { } final ? t.Number(final) : "–",
        line.Letter ?? "–",
        line.Points is { } points ? t.Number(points) : "–",
        line.Traditional is { } mark ? t["enum.TraditionalMark." + mark] : "–",
    ];

    private static string Totals(SheetData data, Texts t)
    {
        int With(TraditionalMark mark) => data.Lines.Count(l => l.Traditional == mark);
        int In(OutcomeState state) => data.Lines.Count(l => l.State == state);
        return t["grading.paper.totals", data.Lines.Count, With(TraditionalMark.Excellent), With(TraditionalMark.Good), With(TraditionalMark.Satisfactory),
            With(TraditionalMark.Unsatisfactory), In(OutcomeState.Absent), In(OutcomeState.NotAdmitted)];
    }
}
