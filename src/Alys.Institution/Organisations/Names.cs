namespace Alys.Institution;

internal static class Names
{
    /// <summary>A name as the three fields of a form give it.</summary>
    public static LocalText Of(string? kk, string? ru, string? en) => new((kk ?? "").Trim(), (ru ?? "").Trim(), (en ?? "").Trim());
}
