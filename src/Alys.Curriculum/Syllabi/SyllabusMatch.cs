namespace Alys.Curriculum;

/// <summary>One way in which a working syllabus departs from its typical one.</summary>
/// <param name="TextKey">Text key of the sentence.</param>
/// <param name="Args">Values of its placeholders.</param>
public sealed record SyllabusDifference(string TextKey, params IReadOnlyList<object> Args);

/// <summary>Rule R-36 (clause 36): the working syllabus strictly matches the typical one, by topics in their order and by hours of each kind.</summary>
internal static class SyllabusMatch
{
    public static IReadOnlyList<SyllabusDifference> Compare(Syllabus typical, Syllabus working)
    {
        var found = new List<SyllabusDifference>();
        Kinds(found, "curriculum.difference.total", typical.Hours, working.Hours);
        var expected = typical.Topics.OrderBy(t => t.Order).ToList();
        var given = working.Topics.OrderBy(t => t.Order).ToList();
        var left = given.ToList();
        for (var i = 0; i < expected.Count; i++)
        {
            var at = left.FindIndex(t => Same(t.Title, expected[i].Title));
            if (at < 0)
            {
                found.Add(new("curriculum.difference.topic-missing", expected[i].Order, expected[i].Title));
                continue;
            }
            if (left[at].Order != expected[i].Order) found.Add(new("curriculum.difference.topic-moved", expected[i].Title, expected[i].Order, left[at].Order));
            Kinds(found, "curriculum.difference.topic-hours", expected[i].Hours, left[at].Hours, expected[i].Title);
            left.RemoveAt(at);
        }
        found.AddRange(left.Select(t => new SyllabusDifference("curriculum.difference.topic-extra", t.Order, t.Title)));
        return found;
    }

    private static void Kinds(List<SyllabusDifference> found, string key, Hours expected, Hours given, params object[] about)
    {
        void One(string kind, int a, int b)
        {
            if (a != b) found.Add(new($"{key}.{kind}", [.. about, a, b]));
        }
        One("lecture", expected.Lecture, given.Lecture);
        One("practical", expected.Practical, given.Practical);
        One("laboratory", expected.Laboratory, given.Laboratory);
        One("guided", expected.Guided, given.Guided);
        One("independent", expected.Independent, given.Independent);
    }

    // A translation that only one of them has is no difference; a title that both have must be equal, but for case and spaces.
    private static bool Same(LocalText a, LocalText b) => Equal(a.Kk, b.Kk) && Equal(a.Ru, b.Ru) && Equal(a.En, b.En)
        && ((a.Kk != "" && b.Kk != "") || (a.Ru != "" && b.Ru != "") || (a.En != "" && b.En != ""));

    private static bool Equal(string a, string b) => a == "" || b == "" || string.Equals(Folded(a), Folded(b), StringComparison.OrdinalIgnoreCase);

    private static string Folded(string text) => string.Join(' ', text.TrimEnd('.').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
