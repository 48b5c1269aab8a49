using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Curriculum;

internal sealed class ProgrammeRowConfiguration : IEntityTypeConfiguration<ProgrammeRow>
{
    public void Configure(EntityTypeBuilder<ProgrammeRow> b) => b.HasNoKey().ToSqlQuery("""
        select "Id", "No", "Code", "NameKk", "NameRu", "NameEn", "ChairId" from curriculum_programmes
        """);
}

internal sealed class SubjectRowConfiguration : IEntityTypeConfiguration<SubjectRow>
{
    public void Configure(EntityTypeBuilder<SubjectRow> b) => b.HasNoKey().ToSqlQuery("""
        select "Id", "No", "Code", "NameKk", "NameRu", "NameEn", "ChairId" from curriculum_subjects
        """);
}

internal sealed class SyllabusRowConfiguration : IEntityTypeConfiguration<SyllabusRow>
{
    public void Configure(EntityTypeBuilder<SyllabusRow> b) => b.HasNoKey().ToSqlQuery("""
        select s."Id", s."No", s."SubjectId", s."Kind", s."Version", a."At" as "ApprovedAt", a."ByPersonId" as "ApprovedByPersonId", s."LectureHours",
          s."PracticalHours", s."LaboratoryHours", s."GuidedHours", s."IndependentHours", s."Credits"
        from curriculum_syllabi s left join curriculum_syllabus_approvals a on a."SyllabusId" = s."Id"
        """);
}

internal sealed class TopicRowConfiguration : IEntityTypeConfiguration<TopicRow>
{
    public void Configure(EntityTypeBuilder<TopicRow> b) => b.HasNoKey().ToSqlQuery("""
        select "Id", "SyllabusId", "Week", "Order", "Module", "TitleKk", "TitleRu", "TitleEn", "LectureHours", "PracticalHours", "LaboratoryHours",
          "GuidedHours", "IndependentHours" from curriculum_topics
        """);
}

internal sealed class SyllabusModuleRowConfiguration : IEntityTypeConfiguration<SyllabusModuleRow>
{
    public void Configure(EntityTypeBuilder<SyllabusModuleRow> b) => b.HasNoKey().ToSqlQuery("""
        select "Id", "SyllabusId", "Order", "TitleKk", "TitleRu", "TitleEn" from curriculum_syllabus_modules
        """);
}

internal sealed class LiteratureRowConfiguration : IEntityTypeConfiguration<LiteratureRow>
{
    public void Configure(EntityTypeBuilder<LiteratureRow> b) => b.HasNoKey().ToSqlQuery("""
        select "Id", "SyllabusId", "Order", "Kind", "TitleKk", "TitleRu", "TitleEn" from curriculum_literature
        """);
}

internal sealed class ConsultationSlotRowConfiguration : IEntityTypeConfiguration<ConsultationSlotRow>
{
    public void Configure(EntityTypeBuilder<ConsultationSlotRow> b) => b.HasNoKey().ToSqlQuery("""
        select "Id", "SyllabusId", "Order", "Kind", "TitleKk", "TitleRu", "TitleEn", "Day", "From", "To" from curriculum_consultation_slots
        """);
}
