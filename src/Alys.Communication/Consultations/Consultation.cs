using Alys.Communication.Courses;
using Alys.Communication.Forum;
using Alys.Enrolment;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Communication.Consultations;

/// <summary>A line of the consultation log (clauses 9.3, 28, 42): a question in the portal with its answer clock, or a consultation held elsewhere and written down.</summary>
internal sealed class Consultation : NumberedEntity
{
    public Guid CourseId { get; init; }
    /// <summary>The learner; null for the whole group.</summary>
    public Guid? PersonId { get; init; }
    public Guid? TutorId { get; set; }
    public ConsultationKind Kind { get; init; }
    public ConsultationChannel Channel { get; init; }
    public required string Topic { get; init; }
    public DateTime? AskedAt { get; init; }
    public DateTime? AnsweredAt { get; set; }
    public DateTime? WaitingSince { get; set; }
    public DateTime? DueAt { get; set; }
    public DateTime? HeldAt { get; set; }
    public int? Minutes { get; set; }
    public string? Note { get; init; }
    public int LastMessageNo { get; set; }
    public DateTime LastAt { get; set; }

    public bool IsQuestion => AskedAt is not null;

    public static readonly Visibility<Consultation> Visibility = new(
        new("communication.question.own", r => r.IsSignedIn ? c => c.PersonId == r.PersonId : null),
        new("communication.question.staff", r => r.ScopesOf(Rights.Answer, ScopeKinds.Course).ToList() is { Count: > 0 } courses ? c => courses.Contains(c.CourseId) : null),
        new("communication.question.overseer", r => r.Everywhere(Rights.Oversee) ? c => true : null));

    public static async Task<Consultation> Ask(Act act, CourseView course, CommunicationOptions options, string? topic, string? text)
    {
        if (!MayAsk(act.Reader, course)) throw new Refusal("communication.refusal.not-yours");
        var question = new Consultation
        {
            No = await act.NextNumber("communication.consultation", course.Id),
            CourseId = course.Id,
            PersonId = act.Reader.PersonId,
            Kind = ConsultationKind.IndividualDistance,
            Channel = ConsultationChannel.Question,
            Topic = CheckedTopic(topic),
            AskedAt = act.Now,
        };
        act.Db.Add(question);
        await question.StartClock(act, options);
        await question.Say(act, text);
        act.Wrote(CommunicationFacts.QuestionAsked, question, course.Scope, question.PersonId, after: question.Fact(course));
        return question;
    }

    /// <summary>A further word of the learner (the clock runs again) or an answer of the tutor (it stops).</summary>
    public async Task Write(Act act, CourseView course, CommunicationOptions options, string? text)
    {
        if (!IsQuestion) throw new Refusal("communication.refusal.not-yours");
        if (act.Reader.PersonId == PersonId)
        {
            if (WaitingSince is null) await StartClock(act, options);
            await Say(act, text);
            act.Wrote(CommunicationFacts.QuestionAsked, this, course.Scope, PersonId, after: Fact(course));
        }
        else if (course.Lets(act.Reader, Rights.Answer))
        {
            await Say(act, text);
            await StopClock(act);
            act.Wrote(CommunicationFacts.QuestionAnswered, this, course.Scope, PersonId, after: Fact(course));
        }
        else
        {
            throw new Refusal("communication.refusal.not-yours");
        }
    }

    /// <summary>Writes down a consultation that was held by telephone, face to face or otherwise outside of the portal.</summary>
    public static async Task<Consultation> Log(Act act, CourseView course, LogEntry entry)
    {
        if (!course.Lets(act.Reader, Rights.Answer)) throw new Refusal("communication.refusal.not-yours");
        if (entry.Channel == ConsultationChannel.Question) throw new Refusal("communication.refusal.log-channel") { Field = "Channel" };
        if (entry.HeldAt > act.Now) throw new Refusal("communication.refusal.log-future") { Field = "HeldAt" };
        if (entry.Minutes is < 1 or > 600) throw new Refusal("communication.refusal.log-minutes", 600) { Field = "Minutes" };
        if (entry.Note?.Length > 2000) throw new Refusal("communication.refusal.long-text", 2000) { Field = "Note" };
        if (entry is { PersonId: null, Channel: ConsultationChannel.FaceToFace }) throw new Refusal("communication.refusal.log-group-face") { Field = "PersonId" };
        var day = DateOnly.FromDateTime(Texts.Local(entry.HeldAt));
        if (entry.PersonId is { } learner && !await act.Db.Set<GroupMemberRow>().AnyAsync(m => m.GroupId == course.GroupId && m.PersonId == learner && m.From <= day && (m.To == null || m.To >= day), act.Ct)) throw new Refusal("communication.refusal.log-stranger") { Field = "PersonId" };
        var held = new Consultation
        {
            No = await act.NextNumber("communication.consultation", course.Id),
            CourseId = course.Id,
            PersonId = entry.PersonId,
            TutorId = act.Reader.PersonId,
            Kind = entry.PersonId is null ? ConsultationKind.GroupDistance : entry.Channel == ConsultationChannel.FaceToFace ? ConsultationKind.IndividualFaceToFace : ConsultationKind.IndividualDistance,
            Channel = entry.Channel,
            Topic = CheckedTopic(entry.Topic),
            HeldAt = entry.HeldAt,
            Minutes = entry.Minutes,
            Note = string.IsNullOrWhiteSpace(entry.Note) ? null : entry.Note.Trim(),
            LastAt = act.Now,
        };
        act.Db.Add(held);
        act.Wrote(CommunicationFacts.ConsultationLogged, held, course.Scope, held.PersonId, after: new { courseNo = course.No, held.No, held.Kind, held.Channel, held.Topic, held.HeldAt, held.Minutes });
        return held;
    }

