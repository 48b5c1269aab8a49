namespace Alys.Content.Export;

/// <summary>Something that the format cannot say: a sentence (text key and values), and the objects that it touches by name.</summary>
internal sealed record Loss(string TextKey, params object[] Args)
{
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Of so many objects the name is a text key, as of a kind of question.</summary>
    public string? KindText { get; init; }
}
