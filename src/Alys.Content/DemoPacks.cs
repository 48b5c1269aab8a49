using Alys.Assessment;
using Alys.Content.Packs;
using Alys.Content.Text;
using Alys.Content.Units;
using Alys.Curriculum;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Content;

/// <summary>The packs of the believable institution, written and published by the verbs that the pages use.</summary>
internal static class DemoPacks
{
    public static async Task Load(Demo demo, CancellationToken ct)
    {
        foreach (var row in demo.Table("packs.csv").Where(r => Directory.Exists(demo.PathOf(r["Folder"]))))
        {
            var author = AuthorOf(demo, row);
            demo.Ids["pack:" + row["Pack"]] = await Write(demo, row, author, ct);
        }
    }

    /// <summary>Texts are rendered between the acts: formulas take their time, and an act holds up other writers.</summary>
    private static async Task<Guid> Write(Demo demo, Demo.Row row, Reader author, CancellationToken ct)
    {
        var subjectId = demo.Ids["subject:" + row["Subject"]];
        var (packId, topics, tests) = await demo.Acts.Run(author, async act =>
        {
            var subject = await act.Db.Set<SubjectRow>().SingleAsync(s => s.Id == subjectId, act.Ct);
            var tests = await act.Db.Set<TestRow>().Where(t => t.SubjectId == subjectId && t.Language == row["Language"]).OrderBy(t => t.No).ToListAsync(act.Ct);
            var form = tests.Exists(t => t.Purpose == Purpose.Exam) ? FinalForm.Tests : FinalForm.Questions;
            var pack = await NewPack.Make(act, subject, row["Language"], null, form);
            pack.Title = new LocalText(row["TitleKk"], row["TitleRu"], row["TitleEn"]);
            return (pack.Id, await act.Db.Set<TopicRow>().Where(t => t.SyllabusId == pack.SyllabusId).ToListAsync(act.Ct), tests);
        }, ct);
        var composer = await DemoMedia.Load(demo, row["Pack"], packId, row["Language"], author, ct);
        foreach (var file in Directory.EnumerateFiles(demo.PathOf(row["Folder"]), "*.md").Order(StringComparer.Ordinal))
        {
            var source = await File.ReadAllTextAsync(file, ct);
            var front = FrontMatter(source);
            var kind = front.GetValueOrDefault("kind") == "task" ? UnitKind.Task : UnitKind.Text;
            var words = new UnitWords(kind, front["title"], TextForm.Markdown, source[(source.IndexOf("\n---", 3, StringComparison.Ordinal) + 4)..].TrimStart())
            {
                TopicId = front.TryGetValue("topic", out var topic) ? topics.Find(t => t.Order == int.Parse(topic, CultureInfo.InvariantCulture))?.Id : null,
                MaxPoints = front.TryGetValue("points", out var points) ? int.Parse(points, CultureInfo.InvariantCulture) : null,
                AnswerByText = true, AnswerByFiles = true,
            };
            await Add(demo, author, packId, front["slot"], composer, words, ct);
        }
        foreach (var test in tests.Where(t => t.Purpose is Purpose.Rk1 or Purpose.Rk2 or Purpose.Exam))
        {
            var words = new UnitWords(UnitKind.QuestionSet, test.Title.In(row["Language"]), TextForm.Markdown, "") { TestId = test.Id };
            await Add(demo, author, packId, test.Purpose == Purpose.Exam ? "M8.tests" : "M7", composer, words, ct);
        }
        await demo.Acts.Run(author, async act => await Packs.PublishModel.PublishAll(act, await act.Db.Packs.SingleAsync(p => p.Id == packId, act.Ct), null, demo.Services.GetRequiredService<ContentOptions>()), ct);
        return packId;
    }

    private static Task Add(Demo demo, Reader author, Guid packId, string slot, Composer composer, UnitWords words, CancellationToken ct)
    {
        var version = composer.ComposeTyped(words, author, demo.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        return demo.Acts.Run(author, async act => await Add(act, await act.Db.Packs.SingleAsync(p => p.Id == packId, act.Ct), slot, version), ct);
    }

    private static async Task Add(Act act, Pack pack, string slot, ComposedVersion version)
    {
        var unit = await NewUnit.Make(act, pack, Slot.Of(slot).Code, sourcePath: null);
        version.Store(act, unit);
        act.Wrote("content.unit.saved", unit, pack.Scope, after: new { packId = pack.Id, unit.No, unit.Slot, version = version.Version.Number, version.Version.Title });
        await act.Db.SaveChangesAsync(act.Ct);
    }

    private static Dictionary<string, string> FrontMatter(string source) =>
        source.Split('\n').Skip(1).TakeWhile(l => l.Trim() != "---").Select(l => l.Split(':', 2)).Where(l => l.Length == 2)
            .ToDictionary(l => l[0].Trim(), l => l[1].Trim(), StringComparer.Ordinal);

    private static Reader AuthorOf(Demo demo, Demo.Row pack)
    {
        var languages = demo.Table("people.csv").ToDictionary(p => p["UserName"], p => p);
        var author = demo.Table("authors.csv").Where(a => a["Subject"] == pack["Subject"]).Select(a => a["UserName"])
            .OrderByDescending(a => languages.TryGetValue(a, out var person) && person["Language"] == pack["Language"]).FirstOrDefault();
        return author is not null && demo.Ids.TryGetValue("person:" + author, out var id) ? new Reader(id, author, pack["Language"], []) : demo.Actor;
    }
}
