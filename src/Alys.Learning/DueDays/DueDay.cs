using Alys.Learning.Courses;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Learning.DueDays;

/// <summary>The last day of a task in one course, where it is another than the plan's week gives.</summary>
internal sealed class DueDay : Entity, IVersionedRow
{
    public required Guid CourseId { get; init; }
    public required Guid UnitId { get; init; }
    public required DateOnly On { get; set; }
    public int RowVersion { get; set; }

    /// <summary>Moves the last day of a task; null goes back to the plan's.</summary>
    /// <exception cref="Refusal">The day is over, or after the end of the course.</exception>
    public static async Task Move(Act act, CourseHead course, Guid unit, DateOnly? on)
    {
        if (on < DateOnly.FromDateTime(Texts.Local(act.Now))) throw new Refusal("learning.refusal.day-over") { Field = "On" };
        if (on > course.End) throw new Refusal("learning.refusal.day-after-course", course.End) { Field = "On" };
        var known = await act.Db.DueDays.FirstOrDefaultAsync(d => d.CourseId == course.Id && d.UnitId == unit, act.Ct);
        var before = new { known?.On };
        if (known is not null && on is { } other) known.On = other;
        else if (known is not null) act.Db.Remove(known);
        else if (on is { } first) act.Db.Add(known = new DueDay { CourseId = course.Id, UnitId = unit, On = first });
        if (known is not null && before.On != on) act.Wrote(LearningFacts.DueDayMoved, known, course.Scope, before: before, after: new { unitId = unit, on });
    }
}

internal sealed class DueDayConfiguration : IEntityTypeConfiguration<DueDay>
{
    public void Configure(EntityTypeBuilder<DueDay> b)
    {
        b.ToTable("learning_due_days");
        b.HasIndex(x => new { x.CourseId, x.UnitId }).IsUnique();
    }
}
