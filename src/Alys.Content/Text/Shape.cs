using AngleSharp.Dom;

namespace Alys.Content.Text;

/// <summary>Gives the cleaned document the shape that a page needs: paragraphs, labelled tables, code that can be scrolled by keyboard.</summary>
internal static class Shape
{
    private static readonly HashSet<string> Blocks =
    [
        "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "dl", "blockquote", "pre", "hr", "table", "figure", "div", "details",
    ];

    public static bool IsBlock(INode node) => node is IElement element && Blocks.Contains(element.LocalName);

    /// <summary>A <c>div</c> has no meaning for a reader: with blocks in it, it gives way to them; without, it is a paragraph. Boxes stay.</summary>
    public static void DissolveDivisions(IElement body)
    {
        foreach (var div in body.QuerySelectorAll("div:not(.math)").Reverse().ToList())
        {
            WrapLooseText(div);
            if (Boxes.IsBox(div) && div.ChildElementCount > 0)
            {
                continue;
            }
            if (div.Children.Any(IsBlock))
            {
                div.Replace([.. div.ChildNodes]);
            }
            else
            {
                div.Remove();
            }
        }
        foreach (var span in body.QuerySelectorAll("span:not(.math)").Reverse().ToList())
        {
            if (!span.HasAttribute("lang") && !span.HasAttribute("dir"))
            {
                span.Replace([.. span.ChildNodes]);
            }
        }
        WrapLooseText(body);
        body.Normalize();
    }

    private static void WrapLooseText(IElement parent)
    {
        IElement? paragraph = null;
        foreach (var node in parent.ChildNodes.ToList())
        {
            if (IsBlock(node))
            {
                paragraph = null;
            }
            else if (paragraph is not null || !string.IsNullOrWhiteSpace(node.TextContent) || node is IElement)
            {
                if (paragraph is null)
                {
                    paragraph = parent.Owner!.CreateElement("p");
                    parent.InsertBefore(paragraph, node);
                }
                paragraph.AppendChild(node);
            }
        }
    }

    /// <summary>Empty paragraphs are spacing by hand; a screen reader stumbles over them.</summary>
    public static void DropEmptyBlocks(IElement body)
    {
        foreach (var block in body.QuerySelectorAll("p, h1, h2, h3, h4, h5, h6, li, blockquote").Reverse().ToList())
        {
            if (block.ChildElementCount == 0 && string.IsNullOrWhiteSpace(block.TextContent))
            {
                block.Remove();
            }
        }
    }

    public static void WrapTables(IElement body, string unitTitle)
    {
        var heading = unitTitle;
        foreach (var element in body.QuerySelectorAll("h2, h3, h4, h5, h6, table").ToList())
        {
            if (element.LocalName != "table")
            {
                heading = element.TextContent.Trim();
                continue;
            }
            foreach (var cell in element.QuerySelectorAll("th"))
            {
                cell.SetAttribute("scope", cell.Closest("thead") is null && cell.PreviousElementSibling is null && IsAlone(cell) ? "row" : "col");
            }
            var frame = body.Owner!.CreateElement("div");
            frame.ClassName = "table-wrap";
            frame.SetAttribute("role", "region");
            frame.SetAttribute("tabindex", "0");
            frame.SetAttribute("aria-label", element.QuerySelector("caption")?.TextContent.Trim() is { Length: > 0 } caption ? caption : heading);
            element.Replace(frame);
            frame.AppendChild(element);
        }
    }

    private static bool IsAlone(IElement cell) => cell.ParentElement!.QuerySelectorAll("th").Length == 1;

    public static void MakeCodeScrollable(IElement body)
    {
        foreach (var block in body.QuerySelectorAll("pre"))
        {
            block.SetAttribute("tabindex", "0");
        }
    }
}
