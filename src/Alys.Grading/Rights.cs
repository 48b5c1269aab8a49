namespace Alys.Grading;

internal static class Rights
{
    public const string Plan = "grading.plan";
    public const string Enter = "grading.enter";
    public const string Check = "grading.check";
    public const string Close = "grading.close";
    public const string Reopen = "grading.reopen";
    public const string SeeOwn = "grading.see-own";
    public const string Scale = "grading.scale";
}
