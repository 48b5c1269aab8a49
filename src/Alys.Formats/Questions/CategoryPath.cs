namespace Alys.Formats.Questions;

// $course$/top/Physics/Force//mass → Physics, Force/mass
static class CategoryPath
{
    const char Slash = '\uFDD0';

    internal static IReadOnlyList<string> Parse(string path)
    {
        var parts = path.Replace("//", Slash.ToString(), StringComparison.Ordinal).Split('/')
            .Select(p => p.Replace(Slash, '/').Trim()).Where(p => p != "").ToList();
        var skip = parts.TakeWhile(p => p.StartsWith('$') && p.EndsWith('$')).Count();
        skip += skip > 0 && parts.Count > skip && parts[skip] == "top" ? 1 : 0;
        return parts[skip..];
    }
}
