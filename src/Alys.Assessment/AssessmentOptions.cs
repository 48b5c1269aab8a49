namespace Alys.Assessment;

internal sealed class AssessmentOptions
{
    [Setting("Seconds after an attempt's deadline in which answers still count that were on their way; then the attempt is closed.")]
    public int GraceSeconds { get; set; } = 60;

    [Setting("Largest question file in megabytes.")]
    public int ImportMegabytes { get; set; } = 20;

    public TimeSpan Grace => TimeSpan.FromSeconds(GraceSeconds);
}
