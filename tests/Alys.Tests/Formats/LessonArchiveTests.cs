using System.Text;
using Alys.Formats.Archives;

namespace Alys.Tests.Formats;

public sealed class LessonArchiveTests
{
    static LessonArchive Read(params (string Path, string Text)[] files)
    {
        using var stream = ArchiveTests.Zip([.. files.Select(f => (f.Path, Encoding.UTF8.GetBytes(f.Text)))]);
        Assert.True(SafeArchive.TryOpen(stream, null, out var archive, out _));
        using (archive)
        {
            return LessonArchive.Read(archive);
        }
    }

    [Fact]
    public void FoldersWithinLessonsAreLessonsInNaturalOrder()
    {
        var a = Read(("c/2-b/lessons/10-x/README.md", "# Ten"), ("c/2-b/lessons/2-y/readme.md", "# Two"), ("c/2-b/lessons/2-y/assignment.md", "# Task"),
            ("c/2-b/lessons/2-y/pi.md", "# Pi"), ("c/10-z/lessons/1-a/README.md", "# Last"), ("c/2-b/README.md", "# Section"), ("c/img/a.png", "png"));
        Assert.Equal(["Two", "Ten", "Last"], a.Lessons.Select(l => l.Title));
        Assert.Equal(["c/2-b", "c/2-b", "c/10-z"], a.Lessons.Select(l => l.Group));
        Assert.Equal("Task", a.Lessons[0].Assignment!.Title);
        Assert.Equal(["Pi"], a.Lessons[0].Variants.Select(v => v.Title));
        Assert.Equal(["Section"], a.OtherPages.Select(p => p.Title));
        Assert.Equal(["c/img/a.png"], a.Files);
    }

    [Fact]
    public void TextsNestedBeyondMeasureAreLeftOutByName()
    {
        var open = string.Concat(Enumerable.Repeat("<b>", 30_000));
        var a = Read(("1-a.html", open), ("2-b.md", "# B\n\n<div>" + open), ("3-c.md", new string('>', 20_000) + " c"), ("4-d.md", "# D"));
        Assert.Equal(["D"], a.Lessons.Select(l => l.Title));
        Assert.Equal([("lessons.problem.too-deep", "1-a.html"), ("lessons.problem.too-deep", "2-b.md"), ("lessons.problem.too-deep", "3-c.md")], a.Problems.Select(p => (p.Key, (string)p.Args[0])));
    }

    [Fact]
    public void NumberedFoldersNumberedFilesAndLooseFilesAreLessonsToo()
    {
        Assert.Equal(["Бір", "Екі"], Read(("2 Екі/index.html", "<h1>Екі</h1>"), ("01_бір/a.md", "# Бір"), ("README.md", "# All")).Lessons.Select(l => l.Title));
        Assert.Equal(["One", "Two"], Read(("02-two.md", "# Two"), ("01-one.md", "# One"), ("README.md", "# All")).Lessons.Select(l => l.Title));
        Assert.Equal(["A", "B"], Read(("b.md", "# B"), ("a.md", "# A"), ("index.md", "# All")).Lessons.Select(l => l.Title));
        Assert.Equal(["Only"], Read(("README.md", "# Only")).Lessons.Select(l => l.Title));
        Assert.Equal(["A", "B"], Read(("m/a/index.md", "# A"), ("m/b/index.md", "# B"), ("m/index.md", "# All")).Lessons.Select(l => l.Title));
    }

    [Fact]
    public void AnArchiveWithoutTextsSaysSo()
    {
        var a = Read(("a.png", "x"));
        Assert.Equal("lessons.problem.no-lessons", Assert.Single(a.Problems).Key);
    }

