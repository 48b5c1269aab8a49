using System.Diagnostics;
using Alys.Documents;

namespace Alys.Tests.Documents;

/// <summary>Read back by other programs: poppler's pdftotext and qpdf.</summary>
public sealed class PdfTests : IDisposable
{
    private const string Url = "https://alys.example/v/7Kq9Xw2LmNf0aTzB4cRyUd";
    private readonly string file = Path.Combine(Path.GetTempPath(), $"alys-{Guid.NewGuid():N}.pdf");

    private static Pdf Empty() => new("Ведомость", new PdfFooter(["2026/ЕВ-14", "SHA-256: 3f9a"], "бет {0} из {1}", Url));

    private static readonly PdfColumn[] Columns = [new("№", 1, PdfAlign.Right), new("Аты-жөні", 6), new("Балл", 2, PdfAlign.Right)];

    private static IEnumerable<IReadOnlyList<string>> Rows(int count) =>
        Enumerable.Range(1, count).Select(i => (IReadOnlyList<string>)[$"{i}", "Қожахметова Үміт Іңкәрқызы", "75,8"]);

    private string Text(Pdf pdf)
    {
        File.WriteAllBytes(file, pdf.Build());
        return Run("pdftotext", "-layout", file, "-");
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, process.StandardError.ReadToEnd());
        return output;
    }

    [Fact]
    public void KazakhLettersAreReadBackAsTheyWereWritten()
    {
        const string pangram = "ӘәҒғҚқҢңӨөҰұҮүҺһІі АБВГД абвгд Ёё Щщ № «» — … ABC xyz 0123456789 ₸";
        Assert.Contains(pangram, Text(Empty().Paragraph(pangram)), StringComparison.Ordinal);
    }

    [Fact]
    public void TheFileIsSoundForQpdf()
    {
        File.WriteAllBytes(file, Empty().Letterhead("Институт").Title("Емтихан ведомосі").Table(Columns, Rows(80)).Signatures([("Емтихан алушы", "Ғ. Һ.")]).Build());
        Assert.Contains("No syntax or stream encoding errors", Run("qpdf", "--check", file), StringComparison.Ordinal);
    }

    [Fact]
    public void ALongTableRepeatsItsHeadingAndEveryPageSaysWhichItIs()
    {
        var pages = Text(Empty().Table(Columns, Rows(100))).Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(pages.Length > 2);
        for (var i = 0; i < pages.Length; i++)
        {
            Assert.Contains("Аты-жөні", pages[i], StringComparison.Ordinal);
            Assert.Contains($"бет {i + 1} из {pages.Length}", pages[i], StringComparison.Ordinal);
            Assert.Contains("SHA-256: 3f9a", pages[i], StringComparison.Ordinal);
        }
        var text = string.Concat(pages);
        Assert.All(Enumerable.Range(1, 100), i => Assert.Matches($@"(?m)^\s*{i}\s+Қожахметова", text));
    }

    [Fact]
    public void ALongTextBreaksIntoLinesAndPagesAndLosesNoWord()
    {
        var words = Enumerable.Range(1, 1500).Select(i => $"сөз{i}").ToArray();
        var text = Text(Empty().Paragraph(string.Join(' ', words)));
        Assert.All(words, w => Assert.Matches($@"(?<!\w){w}(?!\w)", text));
        Assert.Contains('\f', text.TrimEnd('\f'));
    }

    [Fact]
    public void AWordWiderThanItsCellIsCutAndARowHigherThanAPageIsSplit()
    {
        var text = Text(Empty().Table(Columns, [["1", new string('щ', 4000), "2"]]));
        Assert.Equal(4000, text.Count(c => c == 'щ'));
        Assert.True(text.Split('\f', StringSplitOptions.RemoveEmptyEntries).Length > 1);
    }

    [Fact]
    public void ALetterThatTheFontLacksIsAQuestionMarkAndControlCharactersVanish() =>
        Assert.Contains("a?b?cd", Text(Empty().Paragraph("a漢b😀c\u0007\u200Ed")), StringComparison.Ordinal);

    public void Dispose() => File.Delete(file);
}
