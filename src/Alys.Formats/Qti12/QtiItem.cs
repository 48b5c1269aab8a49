using System.Xml.Linq;
using Alys.Formats.Questions;
using Alys.Formats.Xml;

namespace Alys.Formats.Qti12;

// One <item> → one question, or an error that says why not.
sealed class QtiItem(XElement item, string? file, List<Problem> problems)
{
    // Kinds of Canvas and others whose elements look like kinds that are understood.
    static readonly HashSet<string> OtherKinds = new(StringComparer.OrdinalIgnoreCase)
    {
        "calculated_question", "file_upload_question", "hot_spot_question", "categorization_question",
    };

    // An item of ours keeps its name on the way out and in: everything after this is its code.
    internal const string OwnName = "alys:";

    readonly int line = XmlText.LineOf(item);
    readonly List<Problem> warnings = [];
    readonly List<string> notKept = [];
    readonly HashSet<string> files = new(StringComparer.Ordinal);
    readonly QtiText prompt = new();

    internal Dictionary<string, string> Metadata { get; } = QtiElements.Metadata(item);

    /// <summary>The kind by name: multiple_choice, true_false, essay…; null where the item does not say.</summary>
    internal string? Kind => Metadata.GetValueOrDefault("question_type") ?? Metadata.GetValueOrDefault("cc_profile") ?? Metadata.GetValueOrDefault("qmd_itemtype");

    internal bool IsOfKind(string name) => Kind?.Contains(name, StringComparison.OrdinalIgnoreCase) == true;

    internal QtiFeedback Feedback { get; private set; } = null!;

    string? Title => item.Word("title") is { Length: > 0 } title ? title : null;

    internal Question? Parse()
    {
        Feedback = new QtiFeedback(item, files);
        var responses = item.Elements("presentation").Descendants().Where(e => e.Name.LocalName is "response_lid" or "response_str" or "response_num" or "response_xy" or "response_grp" or "response_na").ToList();
        foreach (var part in item.Elements("presentation").Elements())
        {
            Walk(part, responses.Count);
        }
        prompt.DropLastBlank();
        var found = By(responses);
        if (found is null)
        {
            return null;
        }
        files.UnionWith(prompt.Files);
        notKept.AddRange(Feedback.NotKept(found.Kind));
        if (item.Elements("rubric").Any() && found.Kind != QuestionKind.Essay)
        {
            notKept.Add("rubric");
        }
        if (notKept.Count > 0)
        {
            Warn("questions.problem.not-kept", string.Join(", ", notKept.Distinct()));
        }
        problems.AddRange(warnings);
        return found with { Warnings = warnings, Files = [.. files] };
    }

    Question? By(List<XElement> responses)
    {
        var start = new Question
        {
            Line = line, File = file, Kind = QuestionKind.Description, Text = prompt.Build() ?? new QuestionText(Title ?? "", MarkupFormat.Plain), Title = Title, Id = Id(), Category = Category(),
            Tags = [.. new[] { Metadata.GetValueOrDefault("cc_question_category"), Metadata.GetValueOrDefault("qmd_topic") }.OfType<string>().Where(t => t != "")],
        };
        if (Kind is { } kind && OtherKinds.Contains(kind))
        {
            return Refuse("questions.problem.kind", kind);
        }
        if (start.Text.Text == "")
        {
            return Refuse("questions.problem.no-text");
        }
        if (prompt.IsEmpty && responses.Count > 0)
        {
            Warn("questions.problem.text-from-title");
        }
        if (IsOfKind("fill_in_multiple_blanks_question") || IsOfKind("multiple_dropdowns_question"))
        {
            return new QtiBlanks(this, item, responses).Take(start, IsOfKind("multiple_dropdowns_question") ? QuestionKind.SingleChoice : QuestionKind.ShortAnswer);
        }
        if (responses is [{ Name.LocalName: "response_lid" } ordered] && ordered.Says("rcardinality", "Ordered"))
        {
            return new QtiOrder(this, item, ordered).Take(start);
        }
        if (responses.Find(r => r.Name.LocalName is "response_xy" or "response_grp" or "response_na" || r.Elements().Any(e => e.Name.LocalName is "render_hotspot" or "render_extension")) is { } other)
        {
            return Refuse("questions.problem.kind", Kind ?? other.Name.LocalName);
        }
        return responses switch
        {
            [] => IsOfKind("essay") ? new QtiWords(this, item, "").Essay(start) : start,
            [var one] => One(start, one),
            _ when responses.TrueForAll(r => r.Name.LocalName == "response_lid" && r.Element("render_choice") is not null) => new QtiPairs(this, item, responses).Take(start),
            _ => Refuse("questions.problem.kind", Kind ?? $"{responses[0].Name.LocalName} × {responses.Count}"),
        };
    }

