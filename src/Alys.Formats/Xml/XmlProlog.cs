namespace Alys.Formats.Xml;

// What stands before the root element. Walks once from left to right, so that no input makes it slow.
readonly struct XmlProlog
{
    internal string? Root { get; }
    internal int TypeStart { get; }
    internal int TypeEnd { get; }
    internal bool HasDeclarations { get; }
    internal bool HasType => TypeEnd > 0;

    internal XmlProlog(string text)
    {
        var at = 0;
        while (at >= 0 && at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            else if (Stands(text, at, "<?"))
            {
                at = After(text, at, "?>");
            }
            else if (Stands(text, at, "<!--"))
            {
                at = After(text, at, "-->");
            }
            else if (!HasType && Stands(text, at, "<!DOCTYPE"))
            {
                (TypeStart, TypeEnd, HasDeclarations) = (at, EndOfType(text, at, out var declares), declares);
                at = HasDeclarations ? After(text, at, "]") is var close and >= 0 ? After(text, close, ">") : -1 : TypeEnd > 0 ? TypeEnd : -1;
            }
            else
            {
                Root = NameAt(text, at);
                return;
            }
        }
    }

    static int EndOfType(string text, int at, out bool declares)
    {
        declares = false;
        var quote = '\0';
        for (var i = at; i < text.Length; i++)
        {
            if (quote != '\0')
            {
                quote = text[i] == quote ? '\0' : quote;
            }
            else if (text[i] is '"' or '\'')
            {
                quote = text[i];
            }
            else if (text[i] is '[' or '>')
            {
                declares = text[i] == '[';
                return i + 1;
            }
        }
        return -1;
    }

    // The local part of <prefix:name.
    static string? NameAt(string text, int at)
    {
        if (text[at] != '<')
        {
            return null;
        }
        var end = at + 1;
        while (end < text.Length && end < at + 100 && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '_' or '.' or ':'))
        {
            end++;
        }
        return end == at + 1 || end == text.Length || !(char.IsWhiteSpace(text[end]) || text[end] is '/' or '>') ? null : text[(at + 1)..end].Split(':')[^1];
    }

    static bool Stands(string text, int at, string what) => string.CompareOrdinal(text, at, what, 0, what.Length) == 0;

    static int After(string text, int at, string what) => text.IndexOf(what, at, StringComparison.Ordinal) is var found and >= 0 ? found + what.Length : -1;
}
