using Alys.Formats.Archives;

namespace Alys.Formats.Cartridges;

/// <summary>One resource of a package (information model of content packaging, <c>resource</c>).</summary>
public sealed record CartridgeResource
{
    /// <summary>As the manifest gives it; need not be unique.</summary>
    public required string Identifier { get; init; }

    /// <summary>Type as it is written.</summary>
    public required string Type { get; init; }

    /// <summary>What the type means.</summary>
    public required CartridgeKind Kind { get; init; }

    /// <summary>Path of the file that is the resource: found in the archive, or looked for when <see cref="IsMissing"/>; null when it has no file of its own.</summary>
    public required string? Main { get; init; }

    /// <summary>True when <see cref="Main"/> is not in the archive.</summary>
    public bool IsMissing { get; init; }

    /// <summary>Files of the archive that belong to it, the main one included.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Files that the manifest names and the archive does not hold.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Identifiers of resources that it needs.</summary>
    public IReadOnlyList<string> Dependencies { get; init; } = [];

    /// <summary>Identifier of the resource that this one stands in for where that type is not known (<c>variant</c> of 1.2 and 1.3); null for none.</summary>
    public string? VariantOf { get; init; }

    /// <summary><c>lessonplan</c>, <c>syllabus</c>, <c>assignment</c>, <c>unspecified</c>; null when the manifest does not say.</summary>
    public string? IntendedUse { get; init; }

    /// <summary>True when its metadata name teachers, and not learners, as those who use it (<c>intendedEndUserRole</c>), or it is a lesson plan.</summary>
    public bool IsForTeachers { get; init; }

    /// <summary>Codes of curriculum standards that its metadata name (1.2 and 1.3).</summary>
    public IReadOnlyList<string> Standards { get; init; } = [];

    /// <summary>What was read of it; null for a file, for questions, and for what could not be read.</summary>
    public CartridgeContent? Content { get; init; }
}

/// <summary>What was read of a resource.</summary>
public abstract record CartridgeContent;

/// <summary>A text with its references.</summary>
/// <param name="Page">The text.</param>
public sealed record CartridgePage(LessonPage Page) : CartridgeContent;

/// <summary>An address outside.</summary>
/// <param name="Title">Title; may be empty.</param>
/// <param name="Address">As it is written: any scheme, and not always an absolute one.</param>
/// <param name="Target">Name of the window, or null.</param>
public sealed record CartridgeLink(string Title, string Address, string? Target) : CartridgeContent;

/// <summary>A tool that is started by LTI.</summary>
/// <param name="Title">Title; may be empty.</param>
/// <param name="Address">Where it is started: the secure address if there is one; may be empty.</param>
public sealed record CartridgeTool(string Title, string Address) : CartridgeContent;

/// <summary>A topic to be discussed.</summary>
/// <param name="Page">What is asked, as HTML; a plain text has been escaped.</param>
/// <param name="Attachments">Files beside it.</param>
public sealed record CartridgeTopic(LessonPage Page, IReadOnlyList<LessonReference> Attachments) : CartridgeContent;

/// <summary>A task to be handed in.</summary>
/// <param name="Page">What the learner reads, as HTML; its text is empty when there is none.</param>
/// <param name="Attachments">Files beside it that are for the learner, too.</param>
public sealed record CartridgeAssignment(LessonPage Page, IReadOnlyList<LessonReference> Attachments) : CartridgeContent
{
    /// <summary>The highest mark; null when it is not marked or the mark is not above 0.</summary>
    public decimal? Points { get; init; }

    /// <summary>How it is answered: <c>html</c>, <c>text</c>, <c>url</c>, <c>file</c>; empty when it does not say.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>True when it has a text that only teachers may see; that text is not given out.</summary>
    public bool HasTextForTeachers { get; init; }
}
