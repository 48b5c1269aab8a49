namespace Alys.Assessment.Sittings;

/// <summary>Window and rules of a sitting as they are typed; times are of the institution's zone.</summary>
internal sealed class SittingForm
{
    public DateTime Opens { get; set; }
    public DateTime Closes { get; set; }
    public int Minutes { get; set; }
    public int Attempts { get; set; } = 1;
    public CountingAttempt Counting { get; set; }
    public int PauseMinutes { get; set; }
    public ReviewLevel RightAfter { get; set; } = ReviewLevel.Points;
    public ReviewLevel WhileOpen { get; set; } = ReviewLevel.Points;
    public ReviewLevel AfterClose { get; set; } = ReviewLevel.Everything;

    public void Fill(Sitting sitting)
    {
        sitting.Set(Texts.Utc(Opens), Texts.Utc(Closes), Minutes, Attempts);
        sitting.Count(Counting, PauseMinutes);
        (sitting.RightAfter, sitting.WhileOpen, sitting.AfterClose) = (RightAfter, WhileOpen, AfterClose);
    }

    public static SittingForm Of(Sitting sitting) => new()
    {
        Opens = Texts.Local(sitting.OpensAt), Closes = Texts.Local(sitting.ClosesAt), Minutes = sitting.Minutes, Attempts = sitting.Attempts, Counting = sitting.Counting, PauseMinutes = sitting.PauseMinutes,
        RightAfter = sitting.RightAfter, WhileOpen = sitting.WhileOpen, AfterClose = sitting.AfterClose,
    };
}
