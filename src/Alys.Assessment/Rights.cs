namespace Alys.Assessment;

internal static class Rights
{
    public const string EditBank = "assessment.bank";
    public const string GiveTests = "assessment.sittings";
    public const string GiveTime = "assessment.extra-time";
    public const string Watch = "assessment.attempts";
    public const string Mark = "assessment.mark";
    public const string Regrade = "assessment.regrade";
    public const string Take = "assessment.take";
}
