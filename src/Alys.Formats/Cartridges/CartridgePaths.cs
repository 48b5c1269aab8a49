using Alys.Formats.Archives;

namespace Alys.Formats.Cartridges;

// Files of a package by the addresses that its manifest, its markup and its texts give them.
sealed class CartridgePaths(IEnumerable<string> files, string root)
{
    static readonly string[] FileBases = ["$IMS-CC-FILEBASE$", "$IMS_CC_FILEBASE$", "$1EdTech-CC-FILEBASE$"];

    // Packages made on Windows name their files in another case than they hold them; an archive has no two names that differ by case only.
    readonly Dictionary<string, string> files = files.ToDictionary(f => f, StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, string> named = new(StringComparer.Ordinal);

    // Canvas calls its objects by their identifiers in place of paths.
    internal void Name(string identifier, string path) => named.TryAdd(identifier, path);

    internal string? Find(string path) => files.GetValueOrDefault(LessonLinks.Normal(path));

    internal static bool IsOuter(string address) => address.StartsWith("//", StringComparison.Ordinal) || LessonLinks.HasScheme(address);

    /// <summary>Path of a file that the manifest or a piece of markup names; what it looked for when there is none.</summary>
    internal (string Path, bool IsFound) Locate(string folder, string href)
    {
        var plain = Plain(href);
        foreach (var candidate in (string[])[href, Uri.UnescapeDataString(href).Replace('\\', '/'), plain])
        {
            if (Find(folder + "/" + candidate) is { } found)
            {
                return (found, true);
            }
        }
        return Find(root + "/" + plain) is { } atRoot ? (atRoot, true) : (LessonLinks.Normal(folder + "/" + plain), false);
    }

    internal LessonReference Resolve(string page, bool isImage, string target, int line)
    {
        var address = target.Trim();
        if (address.StartsWith('#'))
        {
            return new LessonReference(isImage, target, line, ReferenceState.Anchor, null);
        }
        if (IsOuter(address))
        {
            return new LessonReference(isImage, target, line, ReferenceState.External, null);
        }
        var folder = LessonReader.FolderOf(page);
        var plain = Plain(address);
        var found = FileBases.FirstOrDefault(b => plain.StartsWith(b, StringComparison.OrdinalIgnoreCase)) is { } fileBase ? FromFileBase(folder, plain[fileBase.Length..])
            : plain.StartsWith('$') ? FromName(plain)
            : Locate(plain.StartsWith('/') ? root : folder, address) is (var path, true) ? path
            : null;
        return new LessonReference(isImage, target, line, found is null ? ReferenceState.Missing : ReferenceState.Found, found ?? plain);
    }

    // The specification means the folder of the resource, Canvas its folder of files, others the top of the package.
    string? FromFileBase(string folder, string rest) => Find(folder + "/" + rest) ?? Find(root + "/web_resources/" + rest) ?? Find(root + "/" + rest);

    // $CANVAS_OBJECT_REFERENCE$/assignments/i2b45…, $WIKI_REFERENCE$/pages/first-page
    string? FromName(string plain)
    {
        foreach (var part in plain.Split('/').Skip(1).Reverse())
        {
            if (named.TryGetValue(part, out var path))
            {
                return path;
            }
            if (Find($"{root}/wiki_content/{part}.html") is { } page)
            {
                return page;
            }
        }
        return null;
    }

    static string Plain(string address)
    {
        var cut = address.IndexOfAny(['?', '#']);
        return Uri.UnescapeDataString(cut < 0 ? address : address[..cut]).Replace('\\', '/');
    }
}
