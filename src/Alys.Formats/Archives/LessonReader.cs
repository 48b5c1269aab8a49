using System.Text.RegularExpressions;

namespace Alys.Formats.Archives;

// Which text is what, by the names of files and folders.
sealed partial class LessonReader(SafeArchive archive)
{
    readonly List<Problem> problems = [];

    internal LessonArchive Read()
    {
        var texts = archive.Files.Where(f => !IsHidden(f.Path) && LessonPageReader.FormatOf(f.Name) is not null).ToList();
        var links = new LessonLinks(archive.Files.Select(f => f.Path));
        var pages = texts.Select(f => LessonPageReader.Read(archive, f.Path, (isImage, target, line) => links.Resolve(f.Path, isImage, target, line), problems))
            .OfType<LessonPage>().ToDictionary(p => p.Path, StringComparer.Ordinal);
        var lessons = Lessons(pages).OrderBy(l => l.Folder, NaturalOrder.Instance).ToList();
        var used = lessons.SelectMany(l => l.Pages).Select(p => p.Path).ToHashSet(StringComparer.Ordinal);
        if (lessons.Count == 0)
        {
            problems.Add(Problem.Error(0, "lessons.problem.no-lessons"));
        }
        return new LessonArchive
        {
            Lessons = lessons,
            OtherPages = [.. pages.Values.Where(p => !used.Contains(p.Path)).OrderBy(p => p.Path, NaturalOrder.Instance)],
            Files = [.. archive.Files.Select(f => f.Path).Where(p => !IsHidden(p) && !pages.ContainsKey(p))],
            Language = lessons.Select(l => l.Language).OfType<string>().GroupBy(l => l).MaxBy(g => g.Count())?.Key,
            Problems = problems,
        };
    }

    // Folders called "lessons" say where lessons stand; else numbered folders; else folders with a main text; else numbered or single files.
    static IEnumerable<Lesson> Lessons(Dictionary<string, LessonPage> pages)
    {
        var folders = pages.Values.GroupBy(p => FolderOf(p.Path)).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        foreach (var isLesson in (Func<string, bool>[])[IsWithinLessons, f => StartsWithNumber().IsMatch(NameOf(f))])
        {
            var chosen = folders.Where(f => isLesson(f.Key)).ToList();
            if (chosen.Count > 0)
            {
                return chosen.Select(f => FromFolder(f.Key, f.Value));
            }
        }
        var files = pages.Values.Where(p => StartsWithNumber().IsMatch(NameOf(p.Path))).ToList();
        if (files.Count > 0)
        {
            return files.Select(FromFile);
        }
        var deepest = folders.Where(f => f.Value.Exists(p => IsMain(p.Path))).Where(f => !folders.Keys.Any(o => o != f.Key && IsUnder(o, f.Key))).ToList();
        return deepest.Count > 0 && (deepest.Count > 1 || folders.Count > 1)
            ? deepest.Select(f => FromFolder(f.Key, f.Value))
            : pages.Values.Where(p => pages.Count == 1 || !IsMain(p.Path)).Select(FromFile);
    }

    static Lesson FromFolder(string folder, List<LessonPage> pages)
    {
        var ordered = pages.OrderBy(p => p.Path, NaturalOrder.Instance).ToList();
        var main = ordered.Find(p => IsMain(p.Path)) ?? ordered.Find(p => !IsAssignment(p.Path)) ?? ordered[0];
        var assignment = ordered.Find(p => p != main && IsAssignment(p.Path));
        return new Lesson(folder, GroupOf(folder), main, [.. ordered.Where(p => p != main && p != assignment)], assignment);
    }

    static Lesson FromFile(LessonPage page) => new(page.Path, FolderOf(page.Path), page, [], null);

    static bool IsWithinLessons(string folder) => LessonsFolder().IsMatch(NameOf(FolderOf(folder)));

    static string GroupOf(string folder)
    {
        var parent = FolderOf(folder);
        return LessonsFolder().IsMatch(NameOf(parent)) ? FolderOf(parent) : parent;
    }

    static bool IsMain(string path) => MainName().IsMatch(NameOf(path));

    static bool IsAssignment(string path) => AssignmentName().IsMatch(NameOf(path));

    internal static bool IsHidden(string path) => path.Split('/').Any(p => p.StartsWith('.') || p == "__MACOSX");

    static bool IsUnder(string path, string folder) => folder == "" ? path != "" : path.StartsWith(folder + "/", StringComparison.Ordinal);

    internal static string FolderOf(string path) => path.Contains('/') ? path[..path.LastIndexOf('/')] : "";

    static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    [GeneratedRegex(@"^(lessons?|lectures?|уроки|лекции|занятия|сабақтар|дәрістер)$", RegexOptions.IgnoreCase)]
    private static partial Regex LessonsFolder();

    [GeneratedRegex(@"^\d+([\s._-]|\p{L}|$)")]
    private static partial Regex StartsWithNumber();

    [GeneratedRegex(@"^(readme|index|lesson|lecture|урок|лекция|сабақ|дәріс)(\.[a-z]{2})?\.[a-z]+$", RegexOptions.IgnoreCase)]
    internal static partial Regex MainName();

    [GeneratedRegex(@"^(assignment|task|homework|exercise|задание|задача|тапсырма)s?(\.[a-z]{2})?\.[a-z]+$", RegexOptions.IgnoreCase)]
    private static partial Regex AssignmentName();
}
