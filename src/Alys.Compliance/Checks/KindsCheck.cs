using Alys.Communication;
using Alys.Curriculum;
using ConsultationKind = Alys.Communication.ConsultationKind;
using SlotKind = Alys.Curriculum.ConsultationKind;

namespace Alys.Compliance;

/// <summary>
/// the three kinds of consultation of clause 28 are to be had. The two at a distance are, where they were held in a course that runs or stand in
/// its timetable. The one face to face is held when a learner asks for it: while none is written down, evidence is missing, but nothing is broken.
/// </summary>
internal sealed class KindsCheck(TextTable texts) : ICheck
{
    public string Rule => "R-28";

    public async Task<Finding> Look(Db db, DateOnly day, CancellationToken ct)
    {
        var courses = await Courses.On(db, day, ct);
        if (courses.Count == 0) return new Finding(Verdict.NotApplicable, "compliance.reason.no-courses");
        var (ids, syllabi) = (courses.Select(x => x.Id).ToList(), courses.Select(x => x.SyllabusId).Distinct().ToList());
        var held = await db.Set<ConsultationRow>().Where(x => ids.Contains(x.CourseId)).GroupBy(x => x.Kind).Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, ct);
        var scheduled = await db.Set<ConsultationSlotRow>().Where(x => syllabi.Contains(x.SyllabusId)).GroupBy(x => x.Kind).Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, ct);
        var url = courses[0].Url + "/q";
        Evidence[] looked =
        [
            Of(ConsultationKind.IndividualFaceToFace, url, held.GetValueOrDefault(ConsultationKind.IndividualFaceToFace), 0),
            Of(ConsultationKind.IndividualDistance, url, held.GetValueOrDefault(ConsultationKind.IndividualDistance), scheduled.GetValueOrDefault(SlotKind.Question)),
            Of(ConsultationKind.GroupDistance, url, held.GetValueOrDefault(ConsultationKind.GroupDistance), scheduled.GetValueOrDefault(SlotKind.Forum)),
        ];
        var finding = Finding.Of(looked, "compliance.reason.no-courses", "compliance.kinds.counted");
        return finding.Verdict == Verdict.NotMet && looked[1..].All(x => x.IsGood) ? finding with { Verdict = Verdict.EvidenceMissing, Reason = "compliance.kinds.no-face-to-face", Args = [] } : finding;
    }

    private Evidence Of(ConsultationKind kind, string url, int held, int scheduled) => new(held + scheduled > 0, NameOf(kind), url, "compliance.kinds.note", held, scheduled);

    private LocalText NameOf(ConsultationKind kind) => new(In("kk", kind), In("ru", kind), In("en", kind));

    private string In(string language, ConsultationKind kind) => texts.For(language)["communication.kind." + kind];
}
