using System.Xml.Linq;
using Alys.Formats.Gift;
using Alys.Formats.Questions;
using Alys.Formats.Xml;

namespace Alys.Formats.MoodleXml;

// One <question> → one question, or an error that says why not.
sealed partial class MoodleQuestion(XElement element, IReadOnlyList<string> category, List<Problem> problems)
{
    readonly int line = XmlText.LineOf(element);
    readonly string title = element.Element("name").Words();
    readonly List<Problem> warnings = [];
    readonly List<string> notKept = [];
    MarkupFormat format = MarkupFormat.Html;

    internal Question? Parse()
    {
        var kind = ((string?)element.Attribute("type") ?? "").Trim();
        var text = element.Element("questiontext");
        format = text is null ? MarkupFormat.Html : MoodleXmlElements.FormatOf(text) ?? MarkupFormat.Html;
        var question = Start(text);
        var found = kind switch
        {
            "multichoice" => Choice(question),
            "truefalse" => TrueFalse(question),
            "shortanswer" => ShortAnswer(question),
            "numerical" => Numeric(question),
            "matching" or "match" => Matching(question),
            "essay" => Essay(question),
            "ordering" => Ordering(question),
            "cloze" or "multianswer" => Cloze(question),
            "calculated" or "calculatedsimple" => Calculated(question),
            "gapselect" or "ddwtos" => Gaps(question),
            "description" => question with { Kind = QuestionKind.Description },
            _ => Refuse("questions.problem.kind", kind),
        };
        found = found is null ? null : WithText(found);
        if (found is null)
        {
            return null;
        }
        NotKept("hint", element.Elements("hint").Any(h => h.Words() != "" || h.Element("hintcontent").Words() != ""));
        if (notKept.Count > 0)
        {
            Warn("questions.problem.not-kept", string.Join(", ", notKept));
        }
        problems.AddRange(warnings);
        return found with { Warnings = warnings };
    }

    Question Start(XElement? text) => new()
    {
        Line = line,
        Kind = QuestionKind.Description,
        Text = text.Text(format) ?? new QuestionText("", format),
        Title = title == "" ? null : title,
        Id = element.Element("idnumber").Words() is { Length: > 0 } id ? id : null,
        Category = category,
        Tags = [.. element.Elements("tags").Concat(element.Elements("coursetags")).Elements("tag").Select(t => t.Words()).Where(t => t != "").Distinct()],
        GeneralFeedback = element.Element("generalfeedback").Text(format),
        RightFeedback = element.Element("correctfeedback").Text(format),
        PartlyFeedback = element.Element("partiallycorrectfeedback").Text(format),
        WrongFeedback = element.Element("incorrectfeedback").Text(format),
        Files = [.. element.Descendants("file").Select(f => (string?)f.Attribute("name") ?? "").Concat(element.Elements("image").Select(i => i.Value.Trim())).Where(f => f != "").Distinct()],
    };

    Question? WithText(Question question)
    {
        if (question.Text.Text != "")
        {
            return question;
        }
        if (title == "" || question.Kind == QuestionKind.Description)
        {
            return Refuse("questions.problem.no-text");
        }
        Warn("questions.problem.text-from-title");
        return question with { Text = new QuestionText(title, MarkupFormat.Plain) };
    }

    Question? Choice(Question question)
    {
        if (Answers(format, QuestionKind.SingleChoice) is not { } answers)
        {
            return null;
        }
        if (answers.Count < 2)
        {
            return Refuse("questions.problem.too-few-choices");
        }
        var isSingle = element.Element("single").IsSet(true);
        if (answers.TrueForAll(a => isSingle ? a.Weight < 100 : a.Weight <= 0))
        {
            return Refuse("questions.problem.no-right-answer");
        }
        var sum = answers.Where(a => a.Weight > 0).Sum(a => a.Weight);
        if (!isSingle && (sum < 99 || sum > 101))
        {
            return Refuse("questions.problem.weights-sum", sum);
        }
        return question with
        {
            Kind = isSingle ? QuestionKind.SingleChoice : QuestionKind.MultipleChoice, Answers = answers, Shuffle = element.Element("shuffleanswers").IsSet(false),
        };
    }

    // Old exports wrote the two words in the language of the site: then the first is "true", as it is for Moodle.
    Question? TrueFalse(Question question)
    {
        var answers = element.Elements("answer").ToList();
        var right = answers.FindIndex(a => Weight(a) == 100);
        if (answers.Count != 2 || right < 0 || Weight(answers[1 - right]) == 100)
        {
            return Refuse("questions.problem.no-right-answer");
        }
        var isKnown = answers.TrueForAll(a => a.Words() is "true" or "false");
        if (!isKnown)
        {
            Warn("moodle-xml.problem.true-false-words", answers[0].Words(), answers[1].Words());
        }
        return question with
        {
            Kind = QuestionKind.TrueFalse,
            Truth = isKnown ? answers[right].Words() == "true" : right == 0,
            RightFeedback = answers[right].Element("feedback").Text(format) ?? question.RightFeedback,
            WrongFeedback = answers[1 - right].Element("feedback").Text(format) ?? question.WrongFeedback,
        };
    }

