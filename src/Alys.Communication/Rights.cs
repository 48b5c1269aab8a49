namespace Alys.Communication;

/// <summary>Permissions of the module; their sentences are the texts <c>right.communication.*</c>.</summary>
internal static class Rights
{
    public const string TakePart = "communication.take-part";
    public const string Answer = "communication.answer";
    public const string Moderate = "communication.moderate";
    public const string Oversee = "communication.oversee";
}
