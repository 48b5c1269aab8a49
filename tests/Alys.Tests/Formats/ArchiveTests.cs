using System.IO.Compression;
using System.Text;
using Alys.Formats;
using Alys.Formats.Archives;

namespace Alys.Tests.Formats;

public sealed class ArchiveTests
{
    static readonly ArchiveLimits Small = new() { MaxEntries = 5, MaxUnpackedBytes = 3 << 20, MaxFileBytes = 2 << 20, MaxRatio = 50, MaxDepth = 3, MaxNesting = 1 };

    internal static MemoryStream Zip(params (string Path, byte[] Bytes)[] files)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in files)
            {
                using var to = zip.CreateEntry(path).Open();
                to.Write(bytes);
            }
        }
        stream.Position = 0;
        return stream;
    }

    static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    static string[] Keys(Stream stream, ArchiveLimits? limits = null)
    {
        var opened = SafeArchive.TryOpen(stream, limits ?? Small, out var archive, out var problems);
        using (archive)
        {
            Assert.Equal(opened, !problems.Any(p => p.IsError));
        }
        return [.. problems.Select(p => p.Key)];
    }

    [Fact]
    public void AGoodArchiveGivesItsFiles()
    {
        using var stream = Zip(("б/а.md", Utf8("бір")), ("x.txt", Utf8("x")), ("empty/", []));
        Assert.True(SafeArchive.TryOpen(stream, null, out var archive, out var problems));
        Assert.Empty(problems);
        Assert.Equal(["x.txt", "б/а.md"], archive.Files.Select(f => f.Path));
        Assert.Equal("бір", Encoding.UTF8.GetString(archive.ReadAll("б/а.md")));
        Assert.Equal(("а.md", "б"), (archive.Files[1].Name, archive.Files[1].Folder));
        archive.Dispose();
    }

    [Theory]
    [InlineData("../evil.md")]
    [InlineData("a/../../evil.md")]
    [InlineData("/etc/passwd")]
    [InlineData("a\\..\\b.md")]
    [InlineData("C:/b.md")]
    [InlineData("a\0b.md")]
    [InlineData("a//b.md")]
    [InlineData("./b.md")]
    public void APathThatLeadsOutsideIsRefused(string path) =>
        Assert.Equal(["archive.problem.path"], Keys(Zip((path, Utf8("x")), ("ok.md", Utf8("x")))));

    [Fact]
    public void ABombIsRefusedByRatioAndBySize()
    {
        Assert.Equal(["archive.problem.bomb"], Keys(Zip(("zeros.bin", new byte[3 << 19]))));
        var noise = new byte[3 << 19];
        new Random(1).NextBytes(noise);
        Assert.Equal(["archive.problem.too-large"], Keys(Zip(("a", noise), ("b", noise), ("c", noise))));
        Assert.Equal(["archive.problem.file-too-large"], Keys(Zip(("a", noise)), Small with { MaxFileBytes = 1 << 20 }));
    }

    [Fact]
    public void ASizeThatLiesIsNotBelieved()
    {
        var bytes = Zip(("a.bin", new byte[500_000])).ToArray();
        var at = bytes.AsSpan().LastIndexOf("PK\x01\x02"u8);
        BitConverter.TryWriteBytes(bytes.AsSpan(at + 24), 10);
        Assert.Equal(["archive.problem.damaged"], Keys(new MemoryStream(bytes)));
    }

    [Fact]
    public void TooManyFilesAndTooDeepFoldersAreRefused()
    {
        Assert.Equal(["archive.problem.too-many-files"], Keys(Zip([.. Enumerable.Range(0, 6).Select(n => ($"{n}", Utf8("x")))])));
        Assert.Equal(["archive.problem.too-deep"], Keys(Zip(("a/b/c/d/e.md", Utf8("x")))));
    }

    [Fact]
    public void TwoFilesOfOneNameAreRefused()
    {
        Assert.Equal(["archive.problem.duplicate"], Keys(Zip(("a/b.md", Utf8("x")), ("a/B.md", Utf8("y")))));
        Assert.Equal(["archive.problem.duplicate"], Keys(Zip(("a", Utf8("x")), ("a/b.md", Utf8("y")))));
    }

    [Fact]
    public void AnEncryptedEntryIsRefused()
    {
        var bytes = Zip(("a.md", Utf8("x"))).ToArray();
        bytes[6] |= 1;
        bytes[bytes.AsSpan().LastIndexOf("PK\x01\x02"u8) + 8] |= 1;
        Assert.Equal(["archive.problem.encrypted"], Keys(new MemoryStream(bytes)));
    }

    [Fact]
    public void ALinkIsRefused()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = zip.CreateEntry("link");
            entry.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var to = entry.Open();
            to.Write("/etc/passwd"u8);
        }
        Assert.Equal(["archive.problem.link"], Keys(stream));
    }

    [Fact]
    public void EveryTruncationOfAnArchiveIsToldInOneProblem()
    {
        var whole = Zip(("a.md", Utf8(new string('a', 300))), ("b.md", Utf8("b"))).ToArray();
        for (var length = 0; length < whole.Length; length++)
        {
            var key = Assert.Single(Keys(new MemoryStream(whole[..length])));
            Assert.Equal(length < 4 ? "archive.problem.not-zip" : "archive.problem.truncated", key);
        }
    }

    [Fact]
    public void AChangedByteIsFoundByTheChecksum()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var to = zip.CreateEntry("a.md", CompressionLevel.NoCompression).Open();
            to.Write(Utf8("stored text"));
        }
        var bytes = stream.ToArray();
        bytes[bytes.AsSpan().IndexOf("stored"u8)] ^= 1;
        Assert.Equal(["archive.problem.damaged"], Keys(new MemoryStream(bytes)));
    }

    [Fact]
    public void ATextFileIsNotAnArchive() => Assert.Equal(["archive.problem.not-zip"], Keys(new MemoryStream(Utf8("# Not a ZIP"))));

    [Fact]
    public void ArchivesWithinArchivesAreBoundedToo()
    {
        var inner = Zip(("x.md", Utf8("x"))).ToArray();
        Assert.Empty(Keys(Zip(("inner.zip", inner))));
        Assert.Equal(["archive.problem.nested"], Keys(Zip(("outer.zip", Zip(("inner.zip", inner)).ToArray()))));
        Assert.Equal(["archive.problem.bomb"], Keys(Zip(("inner.zip", Zip(("zeros", new byte[3 << 19])).ToArray()))));
    }

    [Fact]
    public void NamesOfAnOldWindowsMachineAreRead()
    {
        var dos = CodePagesEncodingProvider.Instance.GetEncoding(866)!;
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, dos))
        {
            using var to = zip.CreateEntry("Лекция.md").Open();
            to.Write("x"u8);
        }
        Assert.True(SafeArchive.TryOpen(stream, null, out var archive, out _));
        Assert.Equal("Лекция.md", Assert.Single(archive.Files).Path);
        archive.Dispose();
    }

    [Fact]
    public void RandomBytesAfterTheSignatureNeverThrow()
    {
        var random = new Random(7);
        var good = Zip(("a/b.md", Utf8("text")), ("c.md", Utf8("more"))).ToArray();
        for (var n = 0; n < 2000; n++)
        {
            var bytes = (byte[])good.Clone();
            for (var k = 0; k < 3; k++)
            {
                bytes[random.Next(4, bytes.Length)] = (byte)random.Next(256);
            }
            Keys(new MemoryStream(bytes));
        }
    }
}
