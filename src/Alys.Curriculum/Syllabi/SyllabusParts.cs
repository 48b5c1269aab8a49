using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Curriculum;

/// <summary>What a syllabus consists of; each part belongs to one version and never changes.</summary>
internal abstract class SyllabusPart : Entity
{
    public Guid SyllabusId { get; init; }
    public required int Order { get; init; }
    public required LocalText Title { get; init; }
}

internal sealed class SyllabusModule : SyllabusPart;

/// <summary>A row of the calendar-thematic plan; week 0 and module 0 mean that none is named.</summary>
internal sealed class Topic : SyllabusPart
{
    public int Week { get; init; }
    public int Module { get; init; }
    public int LectureHours { get; init; }
    public int PracticalHours { get; init; }
    public int LaboratoryHours { get; init; }
    public int GuidedHours { get; init; }
    public int IndependentHours { get; init; }
    public Hours Hours => new(LectureHours, PracticalHours, LaboratoryHours, GuidedHours, IndependentHours);
}

internal sealed class Literature : SyllabusPart
{
    public LiteratureKind Kind { get; init; }
}

/// <summary>A weekly hour on the institution's clock; day 1 is Monday.</summary>
internal sealed class ConsultationSlot : SyllabusPart
{
    public ConsultationKind Kind { get; init; }
    public int Day { get; init; }
    public TimeOnly From { get; init; }
    public TimeOnly To { get; init; }
}

internal sealed class SyllabusPartsConfiguration : IEntityTypeConfiguration<SyllabusModule>, IEntityTypeConfiguration<Topic>,
    IEntityTypeConfiguration<Literature>, IEntityTypeConfiguration<ConsultationSlot>
{
    public void Configure(EntityTypeBuilder<SyllabusModule> b) => Part(b, "curriculum_syllabus_modules");

    public void Configure(EntityTypeBuilder<Topic> b)
    {
        Part(b, "curriculum_topics");
        b.Ignore(x => x.Hours);
    }

    public void Configure(EntityTypeBuilder<Literature> b) => Part(b, "curriculum_literature");

    public void Configure(EntityTypeBuilder<ConsultationSlot> b) => Part(b, "curriculum_consultation_slots");

    private static void Part<T>(EntityTypeBuilder<T> b, string table) where T : SyllabusPart
    {
        b.ToTable(table);
        b.HasIndex(x => new { x.SyllabusId, x.Order });
        b.LocalText(x => x.Title);
    }
}
