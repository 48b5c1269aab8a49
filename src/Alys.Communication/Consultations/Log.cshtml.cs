using Alys.Access;
using Alys.Communication.Courses;
using Alys.Enrolment;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Communication.Consultations;

/// <summary>A short form for what was held by telephone or face to face (clause 28).</summary>
[Needs(Rights.Answer)]
internal sealed class LogModel : AppPage
{
    private static readonly ConsultationChannel[] Outside = [ConsultationChannel.Phone, ConsultationChannel.FaceToFace, ConsultationChannel.Email, ConsultationChannel.Chat, ConsultationChannel.Teleconference];

    [FromRoute] public int S { get; set; }
    [BindProperty] public Guid? PersonId { get; set; }
    [BindProperty] public ConsultationChannel Channel { get; set; }
    /// <summary>In the institution's zone, as typed.</summary>
    [BindProperty] public DateTime? HeldAt { get; set; }
    [BindProperty] public int? Minutes { get; set; }
    [BindProperty] public string? Topic { get; set; }
    [BindProperty] public string? Note { get; set; }

    public CourseView Course { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    public IEnumerable<SelectListItem> Channels => Outside.Select(c => new SelectListItem(T[$"communication.channel.{c}"], c.ToString()));

    public async Task<IActionResult> OnGet()
    {
        if (!await Find()) return NotFound();
        if (HttpMethods.IsGet(Request.Method)) (Channel, HeldAt, Minutes) = (ConsultationChannel.Phone, Texts.Local(Now), 10);
        var members = await Db.Set<PersonRow>().Where(p => Db.Set<GroupMemberRow>().Any(m => m.GroupId == Course.GroupId && m.PersonId == p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(Ct);
        People = [new(T["communication.log.whole-group"], ""), .. members.OrderBy(m => m.Name, StringComparer.Create(T.Culture, false)).Select(m => new SelectListItem(m.Name, m.Id.ToString()))];
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (!await Find()) return NotFound();
        if (HeldAt is not { } held) throw new Refusal("communication.refusal.log-when") { Field = "HeldAt" };
        await Consultation.Log(act, Course, new(PersonId, Channel, Texts.Utc(held), Minutes, Topic, Note));
        return Done($"/s/{S}/q", "communication.log.done");
    }, OnGet);

    private async Task<bool> Find()
    {
        Course = (await Db.CoursesFor(Reader).FirstOrDefaultAsync(c => c.No == S, Ct))!;
        return Course is not null && Course.Lets(Reader, Rights.Answer);
    }
}
