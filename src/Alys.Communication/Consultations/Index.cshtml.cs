using Alys.Access;
using Alys.Communication.Courses;

namespace Alys.Communication.Consultations;

/// <summary>The learner's own questions in a course; for its tutors, its whole consultation log.</summary>
[Needs(Rights.TakePart, Rights.Oversee)]
internal sealed class IndexModel : AppPage
{
    private const int PageSize = 30;

    [FromRoute] public int S { get; set; }
    [FromQuery(Name = "p")] public int? Page0 { get; set; }

    public int PageNo => Math.Clamp(Page0 ?? 1, 1, 10_000);
    public CourseView Course { get; private set; } = null!;
    public IReadOnlyList<ConsultationLine> Lines { get; private set; } = [];
    public bool HasNext { get; private set; }
    public bool MayAsk => Consultation.MayAsk(Reader, Course);
    public bool MayLog => Course.Lets(Reader, Rights.Answer);

    public async Task<IActionResult> OnGet()
    {
        if (await Db.CoursesFor(Reader).FirstOrDefaultAsync(c => c.No == S, Ct) is not { } course) return NotFound();
        Course = course;
        var lines = await ConsultationLine.Of(Db, Db.Consultations.VisibleTo(Reader, Consultation.Visibility).Where(c => c.CourseId == course.Id))
            .OrderByDescending(c => c.LastAt).Skip((PageNo - 1) * PageSize).Take(PageSize + 1).ToListAsync(Ct);
        (Lines, HasNext) = ([.. lines.Take(PageSize)], lines.Count > PageSize);
        return Page();
    }
}

internal sealed class ConsultationLine
{
    public int No { get; init; }
    public Guid CourseId { get; init; }
    public required string Topic { get; init; }
    public string? Learner { get; init; }
    public ConsultationKind Kind { get; init; }
    public ConsultationChannel Channel { get; init; }
    public bool IsQuestion { get; init; }
    public DateTime LastAt { get; init; }
    public DateTime? HeldAt { get; init; }
    public DateTime? WaitingSince { get; init; }
    public DateTime? DueAt { get; init; }
    public int? Minutes { get; init; }
    public string? Note { get; init; }

    public static IQueryable<ConsultationLine> Of(Db db, IQueryable<Consultation> consultations) =>
        from c in consultations
        join p in db.Set<PersonRow>() on c.PersonId equals (Guid?)p.Id into people
        from person in people.DefaultIfEmpty()
        select new ConsultationLine
        {
            No = c.No, CourseId = c.CourseId, Topic = c.Topic, Kind = c.Kind, Channel = c.Channel, IsQuestion = c.AskedAt != null, LastAt = c.LastAt,
            HeldAt = c.HeldAt, WaitingSince = c.WaitingSince, DueAt = c.DueAt, Minutes = c.Minutes, Note = c.Note,
            Learner = person.Name,
        };
}
