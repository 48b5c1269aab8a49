using Alys.Assessment;
using Alys.Formats;
using Alys.Formats.Archives;

namespace Alys.Content.Import;

/// <summary>What a text is in its archive.</summary>
internal enum PageRole
{
    /// <summary>Folders of lessons: the main text of a lesson, another text of it, its task.</summary>
    Main, Variant, Assignment,

    /// <summary>A text outside the lessons, or outside the table of contents of a package.</summary>
    Other,

    /// <summary>Packages: a text, a topic to be discussed, links of a module, a file to take, a test, something for teachers.</summary>
    Page, Discussion, Links, File, Test, Teachers,
}

/// <summary>A text that may become a unit.</summary>
/// <param name="Page">The text; its path is that of the unit.</param>
/// <param name="Role">What it is in its archive.</param>
/// <param name="Lesson">Title of the lesson or module; null outside of them.</param>
/// <param name="LessonNo">Number of the lesson or module, from 0; null outside of them.</param>
internal sealed record MaterialPage(LessonPage Page, PageRole Role, string? Lesson, int? LessonNo)
{
    /// <summary>The highest mark that the archive gives a task.</summary>
    public int? Points { get; init; }
    public bool AnswerByText { get; init; } = true;
    public bool AnswerByFiles { get; init; } = true;

    /// <summary>The file that the unit exists for: without it there is no unit.</summary>
    public string? FilePath { get; init; }

    /// <summary>The slot that it stood in when the package was exported from a pack; null elsewhere.</summary>
    public string? OwnSlot { get; init; }

    /// <summary>The unit leads to a test, which is made of the questions of the document at the path of the page.</summary>
    public bool IsTest { get; init; }

    /// <summary>Objects of the archive that the unit is made of, with their titles; empty: the file at the path of the page.</summary>
    public IReadOnlyList<(string Path, string Title)> Sources { get; init; } = [];

    /// <summary>Other paths by which links lead to the unit.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Title by which rules may call it; null where the name of the file is enough.</summary>
    public string? Called { get; init; }

    /// <summary>Why it became what it is: text key.</summary>
    public string? Reason { get; init; }
    public List<ImportRemark> Remarks { get; } = [];
}

/// <summary>A file that is stored when a text needs it; the text key says why it is skipped when none does.</summary>
internal sealed record MaterialFile(string Path, string Unused);

/// <summary>What an archive offers to a pack, whichever way it was made.</summary>
internal sealed record Material
{
    public required IReadOnlyList<MaterialPage> Pages { get; init; }
    public required IReadOnlyList<MaterialFile> Files { get; init; }

    /// <summary>Objects that become nothing, each with the reason.</summary>
    public IReadOnlyList<ImportLine> Skipped { get; init; } = [];
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Its questions, for the bank of the subject; null when it has none.</summary>
    public PackageQuestions? Questions { get; init; }

    /// <summary>Lessons or modules.</summary>
    public required int Lessons { get; init; }

    /// <summary>Standard and title of a package; null for folders of lessons.</summary>
    public PackageName? Package { get; init; }

    /// <summary>Pictures from within documents, which the archive itself does not hold; by their paths.</summary>
    public IReadOnlyDictionary<string, byte[]> Inner { get; init; } = new Dictionary<string, byte[]>();

    /// <summary>Documents of Word are cut by their headings.</summary>
    public bool HasWord { get; init; }

    /// <summary>The archive is itself a document: its parts are no objects of their own.</summary>
    public bool IsWord { get; init; }

    /// <summary>Reads a checked archive; without pages when it is refused.</summary>
    public static Material Read(SafeArchive archive, Stream stream, LessonImport import, Texts texts)
    {
        if (Formats.Word.WordDocument.IsIn(archive)) return WordMaterial.Of(stream, import);
        if (!Formats.Cartridges.Cartridge.IsIn(archive)) return WordMaterial.Among(Of(LessonArchive.Read(archive)), archive, import);
        return Formats.Cartridges.Cartridge.TryRead(archive, out var cartridge, out var problems)
            ? new CartridgeMaterial(cartridge, archive, texts).Read()
            : new Material { Pages = [], Files = [], Lessons = 0, Problems = problems };
    }

    private static Material Of(LessonArchive archive) => new()
    {
        Pages =
        [
            .. archive.Lessons.Index().SelectMany(l => l.Item.Pages.Select(p => new MaterialPage(p, RoleIn(l.Item, p), l.Item.Title, l.Index))),
            .. archive.OtherPages.Select(p => new MaterialPage(p, PageRole.Other, null, null)),
        ],
        Files = [.. archive.Files.Select(f => new MaterialFile(f, "content.import.unused-file"))],
        Problems = archive.Problems,
        Lessons = archive.Lessons.Count,
    };

    private static PageRole RoleIn(Lesson lesson, LessonPage page) =>
        page == lesson.Main ? PageRole.Main : page == lesson.Assignment ? PageRole.Assignment : PageRole.Variant;
}

/// <summary>What a package says of itself.</summary>
internal sealed record PackageName(string Standard, string Title);