    [Fact]
    public void ReferencesAreResolvedWithLineAndState()
    {
        var a = Read(
            ("r/lessons/1/README.md", "# A\n\n[there](../2/) ![p](img/a%20b.png?x#y)\n[gone](no.md) [web](https://x.kz) [top](#a)\n<img src='img/none.png'>\n\n[root](../../../../../lessons/2/pi.md) [up](/lessons/2/pi.md)\n<mail@x.kz>"),
            ("r/lessons/1/img/a b.png", "png"), ("r/lessons/2/README.md", "# B"), ("r/lessons/2/pi.md", "# Pi"));
        var refs = a.Lessons[0].Main.References;
        Assert.Equal(
        [
            (false, ReferenceState.Found, 3, "r/lessons/2/README.md"), (true, ReferenceState.Found, 3, "r/lessons/1/img/a b.png"),
            (false, ReferenceState.Missing, 4, "r/lessons/1/no.md"), (false, ReferenceState.External, 4, null), (false, ReferenceState.Anchor, 4, null),
            (true, ReferenceState.Missing, 5, "r/lessons/1/img/none.png"), (false, ReferenceState.Found, 7, "r/lessons/2/pi.md"),
            (false, ReferenceState.Found, 7, "r/lessons/2/pi.md"), (false, ReferenceState.External, 8, null),
        ], refs.Select(r => (r.IsImage, r.State, r.Line, r.Path)));
    }

    [Fact]
    public void TitleAndLanguageComeFromTheText()
    {
        var a = Read(
            ("1-a/x.md", "---\ntitle: \"Тақырып\"\nlang: kk\n---\ntext"),
            ("2-b/x.html", "<html lang='en'><title>Doc</title><body><h2>Head</h2><a href='../1-a/x.md'>x</a></body></html>"),
            ("3-c/x.md", "# Первый *заголовок* с `кодом`\n\nЭто русский текст."),
            ("4-my-lesson/README.md", "Бұл сабақта біз әлемді үйренеміз, қараңыз."));
        Assert.Equal(["Тақырып", "Head", "Первый заголовок с кодом", "4 my lesson"], a.Lessons.Select(l => l.Title));
        Assert.Equal(["kk", "en", "ru", "kk"], a.Lessons.Select(l => l.Language));
        Assert.Equal("1-a/x.md", Assert.Single(a.Lessons[1].Main.References).Path);
        Assert.Equal("kk", a.Language);
    }

    [Fact]
    public void ATextInAnOldEncodingIsReadAndOneThatIsNoTextIsLeftOut()
    {
        using var stream = ArchiveTests.Zip(
            ("1/a.md", System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("# Первый урок")), ("2/b.md", [0, 1, 2, 3, 4, 0, 0]), ("3/c.md", []));
        Assert.True(SafeArchive.TryOpen(stream, null, out var archive, out _));
        var a = LessonArchive.Read(archive);
        Assert.Equal("Первый урок", Assert.Single(a.Lessons).Title);
        Assert.Equal(["lessons.problem.encoding-guessed", "lessons.problem.not-text", "lessons.problem.empty-page"], a.Problems.Select(p => p.Key));
        Assert.Equal("1/a.md", a.Problems[0].Args[0]);
        archive.Dispose();
    }

    [Fact]
    public void TheRealCourseHasTwentyFourLessons()
    {
        using var stream = File.OpenRead(RealContent.Path("courses/iot-for-beginners-ru.zip"));
        Assert.True(SafeArchive.TryOpen(stream, null, out var archive, out var problems));
        Assert.Empty(problems);
        var a = LessonArchive.Read(archive);
        Assert.Equal(24, a.Lessons.Count);
        Assert.Empty(a.Problems);
        Assert.Equal("ru", a.Language);
        Assert.All(a.Lessons, l => Assert.NotNull(l.Assignment));
        Assert.All(a.Lessons, l => Assert.Equal("ru", l.Language));
        Assert.Equal("translations/ru/1-getting-started/lessons/1-introduction-to-iot", a.Lessons[0].Folder);
        Assert.Equal("translations/ru/1-getting-started", a.Lessons[0].Group);
        Assert.Equal(6, a.Lessons.Select(l => l.Group).Distinct().Count());
        var images = a.Lessons.SelectMany(l => l.Pages).SelectMany(p => p.References).Where(r => r.IsImage).ToList();
        Assert.True(images.Count > 100);
        Assert.All(images.Where(i => i.State != ReferenceState.External), i => Assert.Equal(ReferenceState.Missing, i.State));
        var links = a.Lessons.SelectMany(l => l.Pages).SelectMany(p => p.References).Where(r => !r.IsImage).ToList();
        Assert.Equal(254, links.Count(l => l.State == ReferenceState.Found));
        archive.Dispose();
    }
}
