using Alys.Assessment.Bank;
using Alys.Assessment.Draw;
using Alys.Assessment.Tests;
using Alys.Curriculum;
using Alys.Formats.Questions;

namespace Alys.Assessment.Packages;

/// <summary>One way of a package's questions into a bank, tried or done.</summary>
internal sealed class PackageRun(PackageQuestions questions, BankPlace place, IReadOnlyDictionary<string, Guid> tests)
{
    // Room for a number behind the title.
    private const int MaxTitle = Item.MaxTag - 6;

    private readonly Dictionary<string, string> _tags = new(StringComparer.Ordinal);
    private Dictionary<Guid, Test> _known = [];
    private int _subjectNo;

    public async Task<IReadOnlyList<QuestionReport>> Try(Db db, CancellationToken ct)
    {
        await Look(db, ct);
        return Reports(await QuestionImporting.Run(db, Import(null, default, 0), Tagged(), default, null, ct), []);
    }

    public async Task<IReadOnlyList<QuestionReport>> Run(Act act)
    {
        await Look(act.Db, act.Ct);
        var import = Import(act.Reader.IsSignedIn ? act.Reader.PersonId : null, act.Now, await act.NextNumber("assessment.import"));
        import.Report = await QuestionImporting.Run(act.Db, import, Tagged(), act.Now, () => act.NextNumber("assessment.item"), act.Ct);
        import.DoneAt = act.Now;
        act.Db.Add(import);
        var counts = import.Report.Lines.CountBy(l => l.Outcome).ToDictionary();
        act.Wrote("assessment.import.done", import, new(ScopeKinds.Subject, place.SubjectId), after: new
        {
            import.FileName, Created = counts.GetValueOrDefault(ImportOutcome.Created), Changed = counts.GetValueOrDefault(ImportOutcome.Changed), Skipped = counts.GetValueOrDefault(ImportOutcome.Skipped),
        });
        var made = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var document in questions.Documents.Where(d => tests.ContainsKey(d.Path) && d.Answered > 0)) made[document.Path] = await Make(act, document);
        return Reports(import.Report, made);
    }

    private BankImport Import(Guid? by, DateTime at, int no) => new()
    {
        SubjectId = place.SubjectId, Language = place.Language, FileHash = place.FileHash, FileName = place.FileName.Length > 200 ? place.FileName[^200..] : place.FileName,
        ReportJson = "[]", ById = by, At = at, No = no,
    };

    private async Task Look(Db db, CancellationToken ct)
    {
        _subjectNo = await db.Set<SubjectRow>().Where(s => s.Id == place.SubjectId).Select(s => s.No).FirstAsync(ct);
        var ids = tests.Values.ToArray();
        _known = await db.Tests.Include(t => t.Sections).Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, ct);
        foreach (var document in questions.Documents)
        {
            if (await TagOf(db, document, ct) is { } tag) _tags[document.Path] = tag;
        }
    }

    /// <summary>The tag of a document: its title, with a number where other items have that tag, since a test draws whatever bears it.</summary>
    private async Task<string?> TagOf(Db db, ReadDocument document, CancellationToken ct)
    {
        if (tests.TryGetValue(document.Path, out var id) && _known.TryGetValue(id, out var test)) return test.Plan.Sections is [{ Tag: { } known }] ? known : null;
        var title = (tests.ContainsKey(document.Path) ? document.Name : document.Title).ReplaceLineEndings(" ").Trim();
        if (title.Length == 0) return null;
        if (title.Length > MaxTitle) title = title[..MaxTitle].TrimEnd();
        var own = document.Items.Select(i => i.Code).ToHashSet(StringComparer.Ordinal);
        var others = questions.Documents.Where(d => d != document).SelectMany(d => d.Items).SelectMany(i => i.Tags).Concat(_tags.Values).ToHashSet(StringComparer.Ordinal);
        for (var i = 1; ; i++)
        {
            var tag = i == 1 ? title : $"{title} ({i})";
            if (others.Contains(tag)) continue;
            var bearers = await db.Items.Where(x => x.SubjectId == place.SubjectId && x.Language == place.Language && x.Tags.Any(t => t.Tag == tag)).Select(x => x.Code).ToListAsync(ct);
            if (bearers.TrueForAll(c => c is not null && own.Contains(c))) return tag;
        }
    }

    // Each item once, with the tags of all documents that it stands in.
    private ImportedFile Tagged()
    {
        var tags = questions.Documents.Where(d => _tags.ContainsKey(d.Path)).SelectMany(d => d.Items.Select(i => (Item: i, Tag: _tags[d.Path]))).ToLookup(t => t.Item, t => t.Tag, ReferenceEqualityComparer.Instance);
        var once = questions.Documents.SelectMany(d => d.File.Questions.Zip(d.Items)).DistinctBy(q => (object)q.Second, ReferenceEqualityComparer.Instance).ToList();
        return new(
            new QuestionFile(QuestionFormat.Qti12, [.. once.Select(q => q.First)], [.. questions.Documents.SelectMany(d => d.File.Problems.Where(p => p != d.File.Refusal))], "utf-8"),
            [.. once.Select(q => q.Second with { Tags = [.. tags[q.Second].Concat(q.Second.Tags).Distinct().Take(Item.MaxTags)] })]);
    }

    /// <summary>Questions of a document that stood in an earlier one already.</summary>
    private IEnumerable<QuestionLine> Again(ReadDocument document)
    {
        var earlier = questions.Documents.TakeWhile(d => d != document).SelectMany(d => d.Items).ToHashSet<object>(ReferenceEqualityComparer.Instance);
        return document.File.Questions.Zip(document.Items).Where(q => earlier.Contains(q.Second)).Select(q => new QuestionLine(q.First.File ?? document.Path, q.Second.Title, QuestionOutcome.Unchanged, [new("assessment.import.elsewhere", [])]));
    }

    private async Task<int> Make(Act act, ReadDocument document)
    {
        if (!_tags.TryGetValue(document.Path, out var tag)) return _known.GetValueOrDefault(tests[document.Path])?.No ?? 0;
        PlanSection[] plan = [new(tag, Drawn(document), 1)];
        if (_known.TryGetValue(tests[document.Path], out var test))
        {
            if (test.Plan.Sections[0].Draw == plan[0].Draw) return test.No;
            var before = new { test.Plan };
            // A changed section has the key of the old one: that goes first.
            await act.Db.Set<TestSection>().Where(s => s.TestId == test.Id).ExecuteDeleteAsync(act.Ct);
            foreach (var section in test.Sections.ToList()) act.Db.Entry(section).State = EntityState.Detached;
            test.Sections.Clear();
            test.Ask([plan[0] with { Points = before.Plan.Sections[0].Points }]);
            act.Wrote("assessment.test.changed", test, new(ScopeKinds.Subject, place.SubjectId), before: before, after: new { test.Plan });
            return test.No;
        }
        test = new Test
        {
            Id = tests[document.Path], SubjectId = place.SubjectId, Language = place.Language, Title = new(document.Name, document.Name, document.Name), Purpose = Purpose.Current,
            Minutes = Math.Min(document.Test?.Minutes ?? 0, Test.MostMinutes), Attempts = Math.Min(document.Test?.Attempts ?? 1, 100), No = await act.NextNumber("assessment.test"),
        };
        test.Ask(plan);
        act.Db.Add(test);
        act.Wrote("assessment.test.created", test, new(ScopeKinds.Subject, place.SubjectId), after: new { test.No, test.Title });
        return test.No;
    }

    private static int Drawn(ReadDocument document) => Math.Min(document.Answered, Test.MostItems);

    private List<QuestionReport> Reports(ImportReport report, Dictionary<string, int> made) => [.. questions.Documents.Select(document =>
    {
        var files = document.File.Questions.Select(q => q.File).Concat(document.File.Problems.Select(p => p.File)).Append(document.Path).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var tag = _tags.GetValueOrDefault(document.Path);
        return new QuestionReport
        {
            Path = document.Path, Tag = tag, InBank = document.Answered,
            Drawn = tests.ContainsKey(document.Path) && tag is not null ? Drawn(document) : 0,
            Lines = [.. report.Lines.Where(l => files.Contains(l.File ?? "")).Select(LineOf), .. Again(document)],
            Remarks = document.File.Refusal is { } refusal ? [PackageQuestions.Sentence(refusal)] : [.. document.OnTheWhole.Select(PackageQuestions.Sentence)],
            BankUrl = $"/assessment/bank?subject={_subjectNo}&lang={place.Language}" + (tag is null ? "" : "&tag=" + Uri.EscapeDataString(tag)),
            TestUrl = made.TryGetValue(document.Path, out var no) && no > 0 ? $"/assessment/tests/edit/{no}" : null,
        };
    })];

    private static QuestionLine LineOf(ImportLine line)
    {
        var isSame = line.Outcome == ImportOutcome.Skipped && line.Remarks is [{ Key: "assessment.import.same" }, ..];
        var outcome = isSame ? QuestionOutcome.Unchanged : line.Outcome switch { ImportOutcome.Created => QuestionOutcome.Created, ImportOutcome.Changed => QuestionOutcome.Changed, _ => QuestionOutcome.Skipped };
        return new(line.File ?? "", line.Title, outcome, [.. line.Remarks.Skip(isSame ? 1 : 0).Select(r => new QuestionRemark(r.Key, r.Args))]);
    }
}
