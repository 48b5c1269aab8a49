using Alys.Audit;

namespace Alys.Compliance;

/// <summary>R-54.5: the journal was verified within two days and was whole.</summary>
internal sealed class JournalCheck(TimeProvider time) : ICheck
{
    public string Rule => "R-54.5";

    public async Task<Finding> Look(Db db, DateOnly day, CancellationToken ct)
    {
        var last = await db.Set<VerificationRow>().OrderByDescending(x => x.At).FirstOrDefaultAsync(ct);
        if (last == null) return new Finding(Verdict.EvidenceMissing, "compliance.journal.none");
        if (last.FirstBad != null) return new Finding(Verdict.NotMet, "compliance.journal.broken", last.FirstBad) { Evidence = [Link(last)] };
        if (time.GetUtcNow().UtcDateTime - last.At > TimeSpan.FromDays(2)) return new Finding(Verdict.EvidenceMissing, "compliance.journal.old", last.At) { Evidence = [Link(last)] };
        return new Finding(Verdict.Met, "compliance.journal.whole", last.At, last.Rows) { Evidence = [Link(last)] };
    }

    private static Evidence Link(VerificationRow last) => new(last.FirstBad == null,
        new LocalText("Журнал мөрлері", "Печати журнала", "Seals of the log"), "/audit/seals",
        last.FirstBad == null ? "compliance.journal.whole" : "compliance.journal.broken", last.FirstBad == null ? [last.At, last.Rows] : [last.FirstBad]);
}
