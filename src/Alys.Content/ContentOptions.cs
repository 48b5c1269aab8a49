namespace Alys.Content;

internal sealed class ContentOptions
{
    [Setting("Largest file that an author may store, in megabytes.")]
    public int MediaMegabytes { get; set; } = 50;

    [Setting("Largest archive of lessons that may be imported, in megabytes.")]
    public int ImportMegabytes { get; set; } = 100;

    [Setting("How many times as many items as one learner draws the bank of final control must hold (clause 37 M8).")]
    public int FinalBankFactor { get; set; } = 3;

    [Setting("Months after its first publication, or after it was last found right, by which the content of a pack must be looked at again (clause 48.4); an academic year.")]
    public int ReviewMonths { get; set; } = 12;

    [Setting("Percent of a subject's learners whom the copies of a main source must serve at once for the provision card to call it covered (clause 46).")]
    public int ProvisionPercent { get; set; } = 50;
}
