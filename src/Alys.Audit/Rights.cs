namespace Alys.Audit;

internal static class Rights
{
    public const string Read = "audit.read";
    public const string Verify = "audit.verify";
}
