using Alys.Communication.Courses;

namespace Alys.Communication.Consultations;

[Needs(Rights.TakePart)]
internal sealed class AskModel(CommunicationOptions options) : AppPage
{
    [FromRoute] public int S { get; set; }
    [BindProperty] public string? Topic { get; set; }
    [BindProperty] public string? Text { get; set; }

    public CourseView Course { get; private set; } = null!;
    /// <summary>When an answer would be due if it were asked now.</summary>
    public DateTime Due { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (!await Find()) return NotFound();
        Due = AnswerClock.Due(Now, Texts.Zone, options, await AnswerClock.Calendar(Db, Now, Ct));
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (!await Find()) return NotFound();
        var question = await Consultation.Ask(act, Course, options, Topic, Text);
        return Done($"/s/{S}/q/{question.No}", "communication.question.sent");
    }, OnGet);

    private async Task<bool> Find()
    {
        Course = (await Db.CoursesFor(Reader).FirstOrDefaultAsync(c => c.No == S, Ct))!;
        return Course is not null && Consultation.MayAsk(Reader, Course);
    }
}
