using System.Text.Json;
using Alys.Assessment.Draw;
using Alys.Assessment.Tests;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Assessment.Sittings;

/// <summary>What a learner may see of an attempt that is over.</summary>
internal enum ReviewLevel { Nothing, Points, Answers, Everything }

/// <summary>A test given to a course: window, time limit, attempts, what is shown when, and the plan as it was then.</summary>
internal sealed class Sitting : NumberedEntity
{
    /// <summary>"Right after" lasts so long.</summary>
    public static readonly TimeSpan RightAfterLasts = TimeSpan.FromMinutes(10);

    public Guid TestId { get; init; }
    public Guid CourseId { get; init; }
    public Guid SubjectId { get; init; }
    public Guid GroupId { get; init; }
    public required string Language { get; init; }
    public required LocalText Title { get; set; }
    public Purpose Purpose { get; init; }
    public DateTime OpensAt { get; private set; }
    public DateTime ClosesAt { get; private set; }
    public int Minutes { get; private set; }
    public int Attempts { get; private set; }
    /// <summary>Which attempt gives the result.</summary>
    public CountingAttempt Counting { get; private set; }
    /// <summary>Minutes between the end of an attempt and the start of the next; 0 = none.</summary>
    public int PauseMinutes { get; private set; }
    public decimal MaxPoints { get; private init; }
    public required string PlanJson { get; init; }
    public ReviewLevel RightAfter { get; set; } = ReviewLevel.Points;
    public ReviewLevel WhileOpen { get; set; } = ReviewLevel.Points;
    public ReviewLevel AfterClose { get; set; } = ReviewLevel.Everything;

    public Plan Plan => JsonSerializer.Deserialize<Plan>(PlanJson)!;

    public static readonly Visibility<Sitting> Visibility = new(
        new Rule<Sitting>("assessment.sitting.group", r => r.ScopesOf(Rights.Take, ScopeKinds.Group) is { Length: > 0 } groups ? x => groups.Contains(x.GroupId) : null),
        new Rule<Sitting>("assessment.sitting.course", r => r.ScopesOf(Rights.Watch, ScopeKinds.Course) is { Length: > 0 } courses ? x => courses.Contains(x.CourseId) : null),
        new Rule<Sitting>("assessment.sitting.everywhere", r => r.Everywhere(Rights.Watch) ? x => true : null));

    public static Sitting Of(Test test, Guid courseId, Guid groupId, DateTime opens, DateTime closes, int minutes, int attempts)
    {
        var sitting = new Sitting
        {
            TestId = test.Id, CourseId = courseId, GroupId = groupId, SubjectId = test.SubjectId, Language = test.Language, Title = test.Title,
            Purpose = test.Purpose, PlanJson = JsonSerializer.Serialize(test.Plan), MaxPoints = test.Plan.MaxPoints,
        };
        sitting.Set(opens, closes, minutes, attempts);
        return sitting;
    }

    /// <summary>Window (UTC), minutes of an attempt (0 = until the window closes), attempts (0 = any number).</summary>
    public void Set(DateTime opens, DateTime closes, int minutes, int attempts)
    {
        if (closes <= opens) throw new Refusal("assessment.refusal.window") { Field = "Closes" };
        if (minutes is < 0 or > Test.MostMinutes) throw new Refusal("assessment.refusal.minutes", Test.MostMinutes) { Field = "Minutes" };
        if (attempts is < 0 or > 100) throw new Refusal("assessment.refusal.attempts") { Field = "Attempts" };
        (OpensAt, ClosesAt, Minutes, Attempts) = (opens, closes, minutes, attempts);
    }

    /// <summary>Which attempt counts, and minutes between two (0 = none).</summary>
    public void Count(CountingAttempt counting, int pauseMinutes)
    {
        if (pauseMinutes is < 0 or > Test.MostPause) throw new Refusal("assessment.refusal.pause-minutes", Test.MostPause) { Field = "PauseMinutes" };
        (Counting, PauseMinutes) = (counting, pauseMinutes);
    }

    /// <summary>What may be seen now of an attempt. "After close" begins when nobody can begin any more, also not by an exception that stands.</summary>
    /// <param name="submittedAt">When the attempt ended.</param>
    /// <param name="now">Now.</param>
    /// <param name="lastCloses">The latest closing that an exception gives, if one does.</param>
    public ReviewLevel ReviewAt(DateTime submittedAt, DateTime now, DateTime? lastCloses) =>
        now >= (lastCloses > ClosesAt ? lastCloses : ClosesAt) ? AfterClose : now - submittedAt < RightAfterLasts ? RightAfter : WhileOpen;

    public Scope Scope => new(ScopeKinds.Course, CourseId);
}

/// <summary>Minutes given to one person beyond limit and window, before or during an attempt. Only added, never changed.</summary>
internal sealed class ExtraTime : Entity
{
    public Guid SittingId { get; init; }
    public Guid PersonId { get; init; }
    /// <summary>1…600.</summary>
    public int Minutes { get; init; }
    public required string Reason { get; init; }
    public Guid? ById { get; init; }
    public DateTime At { get; init; }
}

internal sealed class SittingConfiguration : IEntityTypeConfiguration<Sitting>
{
    public void Configure(EntityTypeBuilder<Sitting> b)
    {
        b.ToTable("assessment_sittings");
        b.LocalText(x => x.Title);
        b.Property(x => x.Language).HasMaxLength(5);
        b.Property(x => x.MaxPoints).HasPrecision(9, 2);
        b.Ignore(x => x.Plan);
        b.Ignore(x => x.Scope);
        b.HasIndex(x => new { x.CourseId, x.No }).IsUnique();
        b.HasIndex(x => x.TestId);
        b.HasIndex(x => x.GroupId);
    }
}

internal sealed class ExtraTimeConfiguration : IEntityTypeConfiguration<ExtraTime>
{
    public void Configure(EntityTypeBuilder<ExtraTime> b)
    {
        b.ToTable("assessment_extra_times");
        b.Property(x => x.Reason).HasMaxLength(500);
        b.HasIndex(x => new { x.SittingId, x.PersonId });
    }
}
