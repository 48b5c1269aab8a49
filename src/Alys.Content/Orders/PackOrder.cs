using System.Linq.Expressions;
using Alys.Access;
using Alys.Content.Packs;
using Alys.Curriculum;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Content.Orders;

/// <summary>
/// That a teaching material is to be made or bought: what, by whom, in which steps, by when, and how it ended (clause 13: the didactics service develops,
/// buys and introduces electronic textbooks, multimedia courses and guides).
/// </summary>
internal sealed class PackOrder : NumberedEntity, IVersionedRow
{
    public Guid SubjectId { get; init; }
    public required string Language { get; init; }
    public OrderedKind Kind { get; init; }
    public OrderOrigin Origin { get; init; }
    public required string Title { get; init; }
    /// <summary>Decision or order by which it is made or bought.</summary>
    public required string Ground { get; init; }
    public DateOnly GroundDate { get; init; }
    /// <summary>Who makes it; for a purchase, who sees to it.</summary>
    public Guid MakerId { get; init; }
    /// <summary>Purchases: from whom, and by which contract.</summary>
    public string? Supplier { get; init; }
    public string? Contract { get; init; }
    /// <summary>Last day for putting it to use.</summary>
    public DateOnly DueOn { get; private set; }
    public DateTime At { get; init; }
    public Guid? ByPersonId { get; init; }
    /// <summary>The due day of which it was told that it has passed, so that it is told once.</summary>
    public DateOnly? ToldOf { get; set; }
    public int RowVersion { get; set; }

    public List<OrderStep> Steps { get; } = [];
    public List<OrderMove> Moves { get; } = [];
    public OrderEnd? End { get; private set; }

    public Scope Scope => new(ScopeKinds.Subject, SubjectId);

    public static readonly Visibility<PackOrder> ToKeepers = new(
        new("content.order.everywhere", r => r.Everywhere(Rights.Order) ? _ => true : null),
        new("content.order.subject", r => r.ScopesOf(Rights.Order, ScopeKinds.Subject) is { Length: > 0 } subjects ? o => subjects.Contains(o.SubjectId) : null));

    /// <summary>Whoever makes it reports its steps.</summary>
    public static readonly Visibility<PackOrder> ToMakers = new(
    [
        .. ToKeepers.Rules,
        new("content.order.maker", r => r.IsSignedIn ? o => o.MakerId == r.PersonId : null),
    ]);

    /// <summary>Under way, with a day that is past.</summary>
    public static Expression<Func<PackOrder, bool>> LateOn(DateOnly day) => o => o.End == null && (o.DueOn < day || o.Steps.Any(s => s.DoneAt == null && s.DueOn < day));

    /// <summary>Who may be given an order: whoever may write materials on the day.</summary>
    public static IQueryable<PersonRow> Makers(Db db, DateOnly day) =>
        db.Set<PersonRow>().Where(p => db.Set<RightHolderRow>().Any(h => h.PersonId == p.Id && h.Right == Rights.Write && h.From <= day && (h.Until == null || h.Until >= day)));

    public OrderStep? NextStep => End is null ? Steps.OrderBy(s => s.Order).FirstOrDefault(s => s.DoneAt is null) : null;

    /// <summary>The earliest day that is still to be kept; null once the order has ended.</summary>
    public DateOnly? NextDue => End is null ? Steps.Where(s => s.DoneAt is null).Select(s => s.DueOn).Append(DueOn).Min() : null;

    public bool IsOverdue(DateOnly today) => NextDue < today;

    /// <exception cref="Refusal">Something that the order needs is missing, or its days do not follow each other.</exception>
    public static async Task<PackOrder> Place(Act act, SubjectRow subject, OrderForm form)
    {
        var today = DateOnly.FromDateTime(Texts.Local(act.Now));
        if (!PackChoices.Languages.Contains(form.Language)) throw new Refusal("content.refusal.language") { Field = "Form.Language" };
        var maker = await Makers(act.Db, today).FirstOrDefaultAsync(p => p.No == form.MakerNo, act.Ct) ?? throw new Refusal("content.refusal.order-maker") { Field = "Form.MakerNo" };
        if (form.GroundDate is not { } groundDate || groundDate > today) throw new Refusal("content.refusal.order-ground-date") { Field = "Form.GroundDate" };
        if (form.DueOn is not { } due || due < groundDate) throw new Refusal("content.refusal.order-due") { Field = "Form.DueOn" };
        var order = new PackOrder
        {
            No = await act.NextNumber("content.order"),
            SubjectId = subject.Id,
            Language = form.Language!,
            Kind = form.Kind,
            Origin = form.Origin,
            Title = Typed.Words(form.Title, 300, "content.refusal.order-title", "Form.Title"),
            Ground = Typed.Words(form.Ground, 300, "content.refusal.order-ground", "Form.Ground"),
            GroundDate = groundDate,
            MakerId = maker.Id,
            Supplier = form.Origin == OrderOrigin.Purchased ? Typed.Words(form.Supplier, 300, "content.refusal.order-supplier", "Form.Supplier") : null,
            Contract = form.Origin == OrderOrigin.Purchased ? Typed.Optional(form.Contract, 300, "Form.Contract") : null,
            DueOn = due,
            At = act.Now,
            ByPersonId = act.Reader.IsSignedIn ? act.Reader.PersonId : null,
        };
        order.Steps.AddRange(StepsOf(form, order));
        act.Db.Add(order);
        act.Wrote(Facts.OrderPlaced, order, order.Scope, maker.Id, after: order.Fact());
        return order;
    }

