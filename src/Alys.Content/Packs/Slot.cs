namespace Alys.Content.Packs;

/// <summary>What makes a slot of clause 37 necessary.</summary>
internal enum SlotNeed
{
    /// <summary>Always, and proved by the syllabus itself rather than by a unit.</summary>
    Syllabus,
    Always,
    PracticalHours,
    LaboratoryHours,
    /// <summary>When the pack's final control takes this form.</summary>
    FinalForm,
    /// <summary>The additional set: shown, not counted.</summary>
    Optional,
}

/// <summary>The form that final control takes; its materials are then mandatory (clause 37 M8).</summary>
public enum FinalForm { Tests, Questions, Tickets, ControlWorks }

/// <summary>A place for material in an e-UMKD as clause 37 lists them; the code is <c>M5.tasks</c>, the name is the text <c>content.slot.M5.tasks</c>.</summary>
internal sealed record Slot(string Code, SlotNeed Need, FinalForm? Form = null)
{
    public static readonly IReadOnlyList<Slot> All =
    [
        new("M1", SlotNeed.Syllabus),
        new("M2.content", SlotNeed.Syllabus),
        new("M2.plan", SlotNeed.Syllabus),
        new("M2.literature", SlotNeed.Syllabus),
        new("M2.modules", SlotNeed.Syllabus),
        new("M2.consultations", SlotNeed.Syllabus),
        new("M3", SlotNeed.Always),
        new("M4", SlotNeed.PracticalHours),
        new("M5.tasks", SlotNeed.LaboratoryHours),
        new("M5.examples", SlotNeed.LaboratoryHours),
        new("M5.guidance", SlotNeed.LaboratoryHours),
        new("M6.iws", SlotNeed.Always),
        new("M6.iwst", SlotNeed.Always),
        new("M7", SlotNeed.Always),
        new("M8.tests", SlotNeed.FinalForm, FinalForm.Tests),
        new("M8.questions", SlotNeed.FinalForm, FinalForm.Questions),
        new("M8.tickets", SlotNeed.FinalForm, FinalForm.Tickets),
        new("M8.works", SlotNeed.FinalForm, FinalForm.ControlWorks),
        new("A.coursework", SlotNeed.Optional),
        new("A.programs", SlotNeed.Optional),
        new("A.trainers", SlotNeed.Optional),
        new("A.repetitors", SlotNeed.Optional),
        new("A.reference", SlotNeed.Optional),
        new("A.multimedia", SlotNeed.Optional),
    ];

    private static readonly Dictionary<string, Slot> ByCode = All.ToDictionary(s => s.Code, StringComparer.Ordinal);

    public string Main => Code.Split('.')[0];

    public string? Sub => Code.Contains('.', StringComparison.Ordinal) ? Code.Split('.')[1] : null;

    public int Place => All.Index().First(s => s.Item.Code == Code).Index;

    public string TextKey => "content.slot." + Code;

    public static Slot? Find(string? code) => code is not null && ByCode.TryGetValue(code, out var slot) ? slot : null;

    /// <exception cref="Refusal">No such slot.</exception>
    public static Slot Of(string? code) => Find(code) ?? throw new Refusal("content.refusal.slot", code) { Field = "Slot" };
}
