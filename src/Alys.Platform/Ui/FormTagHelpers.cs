using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;

namespace Alys.Platform;

/// <summary><c>&lt;form method="post" act&gt;</c>: adds the idempotency key (the antiforgery token comes from the framework's form helper).</summary>
[HtmlTargetElement("form", Attributes = "act")]
public sealed class ActFormTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll("act");
        output.PostContent.AppendHtml($"<input type=hidden name=_key value={WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(12))}>");
    }
}

/// <summary><c>&lt;errors /&gt;</c>: what was refused, as one alert above the form; each sentence with a field leads to it.</summary>
[HtmlTargetElement("errors", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorsTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var errors = View.ModelState.SelectMany(entry => (entry.Value?.Errors ?? []).Select(error => (entry.Key, error.ErrorMessage))).ToArray();
        if (errors.Length == 0) return;
        var html = new TagBuilder("div");
        html.AddCssClass("note bad");
        html.Attributes["role"] = "alert";
        html.Attributes["id"] = "errors";
        html.Attributes["tabindex"] = "-1";
        html.Attributes["autofocus"] = "";
        foreach (var (field, message) in errors)
        {
            var line = new TagBuilder("p");
            if (field.Length > 0)
            {
                var link = new TagBuilder("a");
                link.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(field, "_");
                link.InnerHtml.Append(message);
                line.InnerHtml.AppendHtml(link);
            }
            else
            {
                line.InnerHtml.Append(message);
            }
            html.InnerHtml.AppendHtml(line);
        }
        output.Content.SetHtmlContent(html);
    }
}

/// <summary><c>&lt;field for="Title" label="key" /&gt;</c>: label, control, hint and error of one value, tied together for screen readers.</summary>
[HtmlTargetElement("field", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(IHtmlGenerator generator) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext View { get; set; } = null!;
    public required ModelExpression For { get; set; }
    /// <summary>Text key of the label.</summary>
    public required string Label { get; set; }
    /// <summary>Text key of the hint, if any.</summary>
    public string? Hint { get; set; }
    public string Type { get; set; } = "text";
    public IEnumerable<SelectListItem>? Options { get; set; }
    public bool Required { get; set; }
    public int Rows { get; set; } = 6;
    public string? Autocomplete { get; set; }
    public string? Accept { get; set; }
    public bool Multiple { get; set; }
    public string? Step { get; set; }
    public int? Max { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var texts = View.HttpContext.Texts();
        var id = TagBuilder.CreateSanitizedId(For.Name, "_");
        var errors = View.ModelState.TryGetValue(For.Name, out var entry) ? entry.Errors : null;
        var attributes = new Dictionary<string, object?> { ["id"] = id };
        var described = new StringBuilder();
        if (Hint is not null) described.Append(id).Append("-hint ");
        if (errors is { Count: > 0 }) { described.Append(id).Append("-error"); attributes["aria-invalid"] = "true"; }
        if (described.Length > 0) attributes["aria-describedby"] = described.ToString().Trim();
        if (Required) attributes["required"] = "required";
        if (Autocomplete is not null) attributes["autocomplete"] = Autocomplete;
        if (Accept is not null) attributes["accept"] = Accept;
        if (Multiple) attributes["multiple"] = "multiple";
        if (Step is not null) attributes["step"] = Step;
        if (Max is not null) attributes["maxlength"] = Max;

        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(texts[Label]);
        var control = Control(attributes);

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Type == "checkbox" ? "field check" : "field");
        if (Type == "checkbox") output.Content.AppendHtml(control).AppendHtml(label);
        else output.Content.AppendHtml(label);
        if (Hint is not null) output.Content.AppendHtml(Line("p", "hint", $"{id}-hint", texts[Hint]));
        if (errors is { Count: > 0 }) output.Content.AppendHtml(Line("p", "error", $"{id}-error", errors[0].ErrorMessage));
        if (Type != "checkbox") output.Content.AppendHtml(control);
    }

    private TagBuilder Control(Dictionary<string, object?> attributes)
    {
        if (Options is not null) return generator.GenerateSelect(View, For.ModelExplorer, null, For.Name, Options, Multiple, attributes);
        switch (Type)
        {
            case "textarea":
                return generator.GenerateTextArea(View, For.ModelExplorer, For.Name, Rows, 0, attributes);
            case "checkbox":
                attributes["value"] = "true";
                return generator.GenerateCheckBox(View, For.ModelExplorer, For.Name, For.Model as bool? ?? false, attributes);
            case "password":
                attributes["type"] = "password";
                return generator.GeneratePassword(View, For.ModelExplorer, For.Name, null, attributes);
            case "file":
                attributes["type"] = "file";
                var file = new TagBuilder("input");
                file.Attributes["name"] = For.Name;
                foreach (var (name, value) in attributes) file.Attributes[name] = Convert.ToString(value, CultureInfo.InvariantCulture);
                file.TagRenderMode = TagRenderMode.SelfClosing;
                return file;
            default:
                attributes["type"] = Type;
                return generator.GenerateTextBox(View, For.ModelExplorer, For.Name, Written(For.Model), null, attributes);
        }
    }

    /// <summary>The form that the browser's own date controls read.</summary>
    private object? Written(object? value) => (Type, value) switch
    {
        ("date", DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ("date", DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ("datetime-local", DateTime time) => time.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        ("number", IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value,
    };

    private static TagBuilder Line(string tag, string css, string id, string text)
    {
        var line = new TagBuilder(tag);
        line.AddCssClass(css);
        line.Attributes["id"] = id;
        line.InnerHtml.Append(text);
        return line;
    }
}