    private static IEnumerable<OrderStep> StepsOf(OrderForm form, PackOrder order)
    {
        var before = order.GroundDate;
        var steps = new List<OrderStep>();
        foreach (var (index, line) in form.Steps.Index())
        {
            if (string.IsNullOrWhiteSpace(line.Title)) continue;
            var title = Typed.Words(line.Title, 200, "content.refusal.order-step", $"Form.Steps[{index}].Title");
            if (line.DueOn is not { } day || day < before || day > order.DueOn) throw new Refusal("content.refusal.order-step-day", title, before, order.DueOn) { Field = $"Form.Steps[{index}].DueOn" };
            steps.Add(new OrderStep { OrderId = order.Id, Order = steps.Count + 1, Title = title, DueOn = day });
            before = day;
        }
        return steps.Count > 0 ? steps : throw new Refusal("content.refusal.order-no-steps") { Field = "Form.Steps[0].Title" };
    }

    public void Finish(Act act, OrderStep step, string? word)
    {
        RefuseEnded();
        if (step.DoneAt is not null) throw new Refusal("content.refusal.order-step-done", step.Title);
        if (NextStep != step) throw new Refusal("content.refusal.order-step-before", NextStep!.Title);
        var said = Typed.Optional(word, 1000, "Word");
        step.DoneAt = act.Now;
        step.DoneByPersonId = act.Reader.PersonId;
        step.Word = said;
        act.Wrote("content.order.step-done", this, Scope, MakerId, after: new { orderNo = No, step.Order, step.Title, step.Word });
    }

    /// <summary>Moves a day that cannot be kept; the old one stays readable.</summary>
    /// <param name="step">Whose day; null: the day of the whole order.</param>
    public void Move(Act act, OrderStep? step, DateOnly? to, string? why)
    {
        RefuseEnded();
        if (step?.DoneAt is not null) throw new Refusal("content.refusal.order-step-done", step.Title);
        var from = step?.DueOn ?? DueOn;
        var (earliest, latest) = Between(step);
        if (to is not { } day || day == from || day < earliest || day > latest) throw new Refusal(latest == DateOnly.MaxValue ? "content.refusal.order-move-after" : "content.refusal.order-move", earliest, latest) { Field = "To" };
        var said = Typed.Words(why, 1000, "content.refusal.order-why", "Why");
        Moves.Add(new OrderMove { OrderId = Id, Step = step?.Order, From = from, To = day, Why = said, At = act.Now, ByPersonId = act.Reader.PersonId });
        act.Db.Add(Moves[^1]);
        if (step is null) DueOn = day; else step.DueOn = day;
        act.Wrote("content.order.moved", this, Scope, MakerId, before: new { day = from }, after: new { orderNo = No, step?.Order, day, why = said });
    }

    private (DateOnly Earliest, DateOnly Latest) Between(OrderStep? step)
    {
        if (step is null) return (Steps.Max(s => s.DueOn), DateOnly.MaxValue);
        var earlier = Steps.Where(s => s.Order < step.Order).Select(s => s.DueOn).Append(GroundDate).Max();
        return (earlier, Steps.Where(s => s.Order > step.Order).Select(s => s.DueOn).Append(DueOn).Min());
    }

    /// <summary>Puts to use what was made or bought, by a dated document, naming the pack where it is one.</summary>
    public void PutToUse(Act act, Pack? pack, string? document, DateOnly? day)
    {
        RefuseEnded();
        if (NextStep is { } open) throw new Refusal("content.refusal.order-open-step", open.Title);
        if (Kind == OrderedKind.Pack && pack is null) throw new Refusal("content.refusal.order-pack") { Field = "PackNo" };
        var named = Typed.Words(document, 300, "content.refusal.order-document", "Document");
        if (day is not { } date || date < GroundDate || date > DateOnly.FromDateTime(Texts.Local(act.Now))) throw new Refusal("content.refusal.order-document-date", GroundDate) { Field = "DocumentDate" };
        EndWith(act, new OrderEnd { OrderId = Id, Kind = OrderEndKind.PutToUse, Document = named, DocumentDate = date, PackId = pack?.Id, At = act.Now, ByPersonId = act.Reader.PersonId });
        act.Wrote("content.order.put-to-use", this, Scope, MakerId, after: new { orderNo = No, Title, document = named, date, pack = pack?.No });
    }

