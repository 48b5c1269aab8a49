using System.Text.RegularExpressions;
using Alys.Formats.Archives;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Alys.Formats.Word;

// From the body of the document to its sections.
sealed partial class WordReader
{
    const int MaxSections = 2000;

    readonly WordprocessingDocument document;
    readonly string name;
    readonly List<Problem> problems;
    readonly WordStyles styles;
    readonly WordInline inline;

    internal WordReader(WordprocessingDocument document, string name, List<Problem> problems)
    {
        (this.document, this.name, this.problems) = (document, name, problems);
        styles = new WordStyles(document.MainDocumentPart!);
        inline = new WordInline(document.MainDocumentPart!, styles, name);
    }

    internal WordDocument? Read(int level)
    {
        if (document.MainDocumentPart?.Document?.Body is not { } body)
        {
            problems.Add(Problem.Error(0, "word.problem.broken", name));
            return null;
        }
        var title = "";
        var blocks = new List<WordBlock>();
        foreach (var element in inline.Kept(body))
        {
            if (element is Paragraph paragraph && title == "" && styles.IsTitle(paragraph))
            {
                title = Line(paragraph.InnerText);
                continue;
            }
            blocks.AddRange(Blocks(element));
        }
        title = title != "" ? title : Line(document.PackageProperties.Title ?? "") is { Length: > 0 } property ? property : Line(Path.GetFileNameWithoutExtension(name).Replace('_', ' '));
        level = level > 0 ? level : UsualLevel(blocks);
        var sections = Sections(blocks, title, level);
        if (sections.Count == 0)
        {
            problems.Add(Problem.Error(0, "word.problem.empty", name));
            return null;
        }
        if (sections.Count > MaxSections)
        {
            problems.Add(Problem.Error(0, "word.problem.too-many", name, sections.Count, MaxSections));
            return null;
        }
        problems.AddRange(inline.Remarks());
        return new WordDocument { Title = title, Level = level, Sections = sections, Pictures = inline.Pictures, Problems = problems };
    }

    IEnumerable<WordBlock> Blocks(OpenXmlElement element) => element switch
    {
        Paragraph paragraph when !styles.IsContents(paragraph) => Paragraphs(paragraph),
        Table table => [inline.Block(WordBlockKind.Text, () => new WordTables(inline, Blocks).Html(table))],
        _ => [],
    };

    IEnumerable<WordBlock> Paragraphs(Paragraph paragraph)
    {
        var level = styles.HeadingLevel(paragraph);
        var place = level > 0 ? null : styles.ListPlace(paragraph);
        var isCode = level == 0 && place is null && styles.IsCode(paragraph);
        var kind = level > 0 ? WordBlockKind.Heading : place is not null ? WordBlockKind.Item : isCode ? WordBlockKind.Code : styles.IsQuote(paragraph) ? WordBlockKind.Quote : WordBlockKind.Text;
        var block = inline.Block(kind, () => inline.Html(paragraph, isCode));
        if (kind == WordBlockKind.Heading)
        {
            block = block with { Level = level, Words = Line(WordInline.Words(paragraph)) };
            kind = block.Words == "" ? WordBlockKind.Text : kind;
        }
        block = block with { Kind = kind, Place = place ?? default, Html = kind == WordBlockKind.Text ? $"<p>{block.Html}</p>" : block.Html };
        if (block.Html is not ("" or "<p></p>") || kind == WordBlockKind.Code || block.Bookmarks.Count > 0)
        {
            yield return block;
        }
        // What stands in a frame beside the text is read after it.
        foreach (var frame in inline.Frames(paragraph).SelectMany(inline.Kept).SelectMany(Blocks))
        {
            yield return frame;
        }
    }

    // The highest level that stands there at least twice; a single heading at the top is the title of the whole.
    static int UsualLevel(List<WordBlock> blocks)
    {
        var levels = blocks.Where(b => b.Kind == WordBlockKind.Heading).CountBy(b => b.Level).OrderBy(l => l.Key).ToList();
        return levels.Count == 0 ? 0 : levels.Find(l => l.Value > 1) is { Key: > 0 } usual ? usual.Key : levels[^1].Key;
    }

    List<WordSection> Sections(List<WordBlock> blocks, string title, int level)
    {
        var cut = new List<(string Title, string Group, List<WordBlock> Blocks)> { (title, "", []) };
        var above = new string[10];
        foreach (var block in blocks)
        {
            if (block.Kind == WordBlockKind.Heading && block.Level <= level)
            {
                Array.Fill(above, "", block.Level, 10 - block.Level);
                above[block.Level] = block.Words;
                cut.Add((block.Words, above[..block.Level].LastOrDefault(a => !string.IsNullOrEmpty(a)) ?? "", []));
            }
            else
            {
                cut[^1].Blocks.Add(block);
            }
            // A place that others link to may be the heading itself.
            foreach (var bookmark in block.Bookmarks)
            {
                inline.Placed[bookmark] = cut.Count - 1;
            }
        }
        // Blank paragraphs make no section.
        var full = cut.Select((c, i) => (Section: c, Index: i)).Where(c => c.Section.Blocks.Exists(b => b.Html.Contains("<img", StringComparison.Ordinal) || Tag().Replace(b.Html, "").Trim() != "")).ToList();
        var paths = new Dictionary<int, string>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (section, index) in full)
        {
            paths[index] = PathOf(section.Title, taken);
        }
        return [.. full.Select(f => Section(f.Section.Title, f.Section.Group, f.Section.Blocks, paths, f.Index))];
    }

    WordSection Section(string title, string group, List<WordBlock> blocks, Dictionary<int, string> paths, int index)
    {
        var references = blocks.SelectMany(b => b.References).ToList();
        var html = InnerLink().Replace(WordText.Of(blocks), match =>
        {
            // A link to a place of another section leads to that section.
            var bookmark = System.Net.WebUtility.HtmlDecode(match.Groups[1].Value);
            if (!inline.Placed.TryGetValue(bookmark, out var place) || place == index || !paths.TryGetValue(place, out var path))
            {
                return match.Value;
            }
            references.Add(new LessonReference(false, "section-" + place, 0, ReferenceState.Found, path));
            return $"href=\"section-{place}\"";
        });
        return new WordSection(new LessonPage(paths[index], LessonFormat.Html, title.Length > 300 ? title[..300] : title, Languages.Guess(Tag().Replace(html, " ")), html, references), group);
    }

    string PathOf(string title, HashSet<string> taken)
    {
        var path = $"{(name.Length > 250 ? name[^250..] : name)}#{(title.Length > 150 ? title[..150] : title)}";
        for (var i = 2; !taken.Add(path); i++)
        {
            path = $"{path.Split(" ~ ")[0]} ~ {i}";
        }
        return path;
    }

    static string Line(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex("href=\"#word-([^\"]+)\"")]
    private static partial Regex InnerLink();
}
