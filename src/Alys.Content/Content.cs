using Alys.Content.Packs;

namespace Alys.Content;

/// <summary>What a unit is to its learner.</summary>
public enum UnitKind
{
    /// <summary>Read.</summary>
    Text,
    /// <summary>Read, with a file to take.</summary>
    File,
    /// <summary>Leads to a test of the subject's bank.</summary>
    QuestionSet,
    /// <summary>Read and answered.</summary>
    Task,
}

/// <summary>An e-UMKD: a subject's pack in one language (clause 35).</summary>
public sealed class PackRow
{
    public Guid Id { get; init; }
    /// <summary>Short number, unique in the institution.</summary>
    public int No { get; init; }
    public Guid SubjectId { get; init; }
    /// <summary>kk, ru or en.</summary>
    public string Language { get; init; } = "";
    /// <summary>The working syllabus that it is made by (clause 36); null while none was chosen.</summary>
    public Guid? SyllabusId { get; init; }
    public string TitleKk { get; init; } = "";
    public string TitleRu { get; init; } = "";
    public string TitleEn { get; init; } = "";
    public FinalForm FinalForm { get; init; }
    /// <summary>Day by which the content must be looked at again (clause 48.4); null until something was published.</summary>
    public DateOnly? ReviewBy { get; init; }
    public LocalText Title => new(TitleKk, TitleRu, TitleEn);
}

/// <summary>A unit as learners see it: its published version.</summary>
public sealed class PublishedUnitRow
{
    public Guid Id { get; init; }
    public Guid PackId { get; init; }
    public Guid SubjectId { get; init; }
    /// <summary>Number within the pack; links between units are relative, <c>4</c> beside <c>/s/12/u/3</c>.</summary>
    public int No { get; init; }
    /// <summary>Code of the slot with its sub-slot, <c>M3</c> or <c>M5.tasks</c>; its name is the text <c>content.slot.{Slot}</c>.</summary>
    public string Slot { get; init; } = "";
    /// <summary>Order in the pack; ties by <see cref="No"/>.</summary>
    public int Order { get; init; }
    /// <summary>Row of the calendar-thematic plan that the unit belongs to, if to one.</summary>
    public Guid? TopicId { get; init; }
    public UnitKind Kind { get; init; }
    public string Title { get; init; } = "";
    /// <summary>Pages of text, at least 1.</summary>
    public int Pages { get; init; }
    /// <summary>Compressed bytes of all pages.</summary>
    public int Bytes { get; init; }
    public Guid VersionId { get; init; }
    /// <summary>Number of the version, from 1.</summary>
    public int Version { get; init; }
    /// <summary>Tasks: the highest mark.</summary>
    public int? MaxPoints { get; init; }
    /// <summary>Tasks: may be answered by a text.</summary>
    public bool AnswerByText { get; init; }
    /// <summary>Tasks: may be answered by files.</summary>
    public bool AnswerByFiles { get; init; }
    /// <summary>Question sets: the test (<c>TestRow</c> of Assessment).</summary>
    public Guid? TestId { get; init; }
    /// <summary>File units: where the file is loaded from, and its name and bytes.</summary>
    public string? FileUrl { get; init; }
    public string? FileName { get; init; }
    public long? FileBytes { get; init; }
}

/// <summary>How the order of a teaching material ended.</summary>
public enum OrderEndKind
{
    PutToUse,
    Cancelled,
}

/// <summary>An order of a teaching material, to be made or bought (clause 13).</summary>
public sealed class PackOrderRow
{
    public Guid Id { get; init; }
    /// <summary>Number in <c>/content/orders/show/7</c>.</summary>
    public int No { get; init; }
    public Guid SubjectId { get; init; }
    public string Title { get; init; } = "";
    /// <summary>Last day for putting it to use.</summary>
    public DateOnly DueOn { get; init; }
    /// <summary>Day of the earliest step that is not done; null where all are.</summary>
    public DateOnly? StepDueOn { get; init; }
    /// <summary>How it ended; null while it is under way.</summary>
    public OrderEndKind? Ended { get; init; }
    /// <summary>Put to use: by which document.</summary>
    public string? Document { get; init; }

    /// <summary>The earliest day that is still to be kept.</summary>
    public DateOnly NextDue => StepDueOn is { } step && step < DueOn ? step : DueOn;
}

/// <summary>What a stored file is (clause 3.2).</summary>
public enum MediaKind
{
    Image,
    Video,
    Audio,
    Document,
    Other,
}

