using Alys.Assessment.Sittings;
using Alys.Assessment.Tests;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Assessment.Overrides;

/// <summary>
/// An exception from the terms of a sitting, for one learner or for a group. What is null stays as it is. Never edited: a change ends it and begins another, so
/// that it can always be read what held when.
/// </summary>
internal sealed class Override : NumberedEntity
{
    public const int MaxReason = 500;

    public Guid SittingId { get; init; }
    public Guid CourseId { get; init; }
    public Guid? PersonId { get; init; }
    public Guid? GroupId { get; init; }
    public DateTime? OpensAt { get; init; }
    public DateTime? ClosesAt { get; init; }
    /// <summary>Time limit in minutes; 0 = none.</summary>
    public int? Minutes { get; init; }
    /// <summary>Attempts; 0 = any number.</summary>
    public int? Attempts { get; init; }
    public required string Reason { get; init; }
    public Guid? ById { get; init; }
    public DateTime At { get; init; }
    public DateTime? EndedAt { get; private set; }
    public Guid? EndedById { get; private set; }
    /// <summary>Why it was withdrawn; null where another took its place.</summary>
    public string? EndReason { get; private set; }

    /// <exception cref="Refusal">Nothing is set, a value is out of its range, the reason is missing, or the learner or group has one already.</exception>
    public static Task<Override> Give(Act act, Sitting sitting, (Guid? Person, Guid? Group) whom, OverrideForm form) => Begin(act, sitting, whom, form, null);

    /// <summary>Ends it and puts another with the form's values in its place.</summary>
    public async Task<Override> Change(Act act, Sitting sitting, OverrideForm form)
    {
        form.Check(sitting);
        End(act);
        // Saved first: a learner or group has one that stands.
        await act.Db.SaveChangesAsync(act.Ct);
        return await Begin(act, sitting, (PersonId, GroupId), form, State);
    }

    public void Withdraw(Act act, Sitting sitting, string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new Refusal("assessment.refusal.reason") { Field = "Reason" };
        if (reason.Length > MaxReason) throw new Refusal("assessment.refusal.reason-long", MaxReason) { Field = "Reason" };
        End(act);
        EndReason = reason.Trim();
        act.Wrote("assessment.override.withdrawn", this, sitting.Scope, PersonId, before: State, after: new { reason = EndReason });
    }

    private static async Task<Override> Begin(Act act, Sitting sitting, (Guid? Person, Guid? Group) whom, OverrideForm form, object? before)
    {
        form.Check(sitting);
        if (await act.Db.Overrides.AnyAsync(o => o.SittingId == sitting.Id && o.EndedAt == null && o.PersonId == whom.Person && o.GroupId == whom.Group, act.Ct))
            throw new Refusal("assessment.refusal.override-exists") { Field = "Form.Whom" };
        var given = new Override
        {
            No = await act.NextNumber("assessment.override", sitting.Id), SittingId = sitting.Id, CourseId = sitting.CourseId, PersonId = whom.Person, GroupId = whom.Group,
            OpensAt = form.Opens is { } opens ? Texts.Utc(opens) : null, ClosesAt = form.Closes is { } closes ? Texts.Utc(closes) : null,
            Minutes = form.Minutes, Attempts = form.Attempts, Reason = form.Reason!.Trim(), ById = act.Reader.PersonId, At = act.Now,
        };
        act.Db.Add(given);
        act.Wrote("assessment.override.given", given, sitting.Scope, whom.Person, before, given.State);
        return given;
    }

    private void End(Act act)
    {
        if (EndedAt is not null) throw new Refusal("platform.refusal.changed-meanwhile");
        (EndedAt, EndedById) = (act.Now, act.Reader.PersonId);
    }

    private object State => new { No, SittingId, PersonId, GroupId, OpensAt, ClosesAt, Minutes, Attempts, Reason };
}

/// <summary>An exception as it is typed; what stays empty stays as the sitting has it.</summary>
internal sealed class OverrideForm
{
    /// <summary>"person:12" or "group:3".</summary>
    public string? Whom { get; set; }
    public DateTime? Opens { get; set; }
    public DateTime? Closes { get; set; }
    public int? Minutes { get; set; }
    public int? Attempts { get; set; }
    public string? Reason { get; set; }

    public static OverrideForm Of(Override o) => new()
    {
        Opens = o.OpensAt is { } opens ? Texts.Local(opens) : null, Closes = o.ClosesAt is { } closes ? Texts.Local(closes) : null, Minutes = o.Minutes, Attempts = o.Attempts,
    };

    public void Check(Sitting sitting)
    {
        if (Opens is null && Closes is null && Minutes is null && Attempts is null) throw new Refusal("assessment.refusal.override-empty") { Field = "Form.Opens" };
        if ((Closes is { } closes ? Texts.Utc(closes) : sitting.ClosesAt) <= (Opens is { } opens ? Texts.Utc(opens) : sitting.OpensAt)) throw new Refusal("assessment.refusal.window") { Field = "Form.Closes" };
        if (Minutes is < 0 or > Test.MostMinutes) throw new Refusal("assessment.refusal.minutes", Test.MostMinutes) { Field = "Form.Minutes" };
        if (Attempts is < 0 or > 100) throw new Refusal("assessment.refusal.attempts") { Field = "Form.Attempts" };
        if (string.IsNullOrWhiteSpace(Reason)) throw new Refusal("assessment.refusal.reason") { Field = "Form.Reason" };
        if (Reason.Length > Override.MaxReason) throw new Refusal("assessment.refusal.reason-long", Override.MaxReason) { Field = "Form.Reason" };
    }
}

internal sealed class OverrideConfiguration : IEntityTypeConfiguration<Override>
{
    public void Configure(EntityTypeBuilder<Override> b)
    {
        b.ToTable("assessment_overrides");
        b.Property(x => x.Reason).HasMaxLength(Override.MaxReason);
        b.Property(x => x.EndReason).HasMaxLength(Override.MaxReason);
        b.HasIndex(x => new { x.SittingId, x.No }).IsUnique();
        b.HasIndex(x => new { x.SittingId, x.PersonId }).IsUnique().HasFilter("\"EndedAt\" is null").HasDatabaseName("IX_assessment_overrides_person");
        b.HasIndex(x => new { x.SittingId, x.GroupId }).IsUnique().HasFilter("\"EndedAt\" is null").HasDatabaseName("IX_assessment_overrides_group");
        b.HasIndex(x => x.CourseId);
    }
}
