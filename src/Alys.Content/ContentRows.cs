using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Content;

internal sealed class PackRowConfiguration : IEntityTypeConfiguration<PackRow>
{
    public void Configure(EntityTypeBuilder<PackRow> b)
    {
        b.HasNoKey().ToSqlQuery("""select "Id","No","SubjectId","Language","SyllabusId","TitleKk","TitleRu","TitleEn","FinalForm","ReviewBy" from content_packs""");
        b.Ignore(x => x.Title);
    }
}

internal sealed class PublishedUnitRowConfiguration : IEntityTypeConfiguration<PublishedUnitRow>
{
    public void Configure(EntityTypeBuilder<PublishedUnitRow> b) =>
        b.HasNoKey().ToSqlQuery("""
            select u."Id", u."PackId", p."SubjectId", u."No", u."Slot", u."Order", v."TopicId", v."Kind", v."Title", v."Pages", v."Bytes", v."Id" as "VersionId",
                   v."Number" as "Version", v."MaxPoints", v."AnswerByText", v."AnswerByFiles", v."TestId",
                   case when m."Key" is null then null else '/content/media/' || m."Key" end as "FileUrl", m."FileName", m."Bytes" as "FileBytes"
            from content_units u
            join content_packs p on p."Id" = u."PackId"
            join content_unit_versions v on v."Id" = u."PublishedVersionId"
            left join content_media m on m."Id" = v."MediaId"
            """);
}

internal sealed class PackOrderRowConfiguration : IEntityTypeConfiguration<PackOrderRow>
{
    public void Configure(EntityTypeBuilder<PackOrderRow> b)
    {
        b.HasNoKey().ToSqlQuery("""
            select o."Id", o."No", o."SubjectId", o."Title", o."DueOn", e."Kind" as "Ended", e."Document",
                   (select min(s."DueOn") from content_order_steps s where s."OrderId" = o."Id" and s."DoneAt" is null) as "StepDueOn"
            from content_orders o
            left join content_order_ends e on e."OrderId" = o."Id"
            """);
        b.Ignore(x => x.NextDue);
    }
}

internal sealed class MediaRowConfiguration : IEntityTypeConfiguration<MediaRow>
{
    public void Configure(EntityTypeBuilder<MediaRow> b) =>
        b.HasNoKey().ToSqlQuery("""
            select m."Id", m."PackId", p."No" as "PackNo", m."No", m."Kind", m."Key", m."Language", m."Licence", m."Description", m."Bytes", (m."LightHash" is not null) as "IsPicture"
            from content_media m
            join content_packs p on p."Id" = m."PackId"
            """);
}
