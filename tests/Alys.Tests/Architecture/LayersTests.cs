using System.Text;
using System.Xml.Linq;

namespace Alys.Tests.Architecture;

/// <summary>
/// The order of layers. A module may use those below it and never one above. Do not change the table to repair a build:
/// what must go upwards is a fact in the journal, to which the upper module listens.
/// </summary>
public sealed class LayersTests
{
    private static readonly (string Name, string Sentence)[] Layers =
    [
        ("Web", "starts the program and lists the modules"),
        ("Migrations.Postgres", "creates the tables on PostgreSQL"),
        ("Migrations.Sqlite", "creates the tables on SQLite"),
        ("Compliance", "checks the rules of Order 404, clause by clause, with evidence"),
        ("Grading", "plans control events, computes marks, closes grade sheets"),
        ("Learning", "opens courses to groups, follows progress, takes and reviews assignments"),
        ("Communication", "carries forums, consultations and notices"),
        ("Content", "keeps packs: units in versions, review, publishing, import"),
        ("Assessment", "keeps the item bank, gives tests, takes every answer safely"),
        ("Staffing", "assigns teachers, tutors and examiners to courses"),
        ("Enrolment", "keeps groups and their members, and the courses they study"),
        ("Curriculum", "keeps subjects, typical and working syllabi"),
        ("Audit", "seals the journal and lets it be read"),
        ("Documents", "registers, prints and verifies documents"),
        ("Institution", "keeps the organisation, its centres and its calendar"),
        ("Access", "knows people, accounts, roles and rights"),
        ("Platform", "gives database, journal, pages, files, jobs and languages"),
        ("Formats", "reads and writes the field's standards, without database or web"),
    ];

    public static TheoryData<string> Projects => [.. Repository.Projects().Where(HasProject)];

    [Fact]
    public void EveryProjectStandsInTheTable()
    {
        var unknown = Repository.Projects().Where(HasProject).Select(Short).Except(Layers.Select(x => x.Name));
        Assert.Empty(unknown);
    }

    [Fact]
    public void EveryLayerHasItsProject()
    {
        Assert.Empty(Layers.Select(x => x.Name).Except(Repository.Projects().Select(Short)));
    }

    [Theory, MemberData(nameof(Projects))]
    public void ReferencesGoOnlyDownwards(string project)
    {
        var own = Height(Short(project));
        foreach (var used in References(project))
        {
            Assert.True(Height(used) > own, $"Alys.{Short(project)} may not use Alys.{used}: it lies above.");
        }
    }

    [Fact]
    public void TheDocumentOfLayersIsUpToDate()
    {
        var print = new StringBuilder("""
            # Layers

            A module may use the modules below it and never one above; what must go upwards is a fact in the journal, to which the upper
            module listens. Printed by `LayersTests`; refresh it with `ALYS_APPROVE=1`.

            | module | does | uses directly |
            |---|---|---|

            """);
        foreach (var (name, sentence) in Layers)
        {
            print.Append(CultureInfo.InvariantCulture, $"| Alys.{name} | {sentence} | {string.Join(", ", References("Alys." + name))} |\n");
        }
        Repository.IsUpToDate(Repository.PathTo("docs", "layers.md"), print.ToString());
    }

    private static bool HasProject(string name) => File.Exists(Repository.PathTo("src", name, name + ".csproj"));

    private static string Short(string project) => project["Alys.".Length..];

    private static int Height(string name)
    {
        var at = Array.FindIndex(Layers, x => x.Name == name);
        Assert.True(at >= 0, $"Alys.{name} does not stand in the table of layers.");
        return at;
    }

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(Repository.PathTo("src", project, project + ".csproj"))
            .Descendants("ProjectReference")
            .Select(x => Short(Path.GetFileNameWithoutExtension(x.Attribute("Include")!.Value.Replace('\\', '/'))))
            .OrderBy(Height);
}
