namespace Alys.Content;

internal sealed class ContentOptions
{
    [Setting("Largest file that an author may store, in megabytes.")]
    public int MediaMegabytes { get; set; } = 50;

    [Setting("Largest recording (video or sound) that an author may store, in megabytes; ALYS_UPLOAD_MEGABYTES must allow it, too.")]
    public int VideoMegabytes { get; set; } = 100;

    [Setting("Name or path of ffmpeg, which makes light variants of recordings; empty: recordings are kept as they are.")]
    public string Ffmpeg { get; set; } = "ffmpeg";

    [Setting("Name or path of ffprobe, which looks into recordings; it comes with ffmpeg.")]
    public string Ffprobe { get; set; } = "ffprobe";

    [Setting("Processors that ffmpeg may use; few, so that learners' pages do not wait for it.")]
    public int FfmpegThreads { get; set; } = 1;

    [Setting("Longest recording, in minutes; a conversion may take twice as long for each variant.")]
    public int RecordingMinutes { get; set; } = 240;

    [Setting("Largest archive of lessons that may be imported, in megabytes.")]
    public int ImportMegabytes { get; set; } = 100;

    [Setting("How many times as many items as one learner draws the bank of final control must hold (clause 37 M8).")]
    public int FinalBankFactor { get; set; } = 3;

    [Setting("Months after its first publication, or after it was last found right, by which the content of a pack must be looked at again (clause 48.4); an academic year.")]
    public int ReviewMonths { get; set; } = 12;

    [Setting("Percent of a subject's learners whom the copies of a main source must serve at once for the provision card to call it covered (clause 46).")]
    public int ProvisionPercent { get; set; } = 50;
}
