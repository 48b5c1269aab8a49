using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Assessment.Attempts;

internal enum AnswerState
{
    Counted,
    /// <summary>Arrived after the attempt was closed: kept, shown to the teacher, counted only once accepted.</summary>
    Late,
    /// <summary>Late, and accepted by a teacher.</summary>
    Accepted,
}

/// <summary>One answer event. Rows are only added; (attempt, client, sequence number) is the key that makes a repeated post harmless.</summary>
internal sealed class Answer
{
    public const int MaxClient = 20, MaxSeq = 20_000;

    public Guid AttemptId { get; init; }
    /// <summary>Random name of one opened attempt page.</summary>
    public required string Client { get; init; }
    /// <summary>1, 2, 3 … within the client.</summary>
    public int Seq { get; init; }
    /// <summary>Position of the item in the attempt.</summary>
    public int Item { get; init; }
    /// <summary>JSON as the learner's page gave it, options in the order in which they were shown.</summary>
    public required string Response { get; init; }
    /// <summary>When it was given, by the server's clock as the page knew it; never before the start nor after the arrival.</summary>
    public DateTime At { get; init; }
    public DateTime ReceivedAt { get; init; }
    public AnswerState State { get; set; }

    /// <summary>Of each client its last word about each item: all that <see cref="Standing"/> looks at, whether an attempt has forty events or four thousand.</summary>
    /// <param name="db">Where to read.</param>
    /// <param name="of">Answers of one attempt or of many.</param>
    public static IQueryable<Answer> LastWords(Db db, IQueryable<Answer> of) =>
        from last in of.Where(a => a.State != AnswerState.Late).GroupBy(a => new { a.AttemptId, a.Client, a.Item }).Select(g => new { g.Key.AttemptId, g.Key.Client, Seq = g.Max(a => a.Seq) })
        join answer in db.Set<Answer>() on new { last.AttemptId, last.Client, last.Seq } equals new { answer.AttemptId, answer.Client, answer.Seq }
        select answer;

    public JsonElement Given() => JsonSerializer.Deserialize(Response, AnswerJson.Default.JsonElement);

    /// <summary>
    /// The answer that stands for each item: the one given last. Within a client the sequence decides, between clients the time at which
    /// it was given, so that an old answer from a machine that was cut off does not undo a newer one from another machine.
    /// </summary>
    public static IReadOnlyDictionary<int, Answer> Standing(IEnumerable<Answer> answers) =>
        answers.Where(a => a.State != AnswerState.Late).GroupBy(a => a.Item).ToDictionary(
            item => item.Key,
            item => item.GroupBy(a => a.Client).Select(c => c.MaxBy(a => a.Seq)!).OrderBy(a => a.At).ThenBy(a => a.ReceivedAt).ThenBy(a => a.Client, StringComparer.Ordinal).Last());
}

internal sealed class AnswerConfiguration : IEntityTypeConfiguration<Answer>
{
    public void Configure(EntityTypeBuilder<Answer> b)
    {
        b.ToTable("assessment_answers");
        b.HasKey(x => new { x.AttemptId, x.Client, x.Seq });
        b.Property(x => x.Client).HasMaxLength(Answer.MaxClient);
    }
}
