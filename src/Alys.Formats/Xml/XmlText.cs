using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Alys.Formats.Xml;

/// <summary>XML from outside: its own encoding, no document type, no entities of its own, bounded size, depth and number of elements.</summary>
static partial class XmlText
{
    internal const int MaxCharacters = 32 << 20;
    internal const int MaxDepth = 100;
    const int MaxElements = 2_000_000;

    // By the declaration, which stands in letters that all but the wide encodings share; without one as any other text.
    internal static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 200)]);
        if (DeclaredEncoding().Match(head) is not { Success: true } declared || Known(declared.Groups[1].Value) is not { } encoding)
        {
            return TextDecoding.Decode(bytes);
        }
        try
        {
            return new DecodedText(encoding.GetString(bytes), encoding.WebName, []);
        }
        catch (DecoderFallbackException)
        {
            var guessed = TextDecoding.Decode(bytes);
            return guessed.Problems.Any(p => p.IsError) ? guessed
                : guessed with { Problems = [Problem.Warning(0, "xml.problem.wrong-encoding", declared.Groups[1].Value, guessed.Encoding)] };
        }
    }

    // The wide encodings are known by their bytes, not by a declaration that could be read without knowing them.
    static Encoding? Known(string name) => name.ToUpperInvariant() switch
    {
        "UTF-8" or "UTF8" or "UTF-16" or "UTF-16LE" or "UTF-16BE" or "US-ASCII" => null,
        "ISO-8859-1" or "LATIN1" => TextDecoding.CodePage(1252),
        _ => Find(name),
    };

    static Encoding? Find(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    internal static bool IsDeclared(string text) => text.AsSpan().TrimStart().StartsWith("<?xml");

    /// <summary>The root element with line numbers; or null and why.</summary>
    internal static XElement? Parse(string text, out Problem? problem, int maxElements = MaxElements)
    {
        problem = null;
        if (text.Length > MaxCharacters)
        {
            problem = Problem.Error(0, "xml.problem.too-large", MaxCharacters);
            return null;
        }
        text = text.TrimStart();
        var prolog = new XmlProlog(text);
        if (prolog.HasDeclarations)
        {
            problem = Problem.Error(0, "xml.problem.dtd");
            return null;
        }
        // Files that name the published DTD are many; the name goes, and nothing of it is ever fetched.
        if (prolog.HasType)
        {
            text = text[..prolog.TypeStart] + new string('\n', text[prolog.TypeStart..prolog.TypeEnd].Count(c => c == '\n')) + text[prolog.TypeEnd..];
        }
        try
        {
            if (!IsWithinBounds(text, maxElements))
            {
                problem = Problem.Error(0, "xml.problem.too-deep", MaxDepth);
                return null;
            }
            using var reader = Reader(text);
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace | LoadOptions.SetLineInfo).Root;
        }
        catch (XmlException e)
        {
            problem = Problem.Error(0, "xml.problem.not-well-formed", e.LineNumber);
            return null;
        }
    }

    // The tree is walked by recursion later, so its depth is counted before it is built.
    static bool IsWithinBounds(string text, int maxElements)
    {
        using var reader = Reader(text);
        var elements = 0;
        while (reader.Read())
        {
            elements += reader.NodeType == XmlNodeType.Element ? 1 : 0;
            if (reader.Depth > MaxDepth || elements > maxElements)
            {
                return false;
            }
        }
        return true;
    }

    static XmlReader Reader(string text) => XmlReader.Create(new StringReader(text), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
        MaxCharactersFromEntities = 1024,
    });

    internal static int LineOf(XElement element) => element is IXmlLineInfo info && info.HasLineInfo() ? info.LineNumber : 0;

    [GeneratedRegex("""^\s*(?:\u00EF\u00BB\u00BF)?<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")]
    private static partial Regex DeclaredEncoding();
}
