using System.Diagnostics.CodeAnalysis;
using Alys.Formats.Archives;

namespace Alys.Formats.Cartridges;

/// <summary>What a resource of a package is to a course, whatever version of its type it names.</summary>
public enum CartridgeKind
{
    /// <summary>A text in HTML or Markdown (<c>webcontent</c>).</summary>
    Page,
    /// <summary>Any other file to take (<c>webcontent</c>, EPUB).</summary>
    File,
    /// <summary>Material of another resource or of the program that made the package (<c>associatedcontent/…/learning-application-resource</c>).</summary>
    Associated,
    /// <summary>An address outside (<c>imswl_xmlv1p0</c>–<c>v1p3</c>).</summary>
    WebLink,
    /// <summary>A topic to be discussed (<c>imsdt_xmlv1p0</c>–<c>v1p3</c>).</summary>
    Topic,
    /// <summary>A tool that is started by LTI (<c>imsbasiclti_xmlv1p0</c>).</summary>
    Tool,
    /// <summary>A test in QTI 1.x (<c>imsqti_xmlv1p2/imscc_xmlv1pX/assessment</c>).</summary>
    Assessment,
    /// <summary>Questions in QTI 1.2 (<c>imsqti_xmlv1p2/imscc_xmlv1pX/question-bank</c>).</summary>
    QuestionBank,
    /// <summary>A task to be handed in (<c>assignment_xmlv1p0</c>, an extension of Common Cartridge 1.3).</summary>
    Assignment,
    /// <summary>A type that no version of Common Cartridge names.</summary>
    Unknown,
}

/// <summary>A place in the table of contents.</summary>
/// <param name="Identifier">As the manifest gives it; may be empty and need not be unique.</param>
/// <param name="Title">Title for the learner; empty when there is none.</param>
/// <param name="Reference">Identifier of the resource that it asks for, or null for a heading or a group.</param>
/// <param name="Resource">The resource, or null when none is asked for or the manifest does not hold it.</param>
/// <param name="IsVisible">False where the author hid it (<c>isvisible</c> of content packaging).</param>
/// <param name="Items">What stands beneath it, in order.</param>
public sealed record CartridgeItem(string Identifier, string Title, string? Reference, CartridgeResource? Resource, bool IsVisible, IReadOnlyList<CartridgeItem> Items);

/// <summary>A course packed by IMS Common Cartridge 1.0–1.3 or IMS Content Packaging 1.1, as a neutral tree. It places nothing.</summary>
public sealed record Cartridge
{
    /// <summary>Name of the file that makes an archive a package.</summary>
    public const string ManifestName = "imsmanifest.xml";

    /// <summary>Where the manifest stands within the archive.</summary>
    public required string Manifest { get; init; }

    /// <summary>Specification that the package says it follows, such as <c>IMS Common Cartridge</c>; empty when it does not say.</summary>
    public required string Schema { get; init; }

    /// <summary>Version as the package says it, such as <c>1.3.0</c>; empty when it does not say.</summary>
    public required string Version { get; init; }

    /// <summary>Title of the course; may be empty.</summary>
    public required string Title { get; init; }

    /// <summary>Modules of the course: the table of contents without the one item at its root that has no content of its own.</summary>
    public required IReadOnlyList<CartridgeItem> Items { get; init; }

    /// <summary>All resources in the order of the manifest.</summary>
    public required IReadOnlyList<CartridgeResource> Resources { get; init; }

    /// <summary>Texts that are no resource of their own: further pages of one, and pages that no resource names. Hidden files are left out.</summary>
    public required IReadOnlyList<LessonPage> OtherPages { get; init; }

    /// <summary>Files of the archive that no resource names, without the manifest.</summary>
    public required IReadOnlyList<string> Unlisted { get; init; }

    /// <summary>What could not be taken as it stands; the first value is the path or the name.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>The first resource with this identifier; null when the manifest does not hold it.</summary>
    public CartridgeResource? Find(string? identifier) => Resources.FirstOrDefault(r => r.Identifier == identifier);

    /// <summary>Whether the archive is a package: <c>imsmanifest.xml</c> stands at its top, or at the top of the one folder that holds all the rest.</summary>
    public static bool IsIn(SafeArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        return ManifestReader.PathOf(archive) is not null;
    }

    /// <summary>Reads a checked archive that is a package.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="cartridge">The package, or null when it is refused as a whole: its manifest can't be read, most of its files are missing, it is made for
    /// a player of SCORM, or it holds nothing but questions in QTI 2 or 3.</param>
    /// <param name="problems">Why it is refused, or what could not be taken as it stands.</param>
    public static bool TryRead(SafeArchive archive, [NotNullWhen(true)] out Cartridge? cartridge, out IReadOnlyList<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(archive);
        var reader = new ManifestReader(archive);
        cartridge = reader.Read();
        problems = reader.Problems;
        return cartridge is not null;
    }
}
