using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Assessment;

internal sealed class TestRowConfiguration : IEntityTypeConfiguration<TestRow>
{
    public void Configure(EntityTypeBuilder<TestRow> b)
    {
        b.HasNoKey().ToSqlQuery("""select "Id","No","SubjectId","Language","Purpose","TitleKk","TitleRu","TitleEn" from assessment_tests""");
        b.Ignore(x => x.Title);
    }
}

internal sealed class SittingRowConfiguration : IEntityTypeConfiguration<SittingRow>
{
    public void Configure(EntityTypeBuilder<SittingRow> b)
    {
        b.HasNoKey().ToSqlQuery("""
            select "Id","No","TestId","CourseId","OpensAt","ClosesAt","Minutes","Attempts","Counting","Purpose","MaxPoints","TitleKk","TitleRu","TitleEn" from assessment_sittings
            """);
        b.Ignore(x => x.Title);
    }
}

internal sealed class SittingOverrideRowConfiguration : IEntityTypeConfiguration<SittingOverrideRow>
{
    public void Configure(EntityTypeBuilder<SittingOverrideRow> b) =>
        b.HasNoKey().ToSqlQuery("""
            select "Id","SittingId","CourseId","PersonId","GroupId","OpensAt","ClosesAt","Attempts" from assessment_overrides where "EndedAt" is null
            """);
}

internal sealed class AttemptRowConfiguration : IEntityTypeConfiguration<AttemptRow>
{
    public void Configure(EntityTypeBuilder<AttemptRow> b) =>
        b.HasNoKey().ToSqlQuery("""
            select "Id","Code","SittingId","CourseId","PersonId","Number","State","StartedAt","Deadline","SubmittedAt","Points","MaxPoints","IsMarked" from assessment_attempts
            """);
}

internal sealed class BankRowConfiguration : IEntityTypeConfiguration<BankRow>
{
    public void Configure(EntityTypeBuilder<BankRow> b) =>
        b.HasNoKey().ToSqlQuery("""
            select i."SubjectId", t."Tag", i."Language", cast(count(*) as integer) as "Items"
            from assessment_items i join assessment_item_tags t on t."ItemId" = i."Id"
            where i."RetiredAt" is null and i."Kind" <> 'Description' group by i."SubjectId", t."Tag", i."Language"
            union all
            select i."SubjectId", '', i."Language", cast(count(*) as integer)
            from assessment_items i where i."RetiredAt" is null and i."Kind" <> 'Description' group by i."SubjectId", i."Language"
            """);
}
