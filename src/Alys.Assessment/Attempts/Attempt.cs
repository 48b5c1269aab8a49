using System.Security.Cryptography;
using Alys.Assessment.Bank;
using Alys.Assessment.Draw;
using Alys.Assessment.Regrades;
using Alys.Assessment.Sittings;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Assessment.Attempts;

/// <summary>One learner's go at a sitting: the item versions drawn, their order, the server's deadline, and what came of it.</summary>
internal sealed class Attempt : Entity
{
    private const string CodeLetters = "23456789abcdefghjkmnpqrstuvwxyz";

    public string Code { get; init; } = RandomNumberGenerator.GetString(CodeLetters, 12);
    public Guid SittingId { get; init; }
    public Guid CourseId { get; init; }
    public Guid PersonId { get; init; }
    public int Number { get; init; }
    public long Seed { get; init; }
    public AttemptState State { get; private set; }
    public DateTime StartedAt { get; init; }
    public DateTime Deadline { get; private set; }
    public DateTime? SubmittedAt { get; private set; }
    public decimal? Points { get; private set; }
    public decimal MaxPoints { get; private set; }
    public bool IsMarked { get; private set; }
    public List<AttemptItem> Items { get; } = [];

    public static readonly Visibility<Attempt> Visibility = new(
        new Rule<Attempt>("assessment.attempt.own", r => r.IsSignedIn ? x => x.PersonId == r.PersonId : null),
        new Rule<Attempt>("assessment.attempt.course", r => r.ScopesOf(Rights.Watch, ScopeKinds.Course) is { Length: > 0 } courses ? x => courses.Contains(x.CourseId) : null),
        new Rule<Attempt>("assessment.attempt.everywhere", r => r.Everywhere(Rights.Watch) ? x => true : null));

    public Scope Scope => new(ScopeKinds.Course, CourseId);
    public AttemptFact Fact => new(CourseId, SittingId, PersonId, Points, MaxPoints);

    /// <summary>The rules of starting are the start page's; here the form is drawn and pinned.</summary>
    /// <exception cref="Refusal">The bank has too few items.</exception>
    public static Attempt Begin(Sitting sitting, IEnumerable<Candidate> bank, Guid personId, int number, Terms terms, DateTime now)
    {
        var seed = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8));
        var form = Form.Draw(sitting.Plan, bank, seed) ?? throw new Refusal("assessment.refusal.bank-too-small");
        var attempt = new Attempt
        {
            SittingId = sitting.Id, CourseId = sitting.CourseId, PersonId = personId, Number = number, Seed = seed,
            StartedAt = now, Deadline = terms.DeadlineOf(now), MaxPoints = form.Sum(d => d.Points),
        };
        attempt.Items.AddRange(form.Select((d, i) => new AttemptItem
        {
            AttemptId = attempt.Id, Position = i + 1, VersionId = d.Item.VersionId, MaxPoints = d.Points, Order = d.Order.Text,
        }));
        return attempt;
    }

    public void Extend(TimeSpan extra) => Deadline += extra;

    /// <summary>Later, never earlier: nobody loses time in the middle of an attempt.</summary>
    public void MoveDeadline(DateTime deadline)
    {
        if (deadline > Deadline) Deadline = deadline;
    }

    /// <summary>Ends the attempt and scores what needs no person. The row must have been locked before the answers were read.</summary>
    public void Close(AttemptState how, IReadOnlyDictionary<int, Answer> answers, Func<Guid, ItemBody> bodies, DateTime at)
    {
        (State, SubmittedAt) = (how, at);
        Score(answers, bodies);
    }

    /// <summary>Scores anew, for example after late answers were accepted. What a person marked stays.</summary>
    public void Score(IReadOnlyDictionary<int, Answer> answers, Func<Guid, ItemBody> bodies)
    {
        foreach (var item in Items) item.Score(bodies, answers.GetValueOrDefault(item.Position));
        Sum();
    }

    public void Mark(int position, decimal points)
    {
        Items.Single(i => i.Position == position).Mark(points);
        Sum();
    }

    /// <summary>Has an item reckoned otherwise. While the attempt runs it is only noted: it is scored when it is closed.</summary>
    public void Rule(AttemptItem item, RegradeWish wish, Answer? answer, Func<Guid, ItemBody> bodies)
    {
        item.Rule(wish.Ruling, wish.KeyId);
        if (State == AttemptState.Running)
        {
            MaxPoints = Items.Sum(i => i.Weight);
            return;
        }
        item.Score(bodies, answer);
        Sum();
    }

    private void Sum()
    {
        Points = Items.Sum(i => i.Earned);
        MaxPoints = Items.Sum(i => i.Weight);
        IsMarked = Items.All(i => !i.Waits);
    }
}

