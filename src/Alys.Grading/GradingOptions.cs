namespace Alys.Grading;

/// <summary>Options of the marks.</summary>
internal sealed class GradingOptions
{
    [Setting("How a percentage becomes whole before the letter scale is read: HalfAwayFromZero or Down.")]
    public PercentRounding Rounding { get; set; } = PercentRounding.HalfAwayFromZero;
}
