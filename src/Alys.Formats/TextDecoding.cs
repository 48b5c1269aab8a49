using System.Text;

namespace Alys.Formats;

/// <summary>Text of a file whose encoding nobody declared.</summary>
/// <param name="Text">The decoded text without byte order mark; empty when the bytes are not text.</param>
/// <param name="Encoding">IANA name of the encoding that was used, such as <c>utf-8</c> or <c>windows-1251</c>.</param>
/// <param name="Problems">Empty, or one: the encoding was guessed (warning), or the bytes are not text (error).</param>
public sealed record DecodedText(string Text, string Encoding, IReadOnlyList<Problem> Problems);

/// <summary>
/// Finds the encoding of a text file: byte order mark, UTF-16 without one, strict UTF-8, then windows-1251 or windows-1252 by
/// looking at how letters stand together in words.
/// </summary>
public static class TextDecoding
{
    static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static Encoding CodePage(int number) =>
        CodePagesEncodingProvider.Instance.GetEncoding(number) ?? throw new InvalidOperationException($"Code page {number} is not to be had.");

    /// <summary>Decodes the bytes; never throws on their content.</summary>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        if (ByteOrderMark(bytes) is var (marked, length))
        {
            return NotText(marked.GetString(bytes[length..]), marked.WebName);
        }
        if (Utf16WithoutMark(bytes) is { } wide)
        {
            return NotText(wide.GetString(bytes), wide.WebName);
        }
        try
        {
            return NotText(StrictUtf8.GetString(bytes), "utf-8");
        }
        catch (DecoderFallbackException)
        {
            var guess = IsCyrillic(bytes) ? CodePage(1251) : CodePage(1252);
            var text = NotText(guess.GetString(bytes), guess.WebName);
            return text.Problems.Count > 0
                ? text
                : text with { Problems = [Problem.Warning(0, "text.problem.encoding-guessed", guess.WebName)] };
        }
    }

    static (Encoding Encoding, int Length)? ByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    // Line feeds and spaces of UTF-16 show as a zero on one side only.
    static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 2 || bytes.Length % 2 != 0)
        {
            return null;
        }
        int little = 0, big = 0, other = 0;
        var sample = bytes[..Math.Min(bytes.Length, 4096)];
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            if (sample[i + 1] == 0 && sample[i] is 0x20 or 0x0A or 0x0D)
            {
                little++;
            }
            else if (sample[i] == 0 && sample[i + 1] is 0x20 or 0x0A or 0x0D)
            {
                big++;
            }
            else if (sample[i] == 0 && sample[i + 1] == 0)
            {
                other++;
            }
        }
        if (other > 0 || little == big)
        {
            return null;
        }
        return little > big ? Encoding.Unicode : Encoding.BigEndianUnicode;
    }

    // In Cyrillic words every letter is above 127; in Latin ones a letter with a mark stands among plain ones.
    static bool IsCyrillic(ReadOnlySpan<byte> bytes)
    {
        int cyrillic = 0, latin = 0, plain = 0, marked = 0;
        foreach (var b in bytes)
        {
            if (char.IsAsciiLetter((char)b))
            {
                plain++;
            }
            else if (b >= 0xC0 || b is 0xA8 or 0xB8 or 0xB2 or 0xB3)
            {
                marked++;
            }
            else
            {
                Count();
            }
        }
        Count();
        return cyrillic > latin;

        void Count()
        {
            if (marked > 0 && plain > 0)
            {
                latin += marked;
            }
            else
            {
                cyrillic += marked;
            }
            plain = marked = 0;
        }
    }

    static DecodedText NotText(string text, string encoding)
    {
        var controls = text.Count(c => c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\v'));
        return controls == 0 || controls * 200 < text.Length && !text.Contains('\0')
            ? new DecodedText(text, encoding, [])
            : new DecodedText("", encoding, [Problem.Error(0, "text.problem.not-text")]);
    }
}
