using System.Text;
using System.Xml.Linq;
using Alys.Formats.Questions;

namespace Alys.Formats.Qti12;

/// <summary>What of QTI 1.2 a document may use.</summary>
public enum Qti12Profile
{
    /// <summary>The profile of Common Cartridge 1.1–1.3: six kinds of question, each right or wrong.</summary>
    CommonCartridge,
    /// <summary>All that <see cref="Qti12Reader"/> understands: matching, numbers, shares of points.</summary>
    Full,
}

/// <summary>
/// Writes questions as QTI 1.2. A question is written only if <see cref="Qti12Reader"/> reads the same question from what was written; so whatever cannot be said
/// is found, and nothing is said that means something else.
/// </summary>
public static class Qti12Writer
{
    internal static readonly XNamespace Namespace = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2";

    /// <summary>Can the question be said in the profile, in full?</summary>
    /// <param name="question">The question; its <see cref="Question.Id"/> is its name in the file.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="language">kk, ru or en, for the words that stand for true and false.</param>
    public static bool CanSay(Question question, Qti12Profile profile, string language)
    {
        ArgumentNullException.ThrowIfNull(question);
        return new QtiItemWriter(question, profile, language).Write() is { } item
            && Qti12Reader.Read(Text(new XElement(Namespace + "objectbank", new XAttribute("ident", "b"), item))).Questions is [var read] && IsSame(question, read);
    }

    /// <summary>A test with its questions in their order; those that the profile cannot say are left out.</summary>
    public static byte[] Test(string ident, QuestionTest test, IEnumerable<Question> questions, Qti12Profile profile, string language)
    {
        ArgumentNullException.ThrowIfNull(test);
        var attempts = test.Attempts == 0 ? "unlimited" : test.Attempts.ToString(CultureInfo.InvariantCulture);
        var fields = new List<XElement> { Field("cc_profile", "cc.exam.v0p1"), Field("qmd_assessmenttype", "Examination"), Field("qmd_scoretype", "Percentage"), Field("cc_maxattempts", attempts) };
        if (test.Minutes > 0)
        {
            fields.Add(Field("qmd_timelimit", test.Minutes.ToString(CultureInfo.InvariantCulture)));
        }
        return Encoding.UTF8.GetBytes(Text(new XElement(Namespace + "assessment", new XAttribute("ident", ident), new XAttribute("title", test.Title), new XElement(Namespace + "qtimetadata", fields),
            new XElement(Namespace + "section", new XAttribute("ident", "root_section"), Items(questions, profile, language)))));
    }

    /// <summary>A bank of questions.</summary>
    /// <inheritdoc cref="Test"/>
    public static byte[] Bank(string ident, IEnumerable<Question> questions, Qti12Profile profile, string language) =>
        Encoding.UTF8.GetBytes(Text(new XElement(Namespace + "objectbank", new XAttribute("ident", ident), Items(questions, profile, language))));

    static IEnumerable<XElement> Items(IEnumerable<Question> questions, Qti12Profile profile, string language) =>
        questions.Where(q => CanSay(q, profile, language)).Select(q => new QtiItemWriter(q, profile, language).Write()!);

    internal static XElement Field(string label, string entry) =>
        new(Namespace + "qtimetadatafield", new XElement(Namespace + "fieldlabel", label), new XElement(Namespace + "fieldentry", entry));

    static string Text(XElement content) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + new XElement(Namespace + "questestinterop",
            new XAttribute(XNamespace.Xmlns + "xsi", "http://www.w3.org/2001/XMLSchema-instance"),
            new XAttribute(XName.Get("schemaLocation", "http://www.w3.org/2001/XMLSchema-instance"), $"{Namespace} http://www.imsglobal.org/profile/cc/ccv1p3/ccv1p3_qtiasiv1p2p1_v1p0.xsd"), content).ToString(SaveOptions.DisableFormatting);

    // What is scored; texts of feedback are compared by the one who wrote them.
    static bool IsSame(Question one, Question other) =>
        one.Kind == other.Kind && one.Truth == other.Truth && one.CaseSensitive == other.CaseSensitive && one.AllOrNothing == other.AllOrNothing && one.Id == other.Id
        && Same(one.Answers, other.Answers, (a, b) => Words(a.Text) == Words(b.Text) && Near((double)a.Weight, (double)b.Weight))
        && Same(one.Numbers, other.Numbers, (a, b) => Near(a.Value, b.Value) && Near(a.Low, b.Low) && Near(a.High, b.High) && Near((double)a.Weight, (double)b.Weight))
        && Same(one.Pairs, other.Pairs, (a, b) => (a.Prompt is null ? null : Words(a.Prompt)) == (b.Prompt is null ? null : Words(b.Prompt)) && a.Answer == b.Answer);

    static bool Same<T>(IReadOnlyList<T> some, IReadOnlyList<T> others, Func<T, T, bool> same) => some.Count == others.Count && some.Zip(others).All(p => same(p.First, p.Second));

    static string Words(QuestionText text) => QtiText.Plain(text);

    static bool Near(double a, double b) => Math.Abs(a - b) <= 0.0001 * Math.Max(1, Math.Abs(a)) || a.Equals(b);
}
