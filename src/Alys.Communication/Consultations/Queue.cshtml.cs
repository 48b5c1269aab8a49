using Alys.Communication.Courses;

namespace Alys.Communication.Consultations;

/// <summary>What waits for a word of the tutor in all of the reader's courses, the most urgent first.</summary>
[Needs(Rights.Answer)]
internal sealed class QueueModel : AppPage
{
    private const int Most = 100;

    public IReadOnlyList<(ConsultationLine Question, CourseView Course)> Waiting { get; private set; } = [];
    /// <summary>Median and 90th percentile of the reader's answer times in the last 90 days, hours; null without answers.</summary>
    public (double Median, double Slowest)? Times { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        var since = Now.AddDays(-90);
        var mine = Db.Consultations.VisibleTo(Reader, Consultation.Visibility);
        var waiting = await ConsultationLine.Of(Db, mine.Where(c => c.WaitingSince != null)).OrderBy(c => c.DueAt).Take(Most).ToListAsync(Ct);
        var ids = waiting.Select(w => w.CourseId).Distinct().ToList();
        var courses = await Db.CoursesFor(Reader).Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, Ct);
        Waiting = [.. waiting.Where(w => courses.ContainsKey(w.CourseId)).Select(w => (w, courses[w.CourseId]))];
        var answered = await (from m in Db.ConsultationMessages
                              join c in mine on m.ConsultationId equals c.Id
                              where c.TutorId == Reader.PersonId && m.AnsweredAt != null && m.At >= since
                              select new { m.At, m.AnsweredAt }).ToListAsync(Ct);
        double[] hours = [.. answered.Select(a => (a.AnsweredAt!.Value - a.At).TotalHours).Order()];
        if (hours.Length > 0) Times = (hours[(hours.Length - 1) / 2], hours[(int)Math.Ceiling(hours.Length * 0.9) - 1]);
        return Page();
    }
}