/// <summary>A file of a pack, as its library keeps it (clause 3.2).</summary>
public sealed class MediaRow
{
    public Guid Id { get; init; }
    public Guid PackId { get; init; }
    /// <summary>Number of the pack in <c>/content/media/list/3</c>.</summary>
    public int PackNo { get; init; }
    /// <summary>Number within the pack.</summary>
    public int No { get; init; }
    public MediaKind Kind { get; init; }
    /// <summary>The part of its address that never changes: <c>/content/media/{Key}</c>.</summary>
    public string Key { get; init; } = "";
    /// <summary>kk, ru, en, or zxx where nothing is said or written.</summary>
    public string Language { get; init; } = "";
    /// <summary>Identifier of the licence; empty while it was not said.</summary>
    public string Licence { get; init; } = "";
    /// <summary>What a picture shows; empty while it was not said.</summary>
    public string Description { get; init; } = "";
    public long Bytes { get; init; }
    /// <summary>Whether the file is shown as a picture, which needs a description.</summary>
    public bool IsPicture { get; init; }
}

/// <summary>Names of the facts that this module writes into the journal.</summary>
public static class Facts
{
    /// <summary>A version was put before the learners; after = <see cref="UnitPublishedFact"/>, scope = the subject.</summary>
    public const string UnitPublished = "content.unit.published";

    /// <summary>A unit was taken from the learners; scope = the subject.</summary>
    public const string UnitWithdrawn = "content.unit.withdrawn";

    /// <summary>A version was sent to review; after = <see cref="ReviewFact"/>, scope = the subject; so for the next three.</summary>
    public const string ReviewSent = "content.review.sent";

    /// <summary>A reviewer handed a version on to the approver.</summary>
    public const string ReviewPassed = "content.review.passed";

    /// <summary>A version was given back to its author.</summary>
    public const string ReviewReturned = "content.review.returned";

    /// <summary>A version was approved, and published in the same act.</summary>
    public const string ReviewApproved = "content.review.approved";

    /// <summary>A comment was answered; after = <see cref="CommentFact"/>, person = who wrote the comment.</summary>
    public const string CommentAnswered = "content.review.answered";

    /// <summary>A pack has passed the day by which its content must be looked at again; after = <see cref="PackDueFact"/>, scope = the subject.</summary>
    public const string PackDue = "content.pack.due";

    /// <summary>A teaching material was ordered; after = <see cref="OrderFact"/>, person = who makes it, scope = the subject.</summary>
    public const string OrderPlaced = "content.order.placed";

    /// <summary>A day of an order has passed; after = <see cref="OrderFact"/> with that day, person = who makes it.</summary>
    public const string OrderOverdue = "content.order.overdue";
}

/// <summary>State after the facts of an order.</summary>
/// <param name="OrderNo">Number in <c>/content/orders/show/7</c>.</param>
/// <param name="SubjectId">Subject that the material is for.</param>
/// <param name="Title">What is to be made or bought.</param>
/// <param name="DueOn">Day that is to be kept, or was not.</param>
public sealed record OrderFact(int OrderNo, Guid SubjectId, string Title, DateOnly DueOn)
{
    public Guid MakerId { get; init; }
}

/// <summary>State after the facts of a review.</summary>
/// <param name="ReviewNo">Number in <c>/content/reviews/show/7</c>.</param>
/// <param name="SubjectId">Subject of the pack.</param>
/// <param name="Title">Title of the version.</param>
/// <param name="Version">Number of the version.</param>
public sealed record ReviewFact(int ReviewNo, Guid SubjectId, string Title, int Version)
{
    public Guid UnitId { get; init; }
    /// <summary>SHA-256 of what was sent.</summary>
    public string VersionHash { get; init; } = "";
    public Guid? Author { get; init; }
    public Guid? SentBy { get; init; }
    public string? Word { get; init; }
}

/// <summary>State after <see cref="Facts.CommentAnswered"/>.</summary>
/// <param name="ReviewNo">Number of the review.</param>
/// <param name="Comment">Number of the answered comment in it.</param>
/// <param name="Page">Page of the text that it is on, from 1; 0 where it is of the whole.</param>
/// <param name="Title">Title of the version.</param>
/// <param name="Text">The answer.</param>
public sealed record CommentFact(int ReviewNo, int Comment, int Page, string Title, string Text);

/// <summary>State after <see cref="Facts.PackDue"/>.</summary>
public sealed record PackDueFact(int PackNo, Guid SubjectId, LocalText Title, DateOnly ReviewBy);

/// <summary>State after <see cref="Facts.UnitPublished"/>.</summary>
public sealed record UnitPublishedFact(Guid PackId, Guid SubjectId, Guid UnitId, int UnitNo, Guid VersionId, int Version, string Title);
