namespace Alys.Formats.Archives;

/// <summary>Markup of a page.</summary>
public enum LessonFormat
{
    /// <summary>Markdown (<c>.md</c>, <c>.markdown</c>).</summary>
    Markdown,
    /// <summary>HTML (<c>.html</c>, <c>.htm</c>, <c>.xhtml</c>); not cleaned.</summary>
    Html,
}

/// <summary>What a reference leads to.</summary>
public enum ReferenceState
{
    /// <summary>A page or another file of the archive: see <see cref="LessonReference.Path"/>.</summary>
    Found,
    /// <summary>Relative, and nothing stands there.</summary>
    Missing,
    /// <summary>An absolute address outside (http, mailto…).</summary>
    External,
    /// <summary>A place within the same page (<c>#…</c>).</summary>
    Anchor,
}

/// <summary>A link or image of a page.</summary>
/// <param name="IsImage">True for an image, false for a link.</param>
/// <param name="Target">As the author wrote it.</param>
/// <param name="Line">Line of the page, from 1.</param>
/// <param name="State">What it leads to.</param>
/// <param name="Path">Path within the archive when found (for a folder its main page); the path looked for when missing; otherwise null.</param>
public sealed record LessonReference(bool IsImage, string Target, int Line, ReferenceState State, string? Path);

/// <summary>One text of the archive.</summary>
/// <param name="Path">Path within the archive.</param>
/// <param name="Format">Markup of <paramref name="Text"/>.</param>
/// <param name="Title">The first heading, else the title of the document, else the name of the file.</param>
/// <param name="Language"><c>kk</c>, <c>ru</c>, <c>en</c> or what the page declares of itself; null when it cannot be told.</param>
/// <param name="Text">The text as it stands in the file, without byte order mark.</param>
/// <param name="References">In the order of the page.</param>
public sealed record LessonPage(string Path, LessonFormat Format, string Title, string? Language, string Text, IReadOnlyList<LessonReference> References);

/// <summary>One lesson: a folder of its own, or one file.</summary>
/// <param name="Folder">Path of the folder, or of the file when the lesson is one file.</param>
/// <param name="Group">Path of what the lesson belongs to above the folder of lessons (a section of the course); empty when there is none.</param>
/// <param name="Main">The main text; its title is the lesson's.</param>
/// <param name="Variants">Other texts of the folder, ordered by name: ways of doing the practical work.</param>
/// <param name="Assignment">The task, or null.</param>
public sealed record Lesson(string Folder, string Group, LessonPage Main, IReadOnlyList<LessonPage> Variants, LessonPage? Assignment)
{
    /// <summary>Title of the main text.</summary>
    public string Title => Main.Title;

    /// <summary>Language of the main text.</summary>
    public string? Language => Main.Language;

    /// <summary>Main text, variants, assignment.</summary>
    public IEnumerable<LessonPage> Pages => Assignment is null ? [Main, .. Variants] : [Main, .. Variants, Assignment];
}

/// <summary>
/// A course that somebody wrote as folders of Markdown or HTML, as a neutral tree: which texts are lessons, what belongs to them, and
/// where their links lead. It places nothing; the order is that of the numbers in the folders' names.
/// </summary>
public sealed record LessonArchive
{
    /// <summary>Lessons in the order of study.</summary>
    public required IReadOnlyList<Lesson> Lessons { get; init; }

    /// <summary>Texts that belong to no lesson (introductions of sections, notes for teachers).</summary>
    public required IReadOnlyList<LessonPage> OtherPages { get; init; }

    /// <summary>Paths of files that are not texts: images, programmes, documents.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>The language of most lessons, or null.</summary>
    public required string? Language { get; init; }

    /// <summary>Texts that could not be read or were guessed; the first value is the path, the line is that of the page.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>Reads a checked archive.</summary>
    public static LessonArchive Read(SafeArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        return new LessonReader(archive).Read();
    }
}