    /// <summary>Those learn by asking who are taught in the course and do not answer in it.</summary>
    public static bool MayAsk(Reader reader, CourseView course) => course.Lets(reader, Rights.TakePart) && !course.Lets(reader, Rights.Answer);

    private static string CheckedTopic(string? topic)
    {
        if (string.IsNullOrWhiteSpace(topic)) throw new Refusal("communication.refusal.no-title") { Field = "Topic" };
        if (topic.Trim().Length > 200) throw new Refusal("communication.refusal.long-title", 200) { Field = "Topic" };
        return topic.Trim();
    }

    private async Task StartClock(Act act, CommunicationOptions options) =>
        (WaitingSince, DueAt) = (act.Now, AnswerClock.Due(act.Now, Texts.Zone, options, await AnswerClock.Calendar(act.Db, act.Now, act.Ct)));

    private async Task StopClock(Act act)
    {
        AnsweredAt ??= act.Now;
        HeldAt ??= act.Now;
        (WaitingSince, DueAt, TutorId) = (null, null, act.Reader.PersonId);
        foreach (var waiting in await act.Db.ConsultationMessages.Where(m => m.ConsultationId == Id && m.ByPersonId == PersonId && m.AnsweredAt == null).ToListAsync(act.Ct)) waiting.AnsweredAt = act.Now;
    }

    private async Task Say(Act act, string? text)
    {
        var message = new ConsultationMessage
        {
            No = await act.NextNumber("communication.message", Id),
            ConsultationId = Id,
            ByPersonId = act.Reader.PersonId,
            At = act.Now,
            Text = PostText.Checked(text),
            DueAt = act.Reader.PersonId == PersonId ? DueAt : null,
        };
        act.Db.Add(message);
        (LastMessageNo, LastAt) = (message.No, act.Now);
    }

    private QuestionFact Fact(CourseView course) => new(course.No, No, Topic, LastMessageNo);
}

/// <summary>What the journal says of a question.</summary>
internal sealed record QuestionFact(int CourseNo, int QuestionNo, string Topic, int MessageNo)
{
    public string Url => $"/s/{CourseNo}/q/{QuestionNo}";
}

/// <summary>What the tutor writes down of a consultation held.</summary>
internal sealed record LogEntry(Guid? PersonId, ConsultationChannel Channel, DateTime HeldAt, int? Minutes, string? Topic, string? Note);

/// <summary>One word in a consultation; a learner's bears its own answer clock.</summary>
internal sealed class ConsultationMessage : NumberedEntity
{
    public Guid ConsultationId { get; init; }
    public Guid ByPersonId { get; init; }
    public DateTime At { get; init; }
    public required string Text { get; init; }
    public DateTime? DueAt { get; init; }
    public DateTime? AnsweredAt { get; set; }
}

internal sealed class ConsultationConfiguration : IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Consultation> b)
    {
        b.ToTable("communication_consultations");
        b.Property(x => x.Topic).HasMaxLength(200);
        b.Property(x => x.Note).HasMaxLength(2000);
        b.Ignore(x => x.IsQuestion);
        b.HasIndex(x => new { x.CourseId, x.No }).IsUnique();
        b.HasIndex(x => new { x.CourseId, x.WaitingSince });
        b.HasIndex(x => x.PersonId);
    }
}

internal sealed class ConsultationMessageConfiguration : IEntityTypeConfiguration<ConsultationMessage>
{
    public void Configure(EntityTypeBuilder<ConsultationMessage> b)
    {
        b.ToTable("communication_consultation_messages");
        b.Property(x => x.Text).HasMaxLength(PostText.Most);
        b.HasIndex(x => new { x.ConsultationId, x.No }).IsUnique();
    }
}
