using System.Diagnostics.CodeAnalysis;
using Alys.Formats.Archives;

namespace Alys.Formats.Word;

/// <summary>What stands under one heading of a document.</summary>
/// <param name="Page">The text as HTML, not cleaned, without the heading itself; its references are to pictures and to other sections.</param>
/// <param name="Group">The nearest heading above that is of a higher level; empty when there is none.</param>
public sealed record WordSection(LessonPage Page, string Group);

/// <summary>A document of Word (Office Open XML, ISO/IEC 29500) cut by its headings. Nothing outside of it is ever fetched, nothing in it is ever run.</summary>
public sealed record WordDocument
{
    /// <summary>Title paragraph, else the title among its properties, else the name of the file.</summary>
    public required string Title { get; init; }

    /// <summary>Level of the headings at which it was cut, 1…9; 0 when it has no heading and is one section.</summary>
    public required int Level { get; init; }

    /// <summary>In their order. A heading without any text beneath it is no section.</summary>
    public required IReadOnlyList<WordSection> Sections { get; init; }

    /// <summary>Pictures by the paths that the references name.</summary>
    public required IReadOnlyDictionary<string, byte[]> Pictures { get; init; }

    /// <summary>What could not be taken as it stands; the first value is the path of the document.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>Whether a checked archive is a document of Word.</summary>
    public static bool IsIn(SafeArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        return archive.Has("[Content_Types].xml") && archive.Has("word/document.xml");
    }

    /// <summary>Reads a document.</summary>
    /// <param name="stream">Seekable; the caller disposes of it.</param>
    /// <param name="name">Its path or name: what sections and pictures are called after, and where the title comes from when the document has none.</param>
    /// <param name="level">Level of the headings that become sections, 1…9; 0 for the highest that stands there at least twice.</param>
    /// <param name="document">The document, or null when a problem is an error.</param>
    /// <param name="problems">Why it is refused, or what could not be taken.</param>
    public static bool TryRead(Stream stream, string name, int level, [NotNullWhen(true)] out WordDocument? document, out IReadOnlyList<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)level, 9u, nameof(level));
        var package = new WordPackage(name);
        document = package.Read(stream, level);
        problems = package.Problems;
        return document is not null;
    }
}
