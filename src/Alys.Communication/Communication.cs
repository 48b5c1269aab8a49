using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Communication;

/// <summary>Facts of this module in the journal; each bears the scope of its course.</summary>
public static class CommunicationFacts
{
    public const string ThreadStarted = "communication.thread.started";
    public const string PostWritten = "communication.post.written";
    /// <summary>The person of the row is the learner whose question it is (clause 28).</summary>
    public const string QuestionAsked = "communication.question.asked";
    public const string QuestionAnswered = "communication.question.answered";
    /// <summary>A consultation held outside of the portal and written down by the tutor (clauses 28, 42).</summary>
    public const string ConsultationLogged = "communication.consultation.logged";
}

/// <summary>Kinds of consultation of clause 28.</summary>
public enum ConsultationKind { IndividualFaceToFace, IndividualDistance, GroupDistance }

/// <summary>Channels of clause 28; <see cref="Question"/> is a question to the tutor in the portal.</summary>
public enum ConsultationChannel { Question, FaceToFace, Phone, Email, Chat, Forum, Review, Faq, Teleconference }

/// <summary>A forum thread of a course.</summary>
public sealed class ThreadRow
{
    public Guid Id { get; init; }
    public Guid CourseId { get; init; }
    public int No { get; init; }
    public string Title { get; init; } = "";
    /// <summary>Posts in it; the newest bears this number.</summary>
    public int Posts { get; init; }
    public DateTime LastPostAt { get; init; }
}

/// <summary>A question to the tutor with its answer clock, UTC.</summary>
public sealed class QuestionRow
{
    public Guid CourseId { get; init; }
    public int No { get; init; }
    public string Topic { get; init; } = "";
    public Guid AskedByPersonId { get; init; }
    public DateTime AskedAt { get; init; }
    /// <summary>When the first answer came; null while there is none.</summary>
    public DateTime? AnsweredAt { get; init; }
    /// <summary>Since when the learner waits for a word of the tutor; null when nothing waits.</summary>
    public DateTime? WaitingSince { get; init; }
    /// <summary>When what waits is due, by working hours; null when nothing waits.</summary>
    public DateTime? DueAt { get; init; }
}

/// <summary>A line of the consultation log: a consultation that was delivered (clauses 28, 42).</summary>
public sealed class ConsultationRow
{
    public Guid CourseId { get; init; }
    public int No { get; init; }
    /// <summary>The learner; null for the whole group.</summary>
    public Guid? PersonId { get; init; }
    public Guid? TutorId { get; init; }
    public ConsultationKind Kind { get; init; }
    public ConsultationChannel Channel { get; init; }
    /// <summary>When it was held, UTC.</summary>
    public DateTime HeldAt { get; init; }
    public int? Minutes { get; init; }
}

/// <summary>A notice to a person.</summary>
public sealed class NoticeRow
{
    public Guid PersonId { get; init; }
    public int No { get; init; }
    public DateTime At { get; init; }
    public DateTime? ReadAt { get; init; }
}

internal sealed class ThreadRowConfiguration : IEntityTypeConfiguration<ThreadRow>
{
    public void Configure(EntityTypeBuilder<ThreadRow> b) => b.HasNoKey().ToSqlQuery(
        """select "Id","CourseId","No","Title","LastPostNo" as "Posts","LastPostAt" from communication_threads""");
}

internal sealed class QuestionRowConfiguration : IEntityTypeConfiguration<QuestionRow>
{
    public void Configure(EntityTypeBuilder<QuestionRow> b) => b.HasNoKey().ToSqlQuery(
        """select "CourseId","No","Topic","PersonId" as "AskedByPersonId","AskedAt","AnsweredAt","WaitingSince","DueAt" from communication_consultations where "AskedAt" is not null""");
}

internal sealed class ConsultationRowConfiguration : IEntityTypeConfiguration<ConsultationRow>
{
    public void Configure(EntityTypeBuilder<ConsultationRow> b) => b.HasNoKey().ToSqlQuery(
        """select "CourseId","No","PersonId","TutorId","Kind","Channel","HeldAt","Minutes" from communication_consultations where "HeldAt" is not null""");
}

internal sealed class NoticeRowConfiguration : IEntityTypeConfiguration<NoticeRow>
{
    public void Configure(EntityTypeBuilder<NoticeRow> b) => b.HasNoKey().ToSqlQuery(
        """select "PersonId","No","At","ReadAt" from communication_notices""");
}
