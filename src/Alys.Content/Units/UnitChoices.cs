using Alys.Assessment;
using Alys.Content.Packs;
using Alys.Content.Text;
using Alys.Curriculum;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Content.Units;

internal static class UnitChoices
{
    public static IEnumerable<SelectListItem> Slots(Texts t) => Slot.All.Select(s => new SelectListItem(t["content.slot-line", s.Code, t[s.TextKey]], s.Code));

    public static IEnumerable<SelectListItem> Kinds(Texts t) => Enum.GetValues<UnitKind>().Select(k => new SelectListItem(t["enum.UnitKind." + k], k.ToString()));

    public static IEnumerable<SelectListItem> Forms => Enum.GetValues<TextForm>().Select(f => new SelectListItem(f == TextForm.Html ? "HTML" : "Markdown", f.ToString()));

    public static async Task<List<SelectListItem>> Topics(Db db, Pack pack, Texts t, CancellationToken ct)
    {
        var topics = await db.Set<TopicRow>().Where(x => x.SyllabusId == pack.SyllabusId).OrderBy(x => x.Order).ToListAsync(ct);
        return [new SelectListItem(t["content.unit.no-topic"], ""), .. topics.Select(x => new SelectListItem(t["content.unit.topic-line", x.Order, x.Title().In(t.Language)], x.Id.ToString()))];
    }

    public static async Task<List<SelectListItem>> Files(Db db, Pack pack, Texts t, CancellationToken ct)
    {
        var files = await db.Media.AsNoTracking().Where(m => m.PackId == pack.Id).OrderBy(m => m.No).ToListAsync(ct);
        return [new SelectListItem("—", ""), .. files.Select(m => new SelectListItem(t["content.media.line", m.No, m.FileName, t.Bytes(m.Bytes)], m.Id.ToString()))];
    }

    public static async Task<List<SelectListItem>> Tests(Db db, Pack pack, Texts t, CancellationToken ct)
    {
        // Of any language: an English test in a Russian pack is no mistake.
        var tests = await db.Set<TestRow>().Where(x => x.SubjectId == pack.SubjectId).OrderBy(x => x.No).ToListAsync(ct);
        return [new SelectListItem("—", ""), .. tests.Select(x => new SelectListItem(t["content.unit.test-line", x.Title, t["assessment.language." + x.Language]], x.Id.ToString()))];
    }
}
