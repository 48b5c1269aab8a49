namespace Alys.Formats.Gift;

// An escaped control character travels through the parser as one noncharacter of Unicode, which no text may hold.
static class GiftEscapes
{
    const string Controls = @":~=#{}\n";
    const string Literals = ":~=#{}\\\n";
    const char First = '\uFDD0';

    internal static string Protect(string line)
    {
        if (!line.AsSpan().ContainsAnyInRange('\\', '\\') && !line.AsSpan().ContainsAnyInRange('\uFDD0', '\uFDEF'))
        {
            return line;
        }
        var result = new System.Text.StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\' && i + 1 < line.Length && Controls.IndexOf(line[i + 1]) is var control and >= 0)
            {
                result.Append((char)(First + control));
                i++;
            }
            else
            {
                result.Append(line[i] is >= '\uFDD0' and <= '\uFDEF' ? '\uFFFD' : line[i]);
            }
        }
        return result.ToString();
    }

    internal static string Restore(string text) =>
        string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = source[i] - First is var control and >= 0 && control < Literals.Length ? Literals[control] : source[i];
            }
        });
}
