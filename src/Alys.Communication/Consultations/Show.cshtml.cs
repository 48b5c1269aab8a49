using System.Text.Encodings.Web;
using Alys.Access;
using Alys.Communication.Courses;
using Alys.Communication.Forum;
using Alys.Staffing;

namespace Alys.Communication.Consultations;

[Needs(Rights.TakePart, Rights.Oversee)]
internal sealed class ShowModel(CommunicationOptions options, HtmlEncoder encoder, Lane lane, Pulses pulses) : AppPage
{
    [FromRoute] public int S { get; set; }
    [FromRoute(Name = "q")] public int No { get; set; }
    [BindProperty] public string? Text { get; set; }

    public CourseView Course { get; private set; } = null!;
    public Consultation Question { get; private set; } = null!;
    public IReadOnlyList<PostView> Messages { get; private set; } = [];
    public bool IsMine => Question.PersonId == Reader.PersonId;
    public bool MayWrite => IsMine || Course.Lets(Reader, Rights.Answer);

    public string Html(PostView message) => message.Html(Reader, T, encoder);

    public async Task<IActionResult> OnGet()
    {
        if (!await Find()) return NotFound();
        Messages = await (from m in Db.ConsultationMessages
                          join person in Db.Set<PersonRow>() on m.ByPersonId equals person.Id
                          where m.ConsultationId == Question.Id
                          orderby m.No
                          select new PostView
                          {
                              No = m.No, ByPersonId = m.ByPersonId, By = person.Name, At = m.At, Text = m.Text,
                              Duty = Db.Set<AssignmentRow>().Where(a => a.CourseId == Question.CourseId && a.PersonId == m.ByPersonId).OrderBy(a => a.From).Select(a => (Duty?)a.Duty).FirstOrDefault(),
                          }).ToListAsync(Ct);
        var url = $"/s/{S}/q/{No}";
        if (await lane.Write([new("""update communication_notices set "ReadAt"=@p0 where "PersonId"=@p1 and "Url"=@p2 and "ReadAt" is null""", Now, Reader.PersonId, url)], Ct) > 0) pulses.Send(Notice.Topic(Reader.PersonId));
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (!await Find()) return NotFound();
        await Question.Write(act, Course, options, Text);
        return Done($"/s/{S}/q/{No}", IsMine ? "communication.question.sent" : "communication.question.answer-sent");
    }, OnGet);

    private async Task<bool> Find()
    {
        var found = await (from q in Db.Consultations.VisibleTo(Reader, Consultation.Visibility)
                           join c in Db.CoursesFor(Reader) on q.CourseId equals c.Id
                           where c.No == S && q.No == No && q.AskedAt != null
                           select new { Question = q, Course = c }).FirstOrDefaultAsync(Ct);
        (Course, Question) = (found?.Course!, found?.Question!);
        return found is not null;
    }
}
