using Alys.Assessment;
using Alys.Content.Packs;
using Alys.Curriculum;

namespace Alys.Content.Verdicts;

internal sealed record TopicFacts(Guid Id, int Order, LocalText Title, int Week, int Module, int[] Hours);

/// <summary>Hours in the order lecture, practical, laboratory, guided, independent.</summary>
internal sealed record SyllabusFacts(int Version, bool IsApproved, int[] Hours, IReadOnlyList<TopicFacts> Topics)
{
    public IReadOnlyList<int> Modules { get; init; } = [];
    public int MainLiterature { get; init; }
    public int AdditionalLiterature { get; init; }
    public int Consultations { get; init; }
}

internal sealed record DrawFacts(string Tag, int Draw, int InBank);

internal sealed record UnitFacts(int No, string Slot, UnitKind Kind, Guid? TopicId, bool IsPublished)
{
    public IReadOnlyList<DrawFacts> Draws { get; init; } = [];
}

/// <summary>All that the verdict on a pack depends on.</summary>
internal sealed record PackContents(Guid Id, int No, FinalForm FinalForm, SyllabusFacts? Typical, SyllabusFacts? Working, IReadOnlyList<UnitFacts> Units, int FinalBankFactor)
{
    public static async Task<PackContents> Read(Db db, Guid packId, int factor, CancellationToken ct)
    {
        var pack = await db.Packs.AsNoTracking().FirstOrDefaultAsync(p => p.Id == packId, ct) ?? throw new KeyNotFoundException($"No pack {packId}");
        var syllabi = await db.Set<SyllabusRow>().Where(s => s.SubjectId == pack.SubjectId && (s.Id == pack.SyllabusId || (s.Kind == SyllabusKind.Typical && s.ApprovedAt != null))).ToListAsync(ct);
        var typical = syllabi.Where(s => s.Kind == SyllabusKind.Typical).MaxBy(s => s.Version);
        var working = syllabi.Find(s => s.Id == pack.SyllabusId && s.Kind == SyllabusKind.Working);
        return new PackContents(pack.Id, pack.No, pack.FinalForm, await Facts(db, typical, ct), await Facts(db, working, ct), await ReadUnits(db, pack, ct), factor);
    }

    private static async Task<SyllabusFacts?> Facts(Db db, SyllabusRow? row, CancellationToken ct)
    {
        if (row is null) return null;
        var topics = await db.Set<TopicRow>().Where(t => t.SyllabusId == row.Id).OrderBy(t => t.Order).ToListAsync(ct);
        var facts = new SyllabusFacts(row.Version, row.ApprovedAt is not null,
            [row.LectureHours, row.PracticalHours, row.LaboratoryHours, row.GuidedHours, row.IndependentHours],
            [.. topics.Select(t => new TopicFacts(t.Id, t.Order, t.Title(), t.Week, t.Module, [t.LectureHours, t.PracticalHours, t.LaboratoryHours, t.GuidedHours, t.IndependentHours]))]);
        if (row.Kind == SyllabusKind.Typical) return facts;
        var literature = await db.Set<LiteratureRow>().Where(l => l.SyllabusId == row.Id).Select(l => l.Kind).ToListAsync(ct);
        return facts with
        {
            Modules = await db.Set<SyllabusModuleRow>().Where(m => m.SyllabusId == row.Id).Select(m => m.Order).ToListAsync(ct),
            MainLiterature = literature.Count(l => l == LiteratureKind.Main),
            AdditionalLiterature = literature.Count(l => l == LiteratureKind.Additional),
            Consultations = await db.Set<ConsultationSlotRow>().CountAsync(c => c.SyllabusId == row.Id, ct),
        };
    }

    private static async Task<IReadOnlyList<UnitFacts>> ReadUnits(Db db, Pack pack, CancellationToken ct)
    {
        var published = await db.Set<PublishedUnitRow>().Where(u => u.PackId == pack.Id).ToListAsync(ct);
        var waiting = await db.Units.AsNoTracking().Where(u => u.PackId == pack.Id && u.PublishedVersionId == null).Select(u => new { u.No, u.Slot }).ToListAsync(ct);
        var tests = published.Select(u => u.TestId).OfType<Guid>().ToArray();
        var sections = tests.Length == 0 ? [] : await db.Set<TestSectionRow>().Where(s => tests.Contains(s.TestId)).ToListAsync(ct);
        var languages = tests.Length == 0 ? [] : await db.Set<TestRow>().Where(t => tests.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Language, ct);
        var bank = tests.Length == 0 ? [] : await db.Set<BankRow>().Where(b => b.SubjectId == pack.SubjectId).ToListAsync(ct);
        return
        [
            .. published.Select(u => new UnitFacts(u.No, u.Slot, u.Kind, u.TopicId, true)
            {
                Draws = [.. sections.Where(s => s.TestId == u.TestId).Select(s => new DrawFacts(s.Tag, s.Draw, bank.Find(b => b.Tag == s.Tag && b.Language == languages[s.TestId])?.Items ?? 0))],
            }),
            .. waiting.Select(u => new UnitFacts(u.No, u.Slot, UnitKind.Text, null, false)),
        ];
    }
}