    Question? ShortAnswer(Question question)
    {
        if (Answers(MarkupFormat.Plain, QuestionKind.ShortAnswer) is not { } answers)
        {
            return null;
        }
        return answers.Exists(a => a.Weight == 100)
            ? question with { Kind = QuestionKind.ShortAnswer, Answers = answers, CaseSensitive = element.Element("usecase").IsSet(false) }
            : Refuse("questions.problem.no-full-answer");
    }

    Question? Numeric(Question question)
    {
        var numbers = new List<QuestionNumber>();
        foreach (var answer in element.Elements("answer"))
        {
            if (!TryWeight(answer, out var weight))
            {
                return null;
            }
            var words = answer.Element("text") is null ? string.Concat(answer.Nodes().OfType<XText>().Select(t => t.Value)).Trim() : answer.Words();
            var feedback = answer.Element("feedback").Text(format);
            if (words == "*" && weight <= 0)
            {
                question = question with { OtherFeedback = feedback };
                continue;
            }
            var tolerance = GiftNumbers.Number(answer.Element("tolerance").Words() is { Length: > 0 } given ? given : "0");
            if (GiftNumbers.Number(words) is not { } value || tolerance is not { } around || around < 0)
            {
                return Refuse("questions.problem.not-a-number", words);
            }
            numbers.Add(new QuestionNumber(value, value - around, value + around, weight, feedback));
        }
        NotKept("units", element.Elements("units").Elements("unit").Any());
        return numbers.Exists(n => n.Weight == 100) ? question with { Kind = QuestionKind.Numeric, Numbers = numbers } : Refuse("questions.problem.no-full-answer");
    }

    Question? Matching(Question question)
    {
        var pairs = new List<QuestionPair>();
        foreach (var pair in element.Elements("subquestion"))
        {
            var answer = pair.Element("answer").Words();
            if (answer == "")
            {
                return Refuse("questions.problem.empty-answer");
            }
            pairs.Add(new QuestionPair(pair.Text(format), answer, null));
        }
        return pairs.Count(p => p.Prompt is not null) < 2 ? Refuse("questions.problem.too-few-pairs") : question with { Kind = QuestionKind.Matching, Pairs = pairs };
    }

    Question? Essay(Question question)
    {
        if (element.Element("responseformat").Words() == "noinline")
        {
            return Refuse("questions.problem.kind", "essay (noinline)");
        }
        NotKept("responsetemplate", element.Element("responsetemplate").Words() != "");
        foreach (var name in new[] { "attachments", "minwordlimit", "maxwordlimit" })
        {
            NotKept(name, element.Element(name).IsSet(false));
        }
        return question with { Kind = QuestionKind.Essay, MarkingNotes = element.Element("graderinfo").Text(format) };
    }

    List<QuestionAnswer>? Answers(MarkupFormat answerFormat, QuestionKind kind)
    {
        var answers = new List<QuestionAnswer>();
        foreach (var answer in element.Elements("answer"))
        {
            if (!TryWeight(answer, out var weight))
            {
                return null;
            }
            var text = kind == QuestionKind.ShortAnswer && answer.Words() is { Length: > 0 } word ? new QuestionText(word, MarkupFormat.Plain) : answer.Text(answerFormat);
            if (text is null && (weight > 0 || answer.Element("feedback").Words() != "" || answer.Element("file") is not null))
            {
                Refuse("questions.problem.empty-answer");
                return null;
            }
            // Moodle leaves an empty line of its form in the file and overlooks it.
            if (text is not null)
            {
                answers.Add(new QuestionAnswer(text, weight, answer.Element("feedback").Text(format)));
            }
        }
        return answers;
    }

    bool TryWeight(XElement answer, out decimal weight)
    {
        weight = Weight(answer) ?? 0;
        if (Weight(answer) is { } given && MoodleGrades.Match(given) is { } grade)
        {
            weight = grade;
            return true;
        }
        Refuse("moodle-xml.problem.grade", (string?)answer.Attribute("fraction") ?? answer.Element("fraction").Words());
        return false;
    }

    // In percent as an attribute; as a part of one in an element of old files.
    static decimal? Weight(XElement answer) =>
        answer.Element("fraction") is { } old && old.Words() != "" ? MoodleXmlElements.Number(old.Words()) * 100
        : answer.Attribute("fraction") is { } fraction ? MoodleXmlElements.Number(fraction.Value) : 0;

    void NotKept(string name, bool isThere)
    {
        if (isThere)
        {
            notKept.Add(name);
        }
    }

    void Warn(string key, params object[] args) => warnings.Add(Problem.Warning(line, key, args) with { Title = title });

    Question? Refuse(string key, params object[] args)
    {
        problems.Add(Problem.Error(line, key, args) with { Title = title == "" ? null : title });
        return null;
    }
}
