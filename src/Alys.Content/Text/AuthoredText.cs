namespace Alys.Content.Text;

internal enum TextForm { Markdown, Html }

/// <summary>What an author typed or imported, as it was.</summary>
internal sealed record AuthoredText(TextForm Form, string Source)
{
    /// <summary>Longer sources are refused: a unit is a lesson, not a library.</summary>
    public const int MaxCharacters = 1_000_000;
}

/// <summary>Something the author should know about how the text was read.</summary>
internal sealed record TextNote(TextNoteKind Kind, string Detail)
{
    /// <summary>A problem stops a save from the editor, since the learner would see something wrong; the rest only informs.</summary>
    public bool IsProblem => Kind is TextNoteKind.UnknownMacro or TextNoteKind.BrokenFormula or TextNoteKind.TooDeep or TextNoteKind.TooLong;

    public string TextKey => "content.note." + Kind;
}

internal enum TextNoteKind
{
    UnknownMacro, BrokenFormula, TooDeep, TooLong,
    RemovedElement, RemovedAttribute, DangerousLink, DeadLink,
    ExternalImage, EmbeddedImage, MissingImage, ImageWithoutDescription, LongBlock,
}

internal sealed record TextHeading(int Level, string Id, string Title, int Page);

/// <summary>One page of a text: at most <see cref="PageSplitter.MaxBytes"/> compressed.</summary>
internal sealed record TextPage(int Number, string Html, int CompressedBytes, bool HasMaths);

internal sealed record RenderedText(
    string? Title,
    IReadOnlyList<TextPage> Pages,
    IReadOnlyList<TextHeading> Headings,
    IReadOnlyList<TextNote> Notes,
    IReadOnlyList<int> Units,
    IReadOnlyList<string> Media)
{
    public bool HasProblems => Notes.Any(n => n.IsProblem);
}

/// <summary>Where a link or a picture written in a text leads: a unit of the same pack or a stored file.</summary>
internal abstract record TextTarget
{
    public sealed record Unit(int No) : TextTarget;

    /// <summary>A stored file; the key is the part of its address that never changes.</summary>
    public sealed record File(string Key, long Bytes) : TextTarget;

    /// <summary>A recording, shown by its player.</summary>
    public sealed record Player(string Key, string Title) : TextTarget;

    /// <summary>A picture whose light variant has these bytes.</summary>
    public sealed record Picture(string Key, long LightBytes) : TextTarget;
}