    Question? One(Question start, XElement response)
    {
        if (response.Name.LocalName == "response_lid")
        {
            return response.Element("render_choice") is null ? Refuse("questions.problem.kind", Kind ?? "response_lid") : new QtiChoices(this, item, response).Take(start);
        }
        if (response.Descendants("response_label").Count() > 1)
        {
            return Refuse("questions.problem.kind", Kind ?? "render_fib × " + response.Descendants("response_label").Count());
        }
        var fib = response.Element("render_fib");
        var isNumeric = response.Name.LocalName == "response_num" || IsOfKind("numerical") || (fib is not null && fib.Word("fibtype").ToUpperInvariant() is "INTEGER" or "DECIMAL" or "SCIENTIFIC");
        return isNumeric ? new QtiNumbers(this, item, response.Word("ident")).Take(start) : new QtiWords(this, item, response.Word("ident")).Take(start);
    }

    // The place of the answer within the sentence is marked when words follow it.
    void Walk(XElement part, int responses)
    {
        if (!part.Name.LocalName.StartsWith("response_", StringComparison.Ordinal))
        {
            if (part.Name.LocalName is "flow" or "flow_mat")
            {
                part.Elements().ToList().ForEach(e => Walk(e, responses));
            }
            else
            {
                prompt.Add(part);
            }
        }
        else if (responses == 1)
        {
            part.Elements().Where(e => e.Name.LocalName is "material").ToList().ForEach(prompt.Add);
            foreach (var inner in part.Elements("render_fib").Descendants().Where(e => e.Name.LocalName is "material" or "response_label" && e.Ancestors("response_label").FirstOrDefault() is null))
            {
                AddInner(inner);
            }
            if (part.Name.LocalName != "response_lid" && !part.Descendants("material").Any())
            {
                prompt.AddBlank();
            }
        }
    }

    void AddInner(XElement inner)
    {
        if (inner.Name.LocalName == "material")
        {
            prompt.Add(inner);
        }
        else if (inner.Ancestors("render_fib").First().Descendants("material").Any())
        {
            prompt.AddBlank();
        }
    }

    // Items of two tests often bear the same idents (QUE_1003), so the name of the test belongs to the name of the item. Our own name stands for itself, and
    // Canvas says in its copy of a test which item of the standard's document it means.
    string? Id() => (Metadata.GetValueOrDefault("assessment_question_identifierref") is { Length: > 0 } meant ? meant : item.Word("ident")) is not { Length: > 0 } ident ? null
        : ident.StartsWith(OwnName, StringComparison.Ordinal) ? Uri.UnescapeDataString(ident[OwnName.Length..])
        : Containers().FirstOrDefault() is { } test ? $"{TitleOf(test) ?? test.Word("ident")}/{ident}" : ident;

    IReadOnlyList<string> Category() => [.. Containers().Select(TitleOf).OfType<string>()];

    IEnumerable<XElement> Containers() => item.Ancestors().Where(a => a.Name.LocalName is "assessment" or "section" or "objectbank").Reverse();

    static string? TitleOf(XElement container) => container.Word("title") is { Length: > 0 } title ? title
        : container.Elements("qtimetadata").Elements("qtimetadatafield").FirstOrDefault(f => f.Element("fieldlabel")?.Value.Trim() == "bank_title")?.Element("fieldentry")?.Value.Trim();

    internal QuestionText? TextOf(XElement? element) => element is null ? null : QtiText.Of([element], files);

    internal QuestionText? Rubric() => QtiText.Of(item.Elements("rubric"), files);

    internal void NotKept(string name) => notKept.Add(name);

    internal void Warn(string key, params object[] args) => warnings.Add(Problem.Warning(line, key, args) with { Title = Title, File = file });

    internal Question? Refuse(string key, params object[] args)
    {
        problems.Add(Problem.Error(line, key, args) with { Title = Title ?? (prompt.Build() is { } text ? QtiText.Plain(text) : null), File = file });
        return null;
    }

    // Shares of the best that can be reached; the file's own maximum is mentioned where it says another.
    internal decimal Best(decimal best, decimal? declared)
    {
        if (declared is > 0 && Math.Abs(best - declared.Value) > declared.Value / 100)
        {
            Warn("qti.problem.points", best, declared.Value);
        }
        return best;
    }

    internal static decimal Percent(decimal score, decimal best) => Math.Clamp(Math.Round(100 * score / best, 5), -100, 100);
}
