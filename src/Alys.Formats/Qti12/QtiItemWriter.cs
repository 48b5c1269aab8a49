using System.Xml.Linq;
using Alys.Formats.Questions;

namespace Alys.Formats.Qti12;

// One question → one <item>, or null when the profile has no place for it.
sealed class QtiItemWriter(Question question, Qti12Profile profile, string language)
{
    static readonly XNamespace N = Qti12Writer.Namespace;

    readonly List<XElement> feedback = [];

    bool IsFull => profile == Qti12Profile.Full;

    internal XElement? Write()
    {
        var (kind, response, conditions) = question.Kind switch
        {
            QuestionKind.SingleChoice => ("multiple_choice", Choices("Single"), Singles()),
            QuestionKind.MultipleChoice => ("multiple_response", Choices("Multiple"), question.AllOrNothing ? Whole() : IsFull ? Shares() : null),
            QuestionKind.TrueFalse => ("true_false", Truth(), [Scored(Is("true_or_false", question.Truth == true ? "true" : "false"), 100)]),
            QuestionKind.ShortAnswer => (IsPattern ? "pattern_match" : "fib", [Typed("")], Words()),
            QuestionKind.Essay => ("essay", [Typed("")], []),
            QuestionKind.Numeric when IsFull => ("numerical", [Typed("Decimal")], Numbers()),
            QuestionKind.Matching when IsFull => ("matching", Pairs(), PairPoints()),
            QuestionKind.Description when IsFull => ("text_only", (List<XElement>)[], (List<XElement>)[]),
            _ => ("", null, null),
        };
        if (response is null || conditions is null || question.Id is null)
        {
            return null;
        }
        var all = Feedback(conditions);
        var processing = question.Kind == QuestionKind.Description ? null
            : new XElement(N + "resprocessing", new XElement(N + "outcomes", new XElement(N + "decvar", new XAttribute("maxvalue", "100"), new XAttribute("minvalue", "0"), new XAttribute("varname", "SCORE"), new XAttribute("vartype", "Decimal"))), all);
        return new XElement(N + "item", new XAttribute("ident", QtiItem.OwnName + Uri.EscapeDataString(question.Id)), new XAttribute("title", question.Title ?? ""),
            new XElement(N + "itemmetadata", new XElement(N + "qtimetadata", Metadata(kind))),
            new XElement(N + "presentation", Material(question.Text), response), processing, feedback);
    }

    IEnumerable<XElement> Metadata(string kind)
    {
        if (kind is not ("numerical" or "matching" or "text_only"))
        {
            yield return Qti12Writer.Field("cc_profile", $"cc.{kind}.v0p1");
        }
        else
        {
            yield return Qti12Writer.Field("question_type", kind + "_question");
        }
        if (question.Tags.Count > 0)
        {
            yield return Qti12Writer.Field("cc_question_category", question.Tags[0]);
        }
        if (question.Kind == QuestionKind.Essay)
        {
            yield return Qti12Writer.Field("qmd_computerscored", "No");
        }
    }

    static XElement Material(QuestionText text) => new(N + "material", new XElement(N + "mattext", new XAttribute("texttype", text.Format == MarkupFormat.Plain ? "text/plain" : "text/html"), text.Text));

    static string Ident(int index) => "a" + index.ToString(CultureInfo.InvariantCulture);

    static XElement Label(string ident, QuestionText text) => new(N + "response_label", new XAttribute("ident", ident), Material(text));

    List<XElement> Choices(string cardinality) =>
        [new XElement(N + "response_lid", new XAttribute("ident", "r"), new XAttribute("rcardinality", cardinality),
            new XElement(N + "render_choice", new XAttribute("shuffle", question.Shuffle ? "Yes" : "No"), question.Answers.Select((a, i) => Label(Ident(i), a.Text))))];

    List<XElement> Truth()
    {
        var (yes, no) = language switch { "kk" => ("Дұрыс", "Бұрыс"), "ru" => ("Верно", "Неверно"), _ => ("True", "False") };
        return [new XElement(N + "response_lid", new XAttribute("ident", "true_or_false"), new XAttribute("rcardinality", "Single"), new XElement(N + "render_choice", Label("true", new(yes, MarkupFormat.Plain)), Label("false", new(no, MarkupFormat.Plain))))];
    }

    static XElement Typed(string type) => new(N + "response_str", new XAttribute("ident", "r"), new XAttribute("rcardinality", "Single"), new XElement(N + "render_fib", type == "" ? null : new XAttribute("fibtype", type)));

    static XElement Is(string response, string value) => new(N + "varequal", new XAttribute("respident", response), value);

    static string Number(decimal number) => number.ToString("0.#####", CultureInfo.InvariantCulture);

    static XElement Scored(XElement test, decimal points, string action = "Set") => new(N + "respcondition", new XAttribute("continue", action == "Set" ? "No" : "Yes"),
        new XElement(N + "conditionvar", test), new XElement(N + "setvar", new XAttribute("action", action), new XAttribute("varname", "SCORE"), Number(points)));

    // The profile knows right and wrong only.
    List<XElement>? Singles() => !IsFull && question.Answers.Any(a => a.Weight is not (0 or 100)) ? null
        : [.. question.Answers.Select((a, i) => (a.Weight, Index: i)).Where(a => a.Weight != 0).Select(a => Scored(Is("r", Ident(a.Index)), a.Weight))];

