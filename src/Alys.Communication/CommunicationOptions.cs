namespace Alys.Communication;

/// <summary>Options of the module; hours of work are in the institution's time zone.</summary>
public sealed class CommunicationOptions
{
    [Setting("Working hours within which a learner's question to the tutor is to be answered.")]
    public int AnswerWithinHours { get; set; } = 16;

    [Setting("Hour of the day at which tutors' working time starts.")]
    public int DayStarts { get; set; } = 9;

    [Setting("Hour of the day at which tutors' working time ends.")]
    public int DayEnds { get; set; } = 17;

    [Setting("Working days of the week, 1 = Monday to 7 = Sunday, written together.")]
    public string WorkingDays { get; set; } = "12345";

    [Setting("Minutes in which an author may still edit a post; the earlier text is kept.")]
    public int EditMinutes { get; set; } = 30;

    [Setting("Seconds between empty events of the live stream, which show a dead link.")]
    public int HeartbeatSeconds { get; set; } = 45;

    [Setting("Minutes after which the live stream is begun anew, so that a changed right is noticed.")]
    public int StreamMinutes { get; set; } = 15;
}
