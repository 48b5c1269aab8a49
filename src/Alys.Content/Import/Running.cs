using System.Text.Json;
using Alys.Assessment;
using Alys.Content.Media;
using Alys.Content.Packs;
using Alys.Content.Units;

namespace Alys.Content.Import;

internal static class Running
{
    /// <summary>Does what the plan says, all of it or nothing: one act.</summary>
    public static async Task<IReadOnlyList<ImportLine>> Run(Act act, Pack pack, LessonImport import, ImportPlan plan)
    {
        if (import.DoneAt is not null) throw new Refusal("content.refusal.import-done");
        if (plan.Refused.Count > 0) throw new Refusal(plan.Refused[0].Key, [.. plan.Refused[0].Args]);
        if (await PackState.Of(act.Db, pack.Id, act.Ct) != plan.State) throw new Refusal("content.refusal.import-changed");
        var lines = await StoreMedia(act, pack, plan);
        await StoreUnits(act, pack, plan);
        if (plan.Questions is { } questions)
        {
            if (!await PackageQuestions.May(act.Db, act.Reader, pack.SubjectId, act.Ct)) throw new Refusal("content.refusal.import-changed");
            lines = QuestionLines.Complete(lines, await questions.Run(act, QuestionLines.Place(pack, import), plan.Tests));
        }
        import.DoneAt = act.Now;
        import.Report = JsonSerializer.Serialize(lines);
        act.Wrote("content.lessons.imported", import, pack.Scope, after: new
        {
            packId = pack.Id, import.FileName, import.Hash, created = lines.Count(l => l.Outcome == LessonOutcome.Created),
            changed = lines.Count(l => l.Outcome == LessonOutcome.Changed), unchanged = lines.Count(l => l.Outcome == LessonOutcome.Unchanged),
            skipped = lines.Count(l => l.Outcome == LessonOutcome.Skipped),
        });
        return lines;
    }

    private static async Task<List<ImportLine>> StoreMedia(Act act, Pack pack, ImportPlan plan)
    {
        var known = (await act.Db.Media.Where(m => m.PackId == pack.Id).Select(m => m.Hash).ToListAsync(act.Ct)).ToHashSet(StringComparer.Ordinal);
        var unchanged = new HashSet<string>(StringComparer.Ordinal);
        var next = plan.State.LastMedia;
        var descriptions = VersionMedia.Descriptions(plan.Units.SelectMany(u => u.Version?.Pages ?? []));
        foreach (var media in plan.Media)
        {
            if (!known.Add(media.Prepared!.Hash))
            {
                unchanged.Add(media.Path);
                continue;
            }
            var stored = await MediaStore.Add(act, pack, media.Prepared, ++next, "", MediaOrigin.Purchased, media.Path);
            if (descriptions.GetValueOrDefault(stored.Key) is { Length: <= MediaForm.MaxDescription } said) stored.Description = said;
        }
        return [.. plan.Lines.Select(l => l.IsMedia && unchanged.Contains(l.Path) ? l with { Outcome = LessonOutcome.Unchanged } : l)];
    }

    private static async Task StoreUnits(Act act, Pack pack, ImportPlan plan)
    {
        var existing = await act.Db.Units.Where(u => u.PackId == pack.Id).ToDictionaryAsync(u => u.Id, act.Ct);
        var order = existing.Values.Select(u => u.Order).DefaultIfEmpty(0).Max();
        foreach (var planned in plan.Units)
        {
            order += 10;
            if (planned.Version is not { } version) continue;
            var unit = planned.Existing is { } known ? existing[known.Id]
                : new Unit { PackId = pack.Id, No = planned.No, Slot = planned.Slot, Order = order, SourcePath = planned.Path };
            if (planned.Existing is null) act.Db.Add(unit);
            version.Store(act, unit);
        }
    }
}
