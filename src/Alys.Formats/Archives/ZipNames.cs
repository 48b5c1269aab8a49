using System.IO.Compression;
using System.Text;

namespace Alys.Formats.Archives;

static class ZipNames
{
    internal static Encoding Encoding { get; } = new Utf8OrDos();

    // The key of what is wrong with a name, or null.
    internal static string? Fault(ZipArchiveEntry entry, int maxDepth)
    {
        var name = entry.FullName;
        if (entry.IsEncrypted)
        {
            return "archive.problem.encrypted";
        }
        if ((entry.ExternalAttributes >> 16 & 0xF000) is not (0 or 0x8000 or 0x4000))
        {
            return "archive.problem.link";
        }
        var parts = name.TrimEnd('/').Split('/');
        var isUnsafe = name.Length is 0 or > 500 || name.AsSpan().ContainsAny('\\', '\uFFFD') || name.Any(char.IsControl) || name.StartsWith('/')
            || (name.Length > 1 && char.IsAsciiLetter(name[0]) && name[1] == ':')
            || parts.Any(p => p is "" or "." or "..");
        return isUnsafe ? "archive.problem.path" : parts.Length - 1 > maxDepth ? "archive.problem.too-deep" : null;
    }

    internal static string Shown(string name)
    {
        var clean = new string([.. name.Select(c => char.IsControl(c) ? '\uFFFD' : c)]);
        return clean.Length > 200 ? clean[..200] + "…" : clean;
    }

    // Names without the UTF-8 flag are UTF-8 anyway on Unix and code page 866 from a Windows machine of this region.
    sealed class Utf8OrDos : Encoding
    {
        static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
        static readonly Encoding Dos = TextDecoding.CodePage(866);

        static Encoding For(byte[] bytes, int index, int count)
        {
            try
            {
                Strict.GetCharCount(bytes, index, count);
                return Strict;
            }
            catch (DecoderFallbackException)
            {
                return Dos;
            }
        }

        public override int GetCharCount(byte[] bytes, int index, int count) => For(bytes, index, count).GetCharCount(bytes, index, count);

        public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
            For(bytes, byteIndex, byteCount).GetChars(bytes, byteIndex, byteCount, chars, charIndex);

        public override int GetByteCount(char[] chars, int index, int count) => UTF8.GetByteCount(chars, index, count);

        public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
            UTF8.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

        public override int GetMaxByteCount(int charCount) => UTF8.GetMaxByteCount(charCount);

        public override int GetMaxCharCount(int byteCount) => Math.Max(UTF8.GetMaxCharCount(byteCount), byteCount);
    }
}
