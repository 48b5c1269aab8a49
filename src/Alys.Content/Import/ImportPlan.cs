using Alys.Assessment;
using Alys.Content.Media;
using Alys.Content.Units;
using Alys.Formats;

namespace Alys.Content.Import;

/// <summary>A text with its place and its rendered version.</summary>
internal sealed record PlannedUnit(string Path, string Slot, int No, Unit? Existing, ComposedVersion? Version);

/// <summary>A file that a text needs.</summary>
internal sealed record PlannedMedia(string Path, PreparedMedia? Prepared);

/// <summary>What an import would do, object by object, and all that is needed to do it.</summary>
internal sealed record ImportPlan
{
    /// <summary>Why nothing can be imported, in one sentence; empty when the archive is sound.</summary>
    public IReadOnlyList<Problem> Refused { get; init; } = [];
    public IReadOnlyList<Problem> Warnings { get; init; } = [];
    public IReadOnlyList<ImportLine> Lines { get; init; } = [];
    public IReadOnlyList<PlannedUnit> Units { get; init; } = [];
    public IReadOnlyList<PlannedMedia> Media { get; init; } = [];
    public int Lessons { get; init; }
    public bool HasWord { get; init; }

    /// <summary>Questions for the bank, and the keys of the tests that are made of them, by path; null when there are none or the reader may not write the bank.</summary>
    public PackageQuestions? Questions { get; init; }
    public IReadOnlyDictionary<string, Guid> Tests { get; init; } = new Dictionary<string, Guid>();

    /// <summary>What the archive says of itself when it is a package; the rules that were followed.</summary>
    public PackageName? Package { get; init; }
    public PlacementRules Rules { get; init; } = PlacementRules.Default;

    /// <summary>The state of the pack that the plan was made for.</summary>
    public PackState State { get; init; } = new(0, 0, 0);

    public int Count(LessonOutcome outcome) => Lines.Count(l => l.Outcome == outcome);
}

/// <summary>Moves with every unit, version and file that is added to a pack.</summary>
internal sealed record PackState(int LastUnit, int Versions, int LastMedia)
{
    public static async Task<PackState> Of(Db db, Guid packId, CancellationToken ct) => new(
        await db.Units.Where(u => u.PackId == packId).MaxAsync(u => (int?)u.No, ct) ?? 0,
        await db.Units.Where(u => u.PackId == packId).SumAsync(u => u.Versions, ct),
        await db.Media.Where(m => m.PackId == packId).MaxAsync(m => (int?)m.No, ct) ?? 0);
}
