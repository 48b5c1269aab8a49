using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Learning;

/// <summary>How a unit reaches a learner (clause 5).</summary>
public enum DeliveryChannel
{
    Network,
    Case,
    Tv,
}

/// <summary>Where handed-in work stands.</summary>
public enum SubmissionState
{
    /// <summary>Waits for its review.</summary>
    HandedIn,
    /// <summary>To be improved and handed in again.</summary>
    Returned,
    /// <summary>Reviewed, with points.</summary>
    Reviewed,
}

/// <summary>A learner's work on a task of a course; its newest state.</summary>
public sealed class SubmissionRow
{
    public Guid Id { get; init; }
    /// <summary>Number in the institution; its staff page is <c>/learning/reviews/show/{No}</c>.</summary>
    public int No { get; init; }
    public Guid CourseId { get; init; }
    public Guid UnitId { get; init; }
    public Guid PersonId { get; init; }
    public SubmissionState State { get; init; }
    /// <summary>How many times it was handed in, from 1.</summary>
    public int Versions { get; init; }
    /// <summary>UTC, of the newest version.</summary>
    public DateTime HandedInAt { get; init; }
    /// <summary>UTC, of the newest review; null before the first.</summary>
    public DateTime? ReviewedAt { get; init; }
    /// <summary>Null until reviewed.</summary>
    public decimal? Points { get; init; }
    public decimal MaxPoints { get; init; }
}

/// <summary>A line of the delivery ledger (clause 9.2): one learner, one unit, one channel. Times are UTC.</summary>
public sealed class DeliveryRow
{
    public Guid CourseId { get; init; }
    public Guid UnitId { get; init; }
    public Guid PersonId { get; init; }
    public DeliveryChannel Channel { get; init; }
    /// <summary>When the unit was put at the learner's disposal.</summary>
    public DateTime IssuedAt { get; init; }
    /// <summary>When the learner first opened it.</summary>
    public DateTime? OpenedAt { get; init; }
    /// <summary>When the learner said that it is finished, or handed in its task.</summary>
    public DateTime? FinishedAt { get; init; }
    public int Views { get; init; }
}

/// <summary>A course opened to its group.</summary>
public sealed class OpeningRow
{
    public Guid CourseId { get; init; }
    /// <summary>The pack that is studied.</summary>
    public Guid PackId { get; init; }
    /// <summary>First day, on the institution's clock.</summary>
    public DateOnly OpensOn { get; init; }
    /// <summary>Last day of an exception, included; null where the pack was complete.</summary>
    public DateOnly? Until { get; init; }
    /// <summary>The reason of an exception; null where the pack was complete.</summary>
    public string? Reason { get; init; }
    public Guid? ByPersonId { get; init; }
    /// <summary>UTC.</summary>
    public DateTime At { get; init; }
}

/// <summary>Names of the facts that this module writes into the journal; each bears the scope of its course.</summary>
public static class LearningFacts
{
    /// <summary>Work was handed in; after = <see cref="SubmissionFact"/> without points, the person is the learner.</summary>
    public const string HandedIn = "learning.submission.handed-in";

    /// <summary>Work was reviewed with points; after = <see cref="SubmissionFact"/>.</summary>
    public const string Reviewed = "learning.submission.reviewed";

    /// <summary>Work was returned to be improved; after = <see cref="SubmissionFact"/> without points.</summary>
    public const string Returned = "learning.submission.returned";

    /// <summary>A course was opened to its group.</summary>
    public const string Opened = "learning.course.opened";

    /// <summary>The last day of a task was moved; after = its unit and the day, null for the plan's.</summary>
    public const string DueDayMoved = "learning.due-day.moved";

    /// <summary>A learner finished a unit.</summary>
    public const string Finished = "learning.unit.finished";
}

/// <summary>State of a submission after a fact about it.</summary>
public sealed record SubmissionFact(Guid CourseId, Guid UnitId, Guid PersonId, decimal? Points, decimal MaxPoints);

internal sealed class LearningRowConfiguration : IEntityTypeConfiguration<SubmissionRow>, IEntityTypeConfiguration<DeliveryRow>, IEntityTypeConfiguration<OpeningRow>
{
    public void Configure(EntityTypeBuilder<SubmissionRow> b) => b.HasNoKey().ToSqlQuery(
        """select "Id","No","CourseId","UnitId","PersonId","State","Versions","HandedInAt","ReviewedAt","Points","MaxPoints" from learning_submissions""");

    public void Configure(EntityTypeBuilder<DeliveryRow> b) => b.HasNoKey().ToSqlQuery(
        """select "CourseId","UnitId","PersonId","Channel","IssuedAt","OpenedAt","FinishedAt","Views" from learning_deliveries""");

    public void Configure(EntityTypeBuilder<OpeningRow> b) => b.HasNoKey().ToSqlQuery(
        """select "CourseId","PackId","OpensOn","Until","Reason","ByPersonId","At" from learning_openings""");
}
