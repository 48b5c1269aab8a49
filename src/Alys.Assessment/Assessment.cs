namespace Alys.Assessment;

/// <summary>What a test is given for (clauses 31a, 37 M7–M8).</summary>
public enum Purpose
{
    /// <summary>For the learner alone; counts for nothing.</summary>
    Training,
    /// <summary>Current control.</summary>
    Current,
    /// <summary>First milestone control.</summary>
    Rk1,
    /// <summary>Second milestone control.</summary>
    Rk2,
    /// <summary>Final control.</summary>
    Exam,
}

/// <summary>Where an attempt stands.</summary>
public enum AttemptState
{
    /// <summary>Answers are taken.</summary>
    Running,
    /// <summary>Handed in by the learner.</summary>
    Submitted,
    /// <summary>Closed by the server after its deadline, with every answer that had arrived.</summary>
    TimedOut,
}

/// <summary>Which of a learner's attempts at a sitting gives the result.</summary>
public enum CountingAttempt
{
    /// <summary>The one with the highest share of its points; of equal ones the earlier.</summary>
    Best,
    /// <summary>The one made last, also when it is worse.</summary>
    Last,
    /// <summary>The first one; later ones are practice.</summary>
    First,
    /// <summary>The mean of all of them.</summary>
    Average,
}

/// <summary>A test of a subject's bank, in one language.</summary>
public sealed class TestRow
{
    public Guid Id { get; init; }
    public int No { get; init; }
    public Guid SubjectId { get; init; }
    /// <summary>kk, ru or en.</summary>
    public string Language { get; init; } = "";
    public Purpose Purpose { get; init; }
    public string TitleKk { get; init; } = "";
    public string TitleRu { get; init; } = "";
    public string TitleEn { get; init; } = "";
    public LocalText Title => new(TitleKk, TitleRu, TitleEn);
}

/// <summary>A test given to a course within a window.</summary>
public sealed class SittingRow
{
    public Guid Id { get; init; }
    /// <summary>Number within the course; the learner's page is <c>/s/{course}/t/{No}</c>.</summary>
    public int No { get; init; }
    public Guid TestId { get; init; }
    public Guid CourseId { get; init; }
    /// <summary>UTC.</summary>
    public DateTime OpensAt { get; init; }
    /// <summary>UTC; extra time given to a person lies beyond it.</summary>
    public DateTime ClosesAt { get; init; }
    /// <summary>Time limit of an attempt in minutes; 0 = until the window closes.</summary>
    public int Minutes { get; init; }
    /// <summary>How many attempts a learner has; 0 = any number.</summary>
    public int Attempts { get; init; }
    /// <summary>Which of them gives the result.</summary>
    public CountingAttempt Counting { get; init; }
    public Purpose Purpose { get; init; }
    public decimal MaxPoints { get; init; }
    public string TitleKk { get; init; } = "";
    public string TitleRu { get; init; } = "";
    public string TitleEn { get; init; } = "";
    public LocalText Title => new(TitleKk, TitleRu, TitleEn);
}

/// <summary>An exception that stands from the terms of a sitting: for one learner, or for a group. A learner's own wins, of several groups the most favourable value.</summary>
public sealed class SittingOverrideRow
{
    public Guid Id { get; init; }
    public Guid SittingId { get; init; }
    public Guid CourseId { get; init; }
    public Guid? PersonId { get; init; }
    public Guid? GroupId { get; init; }
    /// <summary>UTC; null as the sitting has it, as all that follows.</summary>
    public DateTime? OpensAt { get; init; }
    /// <summary>UTC.</summary>
    public DateTime? ClosesAt { get; init; }
    /// <summary>0 = any number.</summary>
    public int? Attempts { get; init; }
}

/// <summary>A learner's attempt at a sitting.</summary>
public sealed class AttemptRow
{
    public Guid Id { get; init; }
    /// <summary>Random code of its address, <c>/a/{Code}</c>.</summary>
    public string Code { get; init; } = "";
    public Guid SittingId { get; init; }
    public Guid CourseId { get; init; }
    public Guid PersonId { get; init; }
    /// <summary>1 for the learner's first attempt at the sitting.</summary>
    public int Number { get; init; }
    public AttemptState State { get; init; }
    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; init; }
    /// <summary>UTC, extra time included.</summary>
    public DateTime Deadline { get; init; }
    /// <summary>UTC; null while running.</summary>
    public DateTime? SubmittedAt { get; init; }
    /// <summary>Points so far; final when <see cref="IsMarked"/>. Null while running.</summary>
    public decimal? Points { get; init; }
    public decimal MaxPoints { get; init; }
    /// <summary>True when nothing waits for a person.</summary>
    public bool IsMarked { get; init; }
}

/// <summary>How many live items a subject's bank has with a tag, by language. An empty tag counts the whole bank.</summary>
public sealed class BankRow
{
    public Guid SubjectId { get; init; }
    public string Tag { get; init; } = "";
    public string Language { get; init; } = "";
    public int Items { get; init; }
}

/// <summary>
/// State after the facts <c>assessment.attempt.started</c>, <c>assessment.attempt.submitted</c> (also when time closed it),
/// <c>assessment.attempt.marked</c> (also when it was marked anew) and <c>assessment.attempt.regraded</c> (an item of it was reckoned otherwise). Points are null until something is marked.
/// </summary>
public sealed record AttemptFact(Guid CourseId, Guid SittingId, Guid PersonId, decimal? Points, decimal MaxPoints)
{
    /// <summary>Why it moved, where a regrade moved it (<c>assessment.attempt.regraded</c>).</summary>
    public string? Reason { get; init; }
}

/// <summary>Where results of a sitting have gone in a module above.</summary>
/// <param name="SittingId">The sitting.</param>
/// <param name="Title">What holds them, for example a grade sheet.</param>
/// <param name="Url">Path of its page.</param>
/// <param name="IsClosed">It does not move any more by what happens to attempts.</param>
public sealed record KeptResults(Guid SittingId, LocalText Title, string Url, bool IsClosed);

/// <summary>A module above that holds results of sittings; registered as a singleton service of this type. Asked before attempts are regraded, so that what will not move is named.</summary>
public abstract class ResultsKeeper
{
    /// <summary>What it holds of the sittings' results.</summary>
    public abstract Task<IReadOnlyList<KeptResults>> Of(Db db, IReadOnlyCollection<Guid> sittings, CancellationToken ct);
}

/// <summary>Who may open the page of a test that was given to a course.</summary>
public static class SittingSight
{
    /// <summary>Learners of the group, and those who follow attempts in the course.</summary>
    public static bool Has(Reader reader, Scope course, Scope group) => reader.May(Rights.Take, group) || reader.May(Rights.Watch, course);
}