    XElement WholeTest => new(N + "and", question.Answers.Select((a, i) => a.Weight > 0 ? Is("r", Ident(i)) : new XElement(N + "not", Is("r", Ident(i)))));

    List<XElement> Whole() => [Scored(WholeTest, 100)];

    List<XElement> Shares() => [.. question.Answers.Select((a, i) => (a.Weight, Index: i)).Where(a => a.Weight != 0).Select(a => Scored(Is("r", Ident(a.Index)), a.Weight, "Add"))];

    bool IsPattern => question.Answers.Any(a => a.Text.Text is ['*', _, .., '*']);

    List<XElement>? Words()
    {
        if (!IsFull && question.Answers.Any(a => a.Weight != 100))
        {
            return null;
        }
        var conditions = new List<XElement>();
        foreach (var answer in question.Answers)
        {
            var pattern = answer.Text.Text;
            var isPart = pattern is ['*', _, .., '*'] && !pattern.EndsWith("\\*", StringComparison.Ordinal);
            var literal = (isPart ? pattern[1..^1] : pattern).Replace("\\*", "\uE000", StringComparison.Ordinal).Replace("\\\\", "\uE001", StringComparison.Ordinal);
            if (literal.Contains('*'))
            {
                return null;
            }
            conditions.Add(Scored(new XElement(N + (isPart ? "varsubstring" : "varequal"), new XAttribute("respident", "r"), new XAttribute("case", question.CaseSensitive ? "Yes" : "No"),
                literal.Replace('\uE000', '*').Replace('\uE001', '\\')), answer.Weight));
        }
        return conditions;
    }

    List<XElement> Numbers()
    {
        static string Written(double number) => number.ToString("R", CultureInfo.InvariantCulture);
        return [.. question.Numbers.Select(n => Scored(n.Low.Equals(n.High) ? Is("r", Written(n.Value)) : new XElement(N + "or", Is("r", Written(n.Value)), new XElement(N + "and",
            new XElement(N + "vargte", new XAttribute("respident", "r"), Written(n.Low)), new XElement(N + "varlte", new XAttribute("respident", "r"), Written(n.High)))), n.Weight))];
    }

    List<string> Options => [.. question.Pairs.Select(p => p.Answer).Distinct(StringComparer.Ordinal)];

    List<XElement> Pairs() => [.. question.Pairs.Where(p => p.Prompt is not null).Select((p, i) => new XElement(N + "response_lid", new XAttribute("ident", "r" + i.ToString(CultureInfo.InvariantCulture)), Material(p.Prompt!),
        new XElement(N + "render_choice", Options.Select((o, at) => Label(Ident(at), new QuestionText(o, MarkupFormat.Plain))))))];

    List<XElement> PairPoints()
    {
        var prompted = question.Pairs.Where(p => p.Prompt is not null).ToList();
        return [.. prompted.Select((p, i) => Scored(Is("r" + i.ToString(CultureInfo.InvariantCulture), Ident(Options.IndexOf(p.Answer))), Math.Round(100m / prompted.Count, 5), "Add"))];
    }

    // For everybody and for each choice before the points, for the right beside them, for the wrong after them.
    List<XElement> Feedback(List<XElement> conditions)
    {
        var all = new List<XElement>();
        if (question.GeneralFeedback is { } general)
        {
            all.Add(Shown(new XElement(N + "other"), Text("general_fb", general)));
        }
        if (question.Kind is QuestionKind.SingleChoice or QuestionKind.MultipleChoice)
        {
            all.AddRange(question.Answers.Select((a, i) => (a.Feedback, Index: i)).Where(a => a.Feedback is not null).Select(a => Shown(Is("r", Ident(a.Index)), Text(Ident(a.Index) + "_fb", a.Feedback!))));
        }
        if (question.RightFeedback is { } right && conditions.Exists(c => c.Elements(N + "setvar").Any(v => v.Value == "100")))
        {
            Text("correct_fb", right);
            conditions.Where(c => c.Elements(N + "setvar").Any(v => v.Value == "100")).ToList().ForEach(c => c.Add(Display("correct_fb")));
        }
        all.AddRange(conditions);
        if (question.WrongFeedback is { } wrong && conditions.Count > 0 && conditions.TrueForAll(c => (string?)c.Attribute("continue") == "No"))
        {
            all.Add(Shown(new XElement(N + "other"), Text("general_incorrect_fb", wrong)));
        }
        if (question is { Kind: QuestionKind.Essay, MarkingNotes: { } notes })
        {
            feedback.Add(new XElement(N + "itemfeedback", new XAttribute("ident", "solution"), new XElement(N + "solution", new XElement(N + "solutionmaterial", new XElement(N + "flow_mat", Material(notes))))));
        }
        return all;
    }

    string Text(string ident, QuestionText text)
    {
        feedback.Add(new XElement(N + "itemfeedback", new XAttribute("ident", ident), new XElement(N + "flow_mat", Material(text))));
        return ident;
    }

    static XElement Display(string ident) => new(N + "displayfeedback", new XAttribute("feedbacktype", "Response"), new XAttribute("linkrefid", ident));

    static XElement Shown(XElement test, string ident) => new(N + "respcondition", new XAttribute("continue", "Yes"), new XElement(N + "conditionvar", test), Display(ident));
}
