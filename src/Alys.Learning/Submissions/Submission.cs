using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Learning.Submissions;

/// <summary>A learner's work on a task: what was handed in stands in its versions, what was said of it in its reviews; both are only added to.</summary>
internal sealed class Submission : NumberedEntity, IVersionedRow
{
    public required Guid CourseId { get; init; }
    public required Guid UnitId { get; init; }
    public required Guid PersonId { get; init; }
    public SubmissionState State { get; private set; }
    public int Versions { get; private set; }
    public DateTime HandedInAt { get; private set; }
    public DateTime? ReviewedAt { get; private set; }
    public decimal? Points { get; private set; }
    public decimal MaxPoints { get; private set; }
    /// <summary>When the learner has looked at the newest review.</summary>
    public DateTime? SeenAt { get; set; }
    public int RowVersion { get; set; }

    public Scope Scope => new(ScopeKinds.Course, CourseId);
    public bool MayHandIn => Versions == 0 || State != SubmissionState.Reviewed;

    /// <summary>Whose work a reader sees: one's own, that of the courses she reviews or follows.</summary>
    public static readonly Visibility<Submission> Visibility = new(
        new("learning.submission.own", r => r.IsSignedIn ? s => s.PersonId == r.PersonId : null),
        new("learning.submission.course", r => r.ScopesOf(Rights.Follow, ScopeKinds.Course).ToList() is { Count: > 0 } courses ? s => courses.Contains(s.CourseId) : null),
        new("learning.submission.everywhere", r => r.Everywhere(Rights.Follow) ? s => true : null));

    /// <exception cref="Refusal">It has been reviewed, or there is nothing in it.</exception>
    public SubmissionVersion HandIn(Act act, TaskAnswer answer)
    {
        if (!MayHandIn) throw new Refusal("learning.refusal.reviewed-already");
        if (string.IsNullOrWhiteSpace(answer.Text) && answer.Files.Count == 0) throw new Refusal("learning.refusal.empty") { Field = "Text" };
        var version = new SubmissionVersion { SubmissionId = Id, Number = ++Versions, Text = answer.Text, UnitVersionId = answer.UnitVersionId, At = act.Now, IsLate = answer.DueOn < DateOnly.FromDateTime(Texts.Local(act.Now)) };
        act.Db.Add(version);
        foreach (var (i, file) in answer.Files.Index()) act.Db.Add(new SubmissionFile { VersionId = version.Id, Number = i + 1, Name = file.Name, Hash = file.Hash, Length = file.Length });
        (State, HandedInAt, Points, MaxPoints) = (SubmissionState.HandedIn, act.Now, null, answer.MaxPoints);
        act.Wrote(LearningFacts.HandedIn, this, Scope, PersonId, after: Fact());
        return version;
    }

    /// <exception cref="Refusal">The points are outside of the task's range, the review is empty, or nothing waits.</exception>
    public void Take(Act act, SubmissionVersion version, ReviewWords words)
    {
        if (version.Number != Versions) throw new Refusal("learning.refusal.newer-version");
        if (string.IsNullOrWhiteSpace(words.Text)) throw new Refusal("learning.refusal.review-empty") { Field = "Text" };
        if (!words.IsReturned && (words.Points is not { } points || points < 0 || points > MaxPoints)) throw new Refusal("learning.refusal.points", MaxPoints) { Field = "Points" };
        var before = Fact();
        act.Db.Add(new Review { VersionId = version.Id, ByPersonId = act.Reader.PersonId, At = act.Now, Text = words.Text.Trim(), Points = words.IsReturned ? null : words.Points });
        (State, Points, ReviewedAt, SeenAt) = (words.IsReturned ? SubmissionState.Returned : SubmissionState.Reviewed, words.IsReturned ? null : words.Points, act.Now, null);
        act.Wrote(words.IsReturned ? LearningFacts.Returned : LearningFacts.Reviewed, this, Scope, PersonId, before, Fact());
    }

    private SubmissionFact Fact() => new(CourseId, UnitId, PersonId, Points, MaxPoints);
}

/// <summary>What a learner gives in answer to a task.</summary>
internal sealed record TaskAnswer(string Text, IReadOnlyList<AnswerFile> Files, Guid UnitVersionId, decimal MaxPoints, DateOnly? DueOn);

internal sealed record AnswerFile(string Name, string Hash, long Length);

/// <summary>What a reviewer says.</summary>
internal sealed record ReviewWords(string Text, decimal? Points, bool IsReturned);

/// <summary>One handing-in. Never changed.</summary>
internal sealed class SubmissionVersion : Entity
{
    public const int MaxText = 200_000;

    public required Guid SubmissionId { get; init; }
    public required int Number { get; init; }
    public required string Text { get; init; }
    /// <summary>The version of the task that was answered.</summary>
    public required Guid UnitVersionId { get; init; }
    public required DateTime At { get; init; }
    public bool IsLate { get; init; }
}

internal sealed class SubmissionFile
{
    public required Guid VersionId { get; init; }
    public required int Number { get; init; }
    public required string Name { get; init; }
    public required string Hash { get; init; }
    public required long Length { get; init; }
}

/// <summary>A written review of one version (clause 28.2). Never changed; a later one stands above it.</summary>
internal sealed class Review : Entity
{
    public const int MaxText = 20_000;

    public required Guid VersionId { get; init; }
    public required Guid ByPersonId { get; init; }
    public required DateTime At { get; init; }
    public required string Text { get; init; }
    /// <summary>Null: returned to be improved.</summary>
    public decimal? Points { get; init; }
}

internal sealed class SubmissionConfiguration : IEntityTypeConfiguration<Submission>, IEntityTypeConfiguration<SubmissionVersion>, IEntityTypeConfiguration<SubmissionFile>, IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Submission> b)
    {
        b.ToTable("learning_submissions");
        b.HasIndex(x => x.No).IsUnique();
        b.HasIndex(x => new { x.PersonId, x.CourseId, x.UnitId }).IsUnique();
        b.HasIndex(x => new { x.CourseId, x.State });
        b.Ignore(x => x.Scope).Ignore(x => x.MayHandIn);
        b.Property(x => x.Points).HasPrecision(9, 2);
        b.Property(x => x.MaxPoints).HasPrecision(9, 2);
    }

    public void Configure(EntityTypeBuilder<SubmissionVersion> b)
    {
        b.ToTable("learning_submission_versions");
        b.HasIndex(x => new { x.SubmissionId, x.Number }).IsUnique();
        b.HasOne<Submission>().WithMany().HasForeignKey(x => x.SubmissionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SubmissionFile> b)
    {
        b.ToTable("learning_submission_files");
        b.HasKey(x => new { x.VersionId, x.Number });
        b.Property(x => x.Name).HasMaxLength(200);
        b.Property(x => x.Hash).HasMaxLength(64);
        b.HasOne<SubmissionVersion>().WithMany().HasForeignKey(x => x.VersionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Review> b)
    {
        b.ToTable("learning_reviews");
        b.HasIndex(x => x.VersionId);
        b.HasOne<SubmissionVersion>().WithMany().HasForeignKey(x => x.VersionId).OnDelete(DeleteBehavior.Restrict);
        b.Property(x => x.Points).HasPrecision(9, 2);
    }
}
