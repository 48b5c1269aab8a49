namespace Alys.Compliance;

internal static class Rights
{
    public const string Read = "compliance.read";
    public const string Record = "compliance.record";
}
