namespace Alys.Formats.Archives;

// Where a relative reference leads within the archive.
sealed class LessonLinks
{
    readonly HashSet<string> files;
    readonly Dictionary<string, string> folders = new(StringComparer.Ordinal);

    internal LessonLinks(IEnumerable<string> paths)
    {
        files = [.. paths];
        foreach (var path in files.Order(StringComparer.Ordinal))
        {
            var folder = LessonReader.FolderOf(path);
            if (LessonReader.MainName().IsMatch(path[(path.LastIndexOf('/') + 1)..]))
            {
                folders.TryAdd(folder, path);
            }
        }
    }

    internal LessonReference Resolve(string page, bool isImage, string target, int line)
    {
        var address = target.Trim();
        if (address.StartsWith('#'))
        {
            return new LessonReference(isImage, target, line, ReferenceState.Anchor, null);
        }
        if (address.StartsWith("//", StringComparison.Ordinal) || HasScheme(address))
        {
            return new LessonReference(isImage, target, line, ReferenceState.External, null);
        }
        var cut = address.IndexOfAny(['?', '#']);
        var path = Uri.UnescapeDataString(cut < 0 ? address : address[..cut]).Replace('\\', '/');
        var wanted = Normal(path.StartsWith('/') ? path : LessonReader.FolderOf(page) + "/" + path);
        // Courses are cut out of repositories: what is meant from their top is looked for from each folder above the page.
        var found = Find(wanted);
        var folder = LessonReader.FolderOf(page);
        var isFromTop = path.StartsWith('/') || path.Split('/').TakeWhile(p => p == "..").Count() >= folder.Split('/').Length;
        for (var above = folder; isFromTop && found is null && above != ""; above = LessonReader.FolderOf(above))
        {
            found = Find(above + "/" + wanted);
        }
        return new LessonReference(isImage, target, line, found is null ? ReferenceState.Missing : ReferenceState.Found, found ?? wanted);
    }

    string? Find(string path) => files.Contains(path) ? path : folders.GetValueOrDefault(path);

    internal static bool HasScheme(string address)
    {
        var colon = address.IndexOf(':');
        return colon > 1 && address.AsSpan(0, colon).IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-") < 0;
    }

    internal static string Normal(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part == "..")
            {
                parts.RemoveRange(Math.Max(parts.Count - 1, 0), Math.Min(parts.Count, 1));
            }
            else if (part is not ("" or "."))
            {
                parts.Add(part);
            }
        }
        return string.Join('/', parts);
    }
}
