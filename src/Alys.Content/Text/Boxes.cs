using AngleSharp.Dom;

namespace Alys.Content.Text;

/// <summary>
/// What stands apart from the flow of a text: callouts (<c>::: note</c>, <c>::: tip</c>, <c>::: warning</c>) and self-checks (<c>::: check</c>): a
/// question, its choices as a task list with the right ones ticked, and what explains them. In HTML a <c>div</c> of that class. The answer is kept
/// folded, so that it needs no script.
/// </summary>
internal static class Boxes
{
    private const string SelfCheck = "check";

    // What authors write, and what the page's styles call it.
    private static readonly Dictionary<string, string> Classes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["note"] = "note", ["tip"] = "note ok", ["warning"] = "note warn", [SelfCheck] = "card",
    };

    public static bool IsBox(IElement element) => element.LocalName == "div" && Classes.ContainsValue(element.ClassName ?? "");

    /// <summary>What authors write for the box.</summary>
    public static string KindOf(IElement box) => Classes.First(c => c.Value == box.ClassName).Key;

    /// <summary>Before the text is cleaned: no other class of the author's stays but that of formulas.</summary>
    public static void Arrange(IElement body, string language)
    {
        foreach (var element in body.QuerySelectorAll("[class]").ToList())
        {
            var kind = element.LocalName == "div" ? element.ClassList.FirstOrDefault(Classes.ContainsKey) : null;
            if (kind is null)
            {
                if (element.LocalName is not ("span" or "div") || !element.ClassList.Contains("math")) element.RemoveAttribute("class");
                continue;
            }
            element.ClassName = Classes[kind];
            // One that comes back from another system is folded already.
            if (string.Equals(kind, SelfCheck, StringComparison.OrdinalIgnoreCase) && !element.Children.Any(c => c.LocalName == "details")) Fold(element, language);
        }
    }

    private static void Fold(IElement box, string language)
    {
        var blocks = box.Children.ToList();
        var choices = blocks.Find(b => b.LocalName is "ul" or "ol");
        var right = choices is null ? [] : choices.Children.Where(c => c.QuerySelector("input[type=checkbox][checked]") is not null).ToList();
        foreach (var tick in choices?.QuerySelectorAll("input").ToList() ?? []) tick.Remove();
        var after = blocks.Skip(choices is null ? 1 : blocks.IndexOf(choices) + 1).ToList();
        var label = box.Owner!.CreateElement("p");
        label.AppendChild(Strong(box, Say(language, "Өзіңізді тексеріңіз", "Проверьте себя", "Check yourself")));
        box.Prepend(label);
        if (right.Count == 0 && after.Count == 0) return;
        var answer = box.Owner.CreateElement("details");
        var summary = box.Owner.CreateElement("summary");
        summary.TextContent = Say(language, "Жауабын көру", "Показать ответ", "Show the answer");
        answer.AppendChild(summary);
        if (right.Count > 0)
        {
            var said = box.Owner.CreateElement("p");
            said.TextContent = Say(language, "Дұрысы: ", "Верно: ", "Right: ");
            foreach (var (index, choice) in right.Index())
            {
                if (index > 0) said.AppendChild(box.Owner.CreateTextNode("; "));
                var words = Strong(box, "");
                // A loose list has its words in a paragraph.
                words.Append([.. (choice.Children is [{ LocalName: "p" } only] ? only : choice).Clone(true).ChildNodes]);
                said.AppendChild(words);
            }
            answer.AppendChild(said);
        }
        answer.Append([.. after]);
        box.AppendChild(answer);
    }

    private static IElement Strong(IElement box, string text)
    {
        var strong = box.Owner!.CreateElement("strong");
        strong.TextContent = text;
        return strong;
    }

    private static string Say(string language, string kk, string ru, string en) => language switch { "kk" => kk, "ru" => ru, _ => en };
}
