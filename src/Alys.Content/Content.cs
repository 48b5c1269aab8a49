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

/// <summary>Names of the facts that this module writes into the journal.</summary>
public static class Facts
{
    /// <summary>A version was put before the learners; after = <see cref="UnitPublishedFact"/>, scope = the subject.</summary>
    public const string UnitPublished = "content.unit.published";

    /// <summary>A unit was taken from the learners; scope = the subject.</summary>
    public const string UnitWithdrawn = "content.unit.withdrawn";
}

/// <summary>State after <see cref="Facts.UnitPublished"/>.</summary>
public sealed record UnitPublishedFact(Guid PackId, Guid SubjectId, Guid UnitId, int UnitNo, Guid VersionId, int Version, string Title);
