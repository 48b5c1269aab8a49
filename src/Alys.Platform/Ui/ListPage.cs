using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;

namespace Alys.Platform;

/// <summary>A page whose list grows with the institution: fifty lines at a time, and only those that a word finds.</summary>
public abstract class ListPage : AppPage
{
    private const int PageLength = 50;

    /// <summary>What was typed into the search of the list.</summary>
    [BindProperty(SupportsGet = true, Name = "q")] public string? Q { get; set; }

    /// <summary>Number of the page of the list, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")] public int Part { get; set; } = 1;

    /// <summary>Whether another page of the list follows.</summary>
    public bool HasMore { get; private set; }

    /// <summary>What to look for; null where nothing was typed.</summary>
    public string? Wanted => string.IsNullOrWhiteSpace(Q) ? null : Q.Trim();

    /// <summary>The same as a name begins and as a code is written: letters are compared as they stand, as the engines know no other way for ours.</summary>
    protected string Capital => Wanted is { } wanted ? char.ToUpperInvariant(wanted[0]) + wanted[1..] : "";

    /// <inheritdoc cref="Capital"/>
    protected string Capitals => Wanted?.ToUpperInvariant() ?? "";

    /// <summary>The lines of this page of the list.</summary>
    /// <param name="ordered">All lines, in an order without ties.</param>
    protected async Task<IReadOnlyList<T>> PartOf<T>(IQueryable<T> ordered)
    {
        Part = Math.Clamp(Part, 1, 100_000);
        var found = await ordered.Skip((Part - 1) * PageLength).Take(PageLength + 1).ToListAsync(Ct);
        if (found.Count == 0 && Part > 1)
        {
            // Beyond the end is the beginning: the list may have grown shorter since the link was made.
            Part = 1;
            return await PartOf(ordered);
        }
        HasMore = found.Count > PageLength;
        return [.. found.Take(PageLength)];
    }
}

/// <summary><c>&lt;find label="key" /&gt;</c>: the search of a <see cref="ListPage"/>.</summary>
[HtmlTargetElement("find", Attributes = "label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FindTagHelper : TagHelper
{
    public required string Label { get; set; }
    [ViewContext, HtmlAttributeNotBound] public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var t = View.HttpContext.Texts();
        output.TagName = "form";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("method", "get");
        output.Attributes.SetAttribute("class", "toolbar");
        output.Attributes.SetAttribute("role", "search");
        var label = new TagBuilder("label") { Attributes = { ["for"] = "q" } };
        label.InnerHtml.Append(t[Label]);
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing, Attributes = { ["id"] = "q", ["name"] = "q", ["type"] = "search", ["maxlength"] = "200", ["value"] = ((ListPage)View.ViewData.Model!).Q ?? "" } };
        var button = new TagBuilder("button") { Attributes = { ["class"] = "button quiet" } };
        button.InnerHtml.Append(t["platform.search.go"]);
        output.Content.AppendHtml(label).Append(" ").AppendHtml(input).Append(" ").AppendHtml(button);
    }
}

/// <summary><c>&lt;pager /&gt;</c>: to the neighbouring pages of the list of a <see cref="ListPage"/>; nothing where one page holds all.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (t, list) = (View.HttpContext.Texts(), (ListPage)View.ViewData.Model!);
        output.TagName = null;
        if (list.Part == 1 && !list.HasMore) return;
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", t["platform.list.pages"]);
        if (list.Part > 1) output.Content.AppendHtml(Link(list.Part - 1, "prev", t["platform.list.previous"]));
        if (list.HasMore) output.Content.Append(" ").AppendHtml(Link(list.Part + 1, "next", t["platform.list.next"]));
    }

    private TagBuilder Link(int part, string rel, string text)
    {
        // Whatever else the list was asked about stays.
        var asked = View.HttpContext.Request.Query.Where(a => a.Key != "p" && a.Value != "").Select(a => KeyValuePair.Create<string, string?>(a.Key, a.Value)).Append(new("p", part.ToString(CultureInfo.InvariantCulture)));
        var link = new TagBuilder("a") { Attributes = { ["class"] = "button quiet", ["rel"] = rel, ["href"] = QueryHelpers.AddQueryString(View.HttpContext.Request.Path, asked) } };
        link.InnerHtml.Append(text);
        return link;
    }
}
