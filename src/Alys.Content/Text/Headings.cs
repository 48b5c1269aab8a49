using System.Text;
using AngleSharp.Dom;

namespace Alys.Content.Text;

/// <summary>Headings of an authored text stand under the page's own h1, without a skipped level, each with a short id.</summary>
internal static class Headings
{
    private const string Any = "h1, h2, h3, h4, h5, h6";

    /// <summary>The text of the first heading, when nothing but pictures and links stands before it.</summary>
    public static IElement? Leading(IElement body)
    {
        foreach (var child in body.Children)
        {
            if (child.Matches(Any))
            {
                return child;
            }
            if (!string.IsNullOrWhiteSpace(child.TextContent))
            {
                return null;
            }
        }
        return null;
    }

    /// <summary>Re-levels and numbers the headings. The result leads from every name by which a link may call a place to its id.</summary>
    public static Dictionary<string, string> Order(IElement body)
    {
        var ids = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var open = new Stack<int>();
        var number = 0;
        foreach (var heading in body.QuerySelectorAll(Any).ToList())
        {
            var level = heading.LocalName[1] - '0';
            while (open.TryPeek(out var above) && above >= level)
            {
                open.Pop();
            }
            open.Push(level);
            var renamed = Rename(heading, $"h{Math.Min(6, 1 + open.Count)}");
            var id = $"s{++number}";
            if (heading.Id is { Length: > 0 } own)
            {
                ids.TryAdd(own, id);
            }
            var slug = Slug(renamed.TextContent);
            for (var again = 0; !ids.TryAdd(again == 0 ? slug : $"{slug}-{again}", id) && again < 1000; again++)
            {
            }
            renamed.Id = id;
        }
        NamePlaces(body, ids);
        return ids;
    }

    // Ids that the author gave to other places get a prefix, so that they can't stand in for the page's own.
    private static void NamePlaces(IElement body, Dictionary<string, string> ids)
    {
        var number = 0;
        foreach (var element in body.QuerySelectorAll("[id], [name]").ToList())
        {
            var name = element.GetAttribute("id") ?? element.GetAttribute("name")!;
            element.RemoveAttribute("name");
            if (element.Matches(Any))
            {
                continue;
            }
            var id = $"x{++number}";
            element.Id = id;
            ids.TryAdd(name, id);
        }
    }

    private static IElement Rename(IElement heading, string name)
    {
        var renamed = heading.Owner!.CreateElement(name);
        renamed.Append([.. heading.ChildNodes]);
        heading.Replace(renamed);
        return renamed;
    }

    /// <summary>The anchor that the common Markdown renderers give to a heading.</summary>
    internal static string Slug(string title)
    {
        var slug = new StringBuilder(title.Length);
        foreach (var c in title.Trim().ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c) || c is '_' or '-')
            {
                slug.Append(c);
            }
            else if (c == ' ')
            {
                slug.Append('-');
            }
        }
        return slug.ToString();
    }
}
