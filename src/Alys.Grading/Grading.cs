using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Grading;

/// <summary>The control plan of a course as upper modules read it (clauses 9.5, 31a).</summary>
public sealed class ControlPlanRow
{
    public Guid CourseId { get; init; }
    /// <summary>How many of the three parts (both ratings, examination) have events whose weights sum to 1.</summary>
    public int SoundParts { get; init; }
    /// <summary>Least admission rating, in per cent.</summary>
    public decimal AdmissionFrom { get; init; }
}

/// <summary>A grade sheet as upper modules read it.</summary>
public sealed class GradeSheetRow
{
    public Guid Id { get; init; }
    /// <summary>The number in <c>/grading/sheets/3</c>.</summary>
    public int No { get; init; }
    public Guid CourseId { get; init; }
    /// <summary>From 1; reopening begins the next.</summary>
    public int Version { get; init; }
    /// <summary>UTC, of the version at work; null while it is not closed.</summary>
    public DateTime? ClosedAt { get; init; }
    /// <summary>The registered document, from the first closing on.</summary>
    public Guid? DocumentId { get; init; }
}

/// <summary>Names of the facts that this module writes into the journal; each bears the scope of its course.</summary>
public static class GradingFacts
{
    /// <summary>A mark came into the ledger; the person is the learner.</summary>
    public const string EntryAdded = "grading.entry.added";

    /// <summary>A grade sheet was closed into a document.</summary>
    public const string SheetClosed = "grading.sheet.closed";

    /// <summary>A closed sheet was reopened as a new version.</summary>
    public const string SheetReopened = "grading.sheet.reopened";
}

internal sealed class GradingRowConfiguration : IEntityTypeConfiguration<ControlPlanRow>, IEntityTypeConfiguration<GradeSheetRow>
{
    public void Configure(EntityTypeBuilder<ControlPlanRow> b) => b.HasNoKey().ToSqlQuery("""
        select p."CourseId", p."AdmissionFrom", cast((select count(*) from
          (select e."Part" from grading_events e where e."PlanId" = p."Id" and e."RemovedAt" is null group by e."Part" having abs(sum(e."Weight") - 1) < 0.00005) parts) as integer) as "SoundParts"
        from grading_plans p
        """);

    public void Configure(EntityTypeBuilder<GradeSheetRow> b) => b.HasNoKey().ToSqlQuery("""
        select s."Id", s."No", s."CourseId", s."Version", s."DocumentId",
          (select max(t."At") from grading_sheet_steps t where t."SheetId" = s."Id" and t."Version" = s."Version" and t."Kind" = 'Closed') as "ClosedAt"
        from grading_sheets s
        """);
}
