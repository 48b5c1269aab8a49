using System.Text.RegularExpressions;
using Alys.Formats.Gift;
using Alys.Formats.MoodleXml;
using Alys.Formats.Questions;

namespace Alys.Tests.World;

/// <summary>The believable institution holds together: references, hours, packs, alphabets.</summary>
public sealed partial class WorldTests
{
    private static string World => TestDatabase.World;

    public static TheoryData<string> Packs => [.. Directory.GetDirectories(Path.Combine(TestDatabase.World, "packs")).Select(p => Path.GetFileName(p)!)];
    public static TheoryData<string> Syllabi => [.. Directory.GetFiles(Path.Combine(TestDatabase.World, "syllabi")).Select(p => Path.GetFileName(p)!)];

    [Fact]
    public void NoWordMixesAlphabets()
    {
        foreach (var file in Directory.EnumerateFiles(World, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".md" or ".csv" or ".gift" or ".xml" or ".vtt"))
        {
            var mixed = Word().Matches(File.ReadAllText(file).Replace("\\n", " ", StringComparison.Ordinal)).Select(m => m.Value).FirstOrDefault(w => w.Any(char.IsAsciiLetter) && w.Any(c => c is >= '\u0400' and <= '\u04FF'));
            Assert.True(mixed is null, $"{mixed} in {file}");
        }
    }

    [Theory, MemberData(nameof(Syllabi))]
    public void TheTopicsOfASyllabusAddUpToItsHours(string file)
    {
        var rows = Table("syllabi/" + file);
        foreach (var kind in new[] { "Lecture", "Practical", "Laboratory", "Guided", "Independent" })
        {
            Assert.Equal(int.Parse(rows.Single(r => r["Record"] == "syllabus")[kind], CultureInfo.InvariantCulture), rows.Where(r => r["Record"] == "topic").Sum(r => int.Parse(r[kind], CultureInfo.InvariantCulture)));
        }
    }

    [Theory, MemberData(nameof(Packs))]
    public void APackHasEveryMandatorySlotAndEveryLectureTopic(string pack)
    {
        var units = Directory.GetFiles(Path.Combine(World, "packs", pack), "*.md").Order(StringComparer.Ordinal).Select(Front).ToList();
        var subject = pack.Split('-')[0];
        var needed = new List<string> { "M1", "M2.content", "M2.plan", "M2.literature", "M2.modules", "M2.consultations", "M3", "M6.iws", "M6.iwst", "M7", "M8.questions", "M8.tickets" };
        if (subject == "db") needed.AddRange(["M4", "M5.tasks", "M5.examples", "M5.guidance"]);
        Assert.Empty(needed.Except(units.Select(u => u["slot"])));
        var lectures = Table($"syllabi/{subject}-working.csv").Where(r => r["Record"] == "topic" && r["Lecture"] != "0").Select(r => r["Number"]);
        Assert.Empty(lectures.Except(units.Where(u => u["slot"] == "M3").Select(u => u["topic"])));
        Assert.All(units, u => Assert.Contains(u["kind"], new[] { "text", "task" }));
        Assert.All(units.Where(u => u["kind"] == "task"), u => Assert.True(int.Parse(u["points"], CultureInfo.InvariantCulture) > 0));
    }

    [Fact]
    public void EveryBankIsReadWithoutAProblemAndIsTheSameInEachLanguage()
    {
        foreach (var bySubject in Directory.GetDirectories(Path.Combine(World, "packs")).GroupBy(p => Path.GetFileName(p).Split('-')[0]))
        {
            var banks = bySubject.Select(p => GiftReader.Read(File.ReadAllText(Path.Combine(p, "bank.gift")))).ToList();
            Assert.All(banks, b => Assert.Empty(b.Problems));
            var first = banks[0].Questions.Select(q => (q.Id, q.Kind, Tag: q.Tags.Single())).ToList();
            Assert.Equal(bySubject.Key == "db" ? 40 : 12, first.Count);
            Assert.All(banks, b => Assert.Equal(first, b.Questions.Select(q => (q.Id, q.Kind, Tag: q.Tags.Single()))));
        }
    }

    [Fact]
    public void KindsThatGiftCannotSayAreReadWithoutAProblemAndAreTheSameInEachLanguage()
    {
        var banks = new[] { "kk", "ru", "en" }.Select(l => MoodleXmlReader.Read(File.ReadAllBytes(Path.Combine(World, "packs", "intro-" + l, "bank.xml")))).ToList();
        Assert.All(banks, b => Assert.Empty(b.Problems));
        Assert.All(banks, b => Assert.Equal(banks[0].Questions.Select(q => (q.Id, q.Kind, q.Gaps.Count, q.Elements.Count)), b.Questions.Select(q => (q.Id, q.Kind, q.Gaps.Count, q.Elements.Count))));
        Assert.Equal([QuestionKind.Ordering, QuestionKind.Cloze, QuestionKind.Calculated], banks[0].Questions.Select(q => q.Kind));
    }

    [Fact]
    public void EveryCodeThatAFileNamesIsThere()
    {
        var people = Table("people.csv").Select(r => r["UserName"]).ToHashSet();
        Assert.Equal(30, Table("members.csv").Select(r => r["UserName"]).Distinct().Count());
        Assert.All(Table("members.csv").Concat(Table("assignments.csv")).Concat(Table("authors.csv")), r => Assert.Contains(r["UserName"], people));
        var units = Table("units.csv").Select(r => r["Code"]).ToHashSet();
        Assert.All(Table("people.csv").Where(r => r["Unit"] != ""), r => Assert.Contains(r["Unit"], units));
        Assert.All(Table("groups.csv"), r => Assert.Contains(r["Centre"], units));
        var packs = Table("packs.csv").Select(r => r["Pack"]).ToHashSet();
        Assert.All(Table("courses.csv"), r => Assert.Contains(r["Pack"], packs));
        var courses = Table("courses.csv").Select(r => r["Course"]).ToHashSet();
        Assert.All(Table("assignments.csv").Concat(Table("openings.csv")).Concat(Table("sittings.csv")), r => Assert.Contains(r["Course"], courses));
        Assert.All(courses, c => Assert.Contains(Table("assignments.csv"), a => a["Course"] == c && a["Duty"] == "tutor"));
    }

    private static Dictionary<string, string> Front(string path)
    {
        var text = File.ReadAllText(path);
        Assert.StartsWith("---\n", text, StringComparison.Ordinal);
        return text[4..text.IndexOf("\n---\n", 4, StringComparison.Ordinal)].Split('\n').Select(l => l.Split(": ", 2)).ToDictionary(p => p[0], p => p[1]);
    }

    private static List<Dictionary<string, string>> Table(string file)
    {
        using var reader = new StreamReader(Path.Combine(World, file));
        using var csv = new CsvHelper.CsvReader(reader, CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<dynamic>().Select(r => ((IDictionary<string, object>)r).ToDictionary(c => c.Key, c => (string)c.Value))];
    }

    [GeneratedRegex(@"[^\W\d_]+")]
    private static partial Regex Word();
}