    public void Cancel(Act act, string? why)
    {
        RefuseEnded();
        var said = Typed.Words(why, 1000, "content.refusal.order-why", "Why");
        EndWith(act, new OrderEnd { OrderId = Id, Kind = OrderEndKind.Cancelled, Why = said, At = act.Now, ByPersonId = act.Reader.PersonId });
        act.Wrote("content.order.cancelled", this, Scope, MakerId, after: new { orderNo = No, Title, why = said });
    }

    public OrderFact Fact() => new(No, SubjectId, Title, DueOn) { MakerId = MakerId };

    private void EndWith(Act act, OrderEnd end)
    {
        End = end;
        act.Db.Add(end);
    }

    private void RefuseEnded()
    {
        if (End is not null) throw new Refusal(End.Kind == OrderEndKind.Cancelled ? "content.refusal.order-cancelled" : "content.refusal.order-in-use");
    }

}

/// <summary>A step of an order with its day.</summary>
internal sealed class OrderStep : Entity
{
    public Guid OrderId { get; init; }
    /// <summary>From 1.</summary>
    public int Order { get; init; }
    public required string Title { get; init; }
    public DateOnly DueOn { get; set; }
    public DateTime? DoneAt { get; set; }
    public Guid? DoneByPersonId { get; set; }
    public string? Word { get; set; }
}

/// <summary>That a day was moved, and why.</summary>
internal sealed class OrderMove : Entity
{
    public Guid OrderId { get; init; }
    /// <summary>Number of the step; null: the day of the whole order.</summary>
    public int? Step { get; init; }
    public DateOnly From { get; init; }
    public DateOnly To { get; init; }
    public required string Why { get; init; }
    public DateTime At { get; init; }
    public Guid ByPersonId { get; init; }
}

/// <summary>How an order ended.</summary>
internal sealed class OrderEnd : Entity
{
    public Guid OrderId { get; init; }
    public OrderEndKind Kind { get; init; }
    /// <summary>Put to use: by which document.</summary>
    public string? Document { get; init; }
    public DateOnly? DocumentDate { get; init; }
    public Guid? PackId { get; init; }
    /// <summary>Cancelled: why.</summary>
    public string? Why { get; init; }
    public DateTime At { get; init; }
    public Guid ByPersonId { get; init; }
}

internal sealed class PackOrderConfiguration : IEntityTypeConfiguration<PackOrder>
{
    public void Configure(EntityTypeBuilder<PackOrder> b)
    {
        b.ToTable("content_orders");
        b.HasIndex(x => x.No).IsUnique();
        b.HasIndex(x => x.SubjectId);
        b.HasIndex(x => x.MakerId);
        b.Property(x => x.Language).HasMaxLength(2);
        b.Property(x => x.Title).HasMaxLength(300);
        b.Property(x => x.Ground).HasMaxLength(300);
        b.Property(x => x.Supplier).HasMaxLength(300);
        b.Property(x => x.Contract).HasMaxLength(300);
        b.Ignore(x => x.Scope);
        b.Ignore(x => x.NextStep);
        b.Ignore(x => x.NextDue);
        b.HasMany(x => x.Steps).WithOne().HasForeignKey(x => x.OrderId);
        b.HasMany(x => x.Moves).WithOne().HasForeignKey(x => x.OrderId);
        b.HasOne(x => x.End).WithOne().HasForeignKey<OrderEnd>(x => x.OrderId);
    }
}

internal sealed class OrderStepConfiguration : IEntityTypeConfiguration<OrderStep>
{
    public void Configure(EntityTypeBuilder<OrderStep> b)
    {
        b.ToTable("content_order_steps");
        b.HasIndex(x => new { x.OrderId, x.Order }).IsUnique();
        b.Property(x => x.Title).HasMaxLength(200);
        b.Property(x => x.Word).HasMaxLength(1000);
    }
}

internal sealed class OrderMoveConfiguration : IEntityTypeConfiguration<OrderMove>
{
    public void Configure(EntityTypeBuilder<OrderMove> b)
    {
        b.ToTable("content_order_moves");
        b.Property(x => x.Why).HasMaxLength(1000);
    }
}

internal sealed class OrderEndConfiguration : IEntityTypeConfiguration<OrderEnd>
{
    public void Configure(EntityTypeBuilder<OrderEnd> b)
    {
        b.ToTable("content_order_ends");
        b.HasIndex(x => x.OrderId).IsUnique();
        b.Property(x => x.Document).HasMaxLength(300);
        b.Property(x => x.Why).HasMaxLength(1000);
    }
}
