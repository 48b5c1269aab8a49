namespace Alys.Content;

/// <summary>What somebody typed into a form, trimmed and bounded.</summary>
internal static class Typed
{
    /// <summary>Words that must be there.</summary>
    /// <exception cref="Refusal">Nothing, or more than <paramref name="most"/> characters: <paramref name="refusal"/> with that number.</exception>
    public static string Words(string? text, int most, string refusal, string field) =>
        text?.Trim() is { Length: > 0 } said && said.Length <= most ? said : throw new Refusal(refusal, most) { Field = field };

    /// <summary>Words that may be left out; null for none.</summary>
    /// <exception cref="Refusal">More than <paramref name="most"/> characters.</exception>
    public static string? Optional(string? text, int most, string field) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim() is { } said && said.Length <= most ? said : throw new Refusal("content.refusal.too-long", most) { Field = field };
}
