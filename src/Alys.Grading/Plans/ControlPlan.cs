using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Grading;

/// <summary>The control events of a course and the rule that turns their marks into a grade (clauses 31a, 37.M7–M8). One per course.</summary>
internal sealed class ControlPlan : Entity, IVersionedRow
{
    public Guid CourseId { get; init; }
    public decimal RatingWeight { get; set; }
    public decimal ExamWeight { get; set; }
    public decimal AdmissionFrom { get; set; }
    public decimal ExamFrom { get; set; }
    public bool EachRating { get; set; }
    public List<ControlEvent> AllEvents { get; } = [];
    public int RowVersion { get; set; }

    public IReadOnlyList<ControlEvent> Events => [.. AllEvents.Where(e => e.RemovedAt is null).OrderBy(e => e.Part).ThenBy(e => e.Order)];

    public RatingRule Rule => new(RatingWeight, ExamWeight, AdmissionFrom, ExamFrom, EachRating);

    /// <summary>A plan can be reckoned with when each of its three parts has events whose weights sum to 1.</summary>
    public bool IsSound => Enum.GetValues<RatingPart>().All(p => WeightOf(p) == 1);

    public decimal WeightOf(RatingPart part) => AllEvents.Where(e => e.RemovedAt is null && e.Part == part).Sum(e => e.Weight);

    public static ControlPlan Of(Guid courseId)
    {
        var plan = new ControlPlan { CourseId = courseId };
        plan.Set(RatingRule.Usual);
        return plan;
    }

    /// <summary>The plan of a course, made when first needed. Refused while the course's sheet is closed: what is frozen keeps its plan.</summary>
    public static async Task<ControlPlan> ForChange(Act act, Guid courseId)
    {
        if (await act.Db.GradeSheets.Where(GradeSheet.IsClosed).AnyAsync(s => s.CourseId == courseId, act.Ct)) throw new Refusal("grading.refusal.sheet-closed");
        var plan = await act.Db.ControlPlans.Include(p => p.AllEvents).FirstOrDefaultAsync(p => p.CourseId == courseId, act.Ct);
        if (plan is null) act.Db.Add(plan = Of(courseId));
        return plan;
    }

    public void Change(Act act, RatingRule rule)
    {
        var before = Rule;
        Set(rule);
        act.Wrote("grading.plan.rule-changed", this, new Scope(ScopeKinds.Course, CourseId), before: before, after: rule);
    }

    public async Task<ControlEvent> Add(Act act, NewEvent form)
    {
        var part = ControlEvent.PartOf(form.Kind, form.Part);
        var weight = ControlEvent.CheckedWeight(form.Weight);
        if (WeightOf(part) + weight > 1) throw new Refusal("grading.refusal.weights-above-one", 1 - WeightOf(part)) { Field = "Form.Weight" };
        if (form.SittingId is { } sitting && AllEvents.Any(e => e.RemovedAt is null && e.SittingId == sitting)) throw new Refusal("grading.refusal.source-taken") { Field = "Form.Source" };
        if (form.UnitId is { } unit && AllEvents.Any(e => e.RemovedAt is null && e.UnitId == unit)) throw new Refusal("grading.refusal.source-taken") { Field = "Form.Source" };
        var added = new ControlEvent
        {
            No = await act.NextNumber("grading.event"),
            PlanId = Id,
            CourseId = CourseId,
            Title = form.CheckedTitle(),
            Kind = form.Kind,
            Part = part,
            Weight = weight,
            Source = form.SittingId is not null ? MarkSource.Attempt : form.UnitId is not null ? MarkSource.Submission : MarkSource.Manual,
            SittingId = form.SittingId,
            UnitId = form.UnitId,
            Order = AllEvents.Count + 1,
            DueOn = form.DueOn,
        };
        act.Db.Add(added);
        act.Wrote("grading.event.added", added, new Scope(ScopeKinds.Course, CourseId), after: new { added.No, added.Title, added.Kind, added.Part, added.Weight, added.Source, added.DueOn });
        return added;
    }

    /// <summary>Gives an event another title, weight or last day.</summary>
    public void Edit(Act act, ControlEvent edited, NewEvent form)
    {
        var before = new { edited.Title, edited.Weight, edited.DueOn };
        var weight = ControlEvent.CheckedWeight(form.Weight);
        var room = 1 - WeightOf(edited.Part) + edited.Weight;
        if (weight > room) throw new Refusal("grading.refusal.weights-above-one", room) { Field = "Form.Weight" };
        (edited.Title, edited.Weight, edited.DueOn) = (form.CheckedTitle(), weight, form.DueOn);
        act.Wrote("grading.event.edited", edited, new Scope(ScopeKinds.Course, CourseId), before: before, after: new { edited.Title, edited.Weight, edited.DueOn });
    }

    /// <summary>Takes an event out of the plan; its marks stay in the ledger.</summary>
    public void Remove(Act act, ControlEvent removed)
    {
        removed.RemovedAt = act.Now;
        act.Wrote("grading.event.removed", removed, new Scope(ScopeKinds.Course, CourseId), before: new { removed.No, removed.Title, removed.Weight });
    }

    private void Set(RatingRule rule) =>
        (RatingWeight, ExamWeight, AdmissionFrom, ExamFrom, EachRating) = (rule.RatingWeight, rule.ExamWeight, rule.AdmissionFrom, rule.ExamFrom, rule.EachRating);
}

/// <summary>What an event is to be, as a form or the demo institution says it.</summary>
internal sealed class NewEvent
{
    public ControlKind Kind { get; set; }
    public RatingPart Part { get; set; }
    public decimal? Weight { get; set; }
    public string? TitleKk { get; set; }
    public string? TitleRu { get; set; }
    public string? TitleEn { get; set; }
    public DateOnly? DueOn { get; set; }
    public Guid? SittingId { get; set; }
    public Guid? UnitId { get; set; }

    public LocalText CheckedTitle()
    {
        if (string.IsNullOrWhiteSpace(TitleKk)) throw new Refusal("grading.refusal.title") { Field = "Form.TitleKk" };
        return new(TitleKk.Trim(), TitleRu?.Trim() ?? "", TitleEn?.Trim() ?? "");
    }
}

internal sealed class ControlPlanConfiguration : IEntityTypeConfiguration<ControlPlan>
{
    public void Configure(EntityTypeBuilder<ControlPlan> b)
    {
        b.ToTable("grading_plans");
        b.Property(x => x.RatingWeight).HasPrecision(7, 4);
        b.Property(x => x.ExamWeight).HasPrecision(7, 4);
        b.Property(x => x.AdmissionFrom).HasPrecision(5, 2);
        b.Property(x => x.ExamFrom).HasPrecision(5, 2);
        b.Ignore(x => x.Events).Ignore(x => x.Rule).Ignore(x => x.IsSound);
        b.HasIndex(x => x.CourseId).IsUnique();
        b.HasMany(x => x.AllEvents).WithOne().HasForeignKey(e => e.PlanId).OnDelete(DeleteBehavior.Restrict);
    }
}