/// <summary>An item version within an attempt: its place, its points, the order of its options.</summary>
internal sealed class AttemptItem
{
    public Guid AttemptId { get; init; }
    /// <summary>From 1.</summary>
    public int Position { get; init; }
    public Guid VersionId { get; init; }
    public decimal MaxPoints { get; init; }
    public string Order { get; init; } = "";
    public decimal? Points { get; private set; }
    public bool NeedsPerson { get; private set; }
    public bool MarkedByPerson { get; private set; }
    /// <summary>How a regrade has it reckoned. What key or person gave stays in <see cref="Points"/> beside it.</summary>
    public Ruling Ruling { get; private set; }
    /// <summary>The version whose key scores it, where a regrade says that it is not the one shown.</summary>
    public Guid? KeyVersionId { get; private set; }

    /// <summary>The points that count.</summary>
    public decimal Earned => Ruling switch { Ruling.FullMarks => MaxPoints, Ruling.LeftOut => 0, _ => Points ?? 0 };
    /// <summary>The points that can be had.</summary>
    public decimal Weight => Ruling == Ruling.LeftOut ? 0 : MaxPoints;
    /// <summary>A person must still mark it.</summary>
    public bool Waits => NeedsPerson && Ruling == Ruling.ByKey;
    public IEnumerable<Guid> Versions => KeyVersionId is { } key ? [VersionId, key] : [VersionId];

    public void Rule(Ruling ruling, Guid? keyVersionId) => (Ruling, KeyVersionId) = (ruling, keyVersionId);

    public void Score(Func<Guid, ItemBody> bodies, Answer? answer)
    {
        if (MarkedByPerson) return;
        var order = new Order(Order);
        var score = KeyVersionId is { } key ? KeyChange.Score(bodies(VersionId), bodies(key), answer?.Given(), order) : bodies(VersionId).Score(answer?.Given(), order);
        (Points, NeedsPerson) = (score.Points(MaxPoints), score.NeedsPerson);
    }

    public void Mark(decimal points)
    {
        if (Ruling != Ruling.ByKey) throw new Refusal("assessment.refusal.ruled");
        if (points < 0 || points > MaxPoints) throw new Refusal("assessment.refusal.mark-range", MaxPoints) { Field = "Points" };
        (Points, NeedsPerson, MarkedByPerson) = (Math.Round(points, 2, MidpointRounding.AwayFromZero), false, true);
    }
}

internal sealed class AttemptConfiguration : IEntityTypeConfiguration<Attempt>
{
    public void Configure(EntityTypeBuilder<Attempt> b)
    {
        b.ToTable("assessment_attempts");
        b.Property(x => x.Code).HasMaxLength(16);
        b.Property(x => x.Points).HasPrecision(9, 2);
        b.Property(x => x.MaxPoints).HasPrecision(9, 2);
        b.Ignore(x => x.Scope);
        b.Ignore(x => x.Fact);
        b.HasIndex(x => x.Code).IsUnique();
        b.HasIndex(x => new { x.SittingId, x.PersonId, x.Number }).IsUnique();
        b.HasIndex(x => new { x.PersonId, x.StartedAt });
        b.HasIndex(x => new { x.State, x.Deadline });
        b.HasIndex(x => new { x.CourseId, x.IsMarked });
        b.HasMany(x => x.Items).WithOne().HasForeignKey(x => x.AttemptId);
    }
}

internal sealed class AttemptItemConfiguration : IEntityTypeConfiguration<AttemptItem>
{
    public void Configure(EntityTypeBuilder<AttemptItem> b)
    {
        b.ToTable("assessment_attempt_items");
        b.HasKey(x => new { x.AttemptId, x.Position });
        b.Property(x => x.Order).HasMaxLength(200);
        b.Ignore(x => x.Earned).Ignore(x => x.Weight).Ignore(x => x.Waits).Ignore(x => x.Versions);
        b.Property(x => x.MaxPoints).HasPrecision(9, 2);
        b.Property(x => x.Points).HasPrecision(9, 2);
        b.HasIndex(x => new { x.NeedsPerson, x.AttemptId });
        b.HasIndex(x => x.VersionId);
    }
}
