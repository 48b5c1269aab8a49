using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;

namespace Alys.Assessment.Attempts;

/// <summary>
/// The hot path: answers of a running attempt, each one answer row and one journal row, acknowledged after the durable commit. No EF here.
/// The insert itself asks whether the attempt is this person's, running and within its deadline.
/// </summary>
internal sealed class AnswerSaves(Lane lane, RunningAttempts running, LateAnswers lateAnswers, IAntiforgery antiforgery, AssessmentOptions options, TimeProvider time)
{
    public const int MostAnswers = 100;
    private const int MostBytes = 1024 * 1024;

    private readonly string _insert = $"""
        insert into assessment_answers ("AttemptId","Client","Seq","Item","Response","At","ReceivedAt","State")
        select @p0,@p1,@p2,@p3,@p4,@p5,@p6,'Counted' where exists (select 1 from assessment_attempts
        where "Id"=@p0 and "PersonId"=@p7 and "State"='Running' and "Deadline">=@p8{lane.RowShare}) on conflict do nothing
        """;

    public async Task Save(HttpContext context)
    {
        var ct = context.RequestAborted;
        var reader = context.Reader();
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            await Complain(context, StatusCodes.Status400BadRequest, "assessment.refusal.stale-page");
            return;
        }
        var code = (string)context.Request.RouteValues["code"]!;
        var attempt = await running.Of(code, anew: false, ct);
        if (attempt is null || attempt.PersonId != reader.PersonId)
        {
            await Complain(context, StatusCodes.Status404NotFound, "assessment.refusal.no-attempt");
            return;
        }
        if (await Read(context.Request, ct) is not { } batch)
        {
            await Complain(context, StatusCodes.Status422UnprocessableEntity, "assessment.refusal.answers-unreadable");
            return;
        }
        try
        {
            await Reply(context, await Store(attempt, reader, batch, context.From(), ct));
        }
        catch (Refusal refusal)
        {
            await Complain(context, refusal.Status, refusal.TextKey);
        }
    }

    private static async Task<AnswerBatch?> Read(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength is null or > MostBytes) return null;
        try
        {
            var batch = await JsonSerializer.DeserializeAsync(request.Body, AnswerJson.Default.AnswerBatch, ct);
            return batch is { Client: { Length: > 0 and <= Answer.MaxClient } client, Answers: { Count: <= MostAnswers } answers }
                && client.All(char.IsAsciiLetterOrDigit) && answers.All(a => a is not null) ? batch : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Stores what fits the attempt's items, each answer durably before this returns.</summary>
    public async Task<AnswerReply> Store(RunningAttempt attempt, Reader reader, AnswerBatch batch, string? from, CancellationToken ct)
    {
        List<int> saved = [], late = [], refused = [];
        var now = time.GetUtcNow().UtcDateTime;
        var fitting = new List<(AnswerEvent Answer, Task<int> Stored)>(batch.Answers!.Count);
        foreach (var answer in batch.Answers)
        {
            // All of a batch go into the lane before the first is awaited: one commit for all on an engine that groups.
            if (attempt.Accepts(answer)) fitting.Add((answer, lane.Write(Statements(attempt, reader, batch.Client!, answer, now, from), ct)));
            else refused.Add(answer.Seq);
        }
        var missed = new List<AnswerEvent>();
        foreach (var (answer, stored) in fitting)
        {
            if (await stored > 0) saved.Add(answer.Seq);
            else missed.Add(answer);
        }
        if (missed.Count > 0) await lateAnswers.Settle(attempt, reader, batch.Client!, missed, saved, late, ct);
        var current = attempt;
        if (missed.Count > 0 || attempt.State != AttemptState.Running || attempt.Deadline <= now) current = await running.Of(attempt.Code, anew: true, ct) ?? attempt;
        return new(saved, late, refused, Milliseconds(current.Deadline - now), new DateTimeOffset(now).ToUnixTimeMilliseconds(), current.State.ToString());
    }

    private HotStatement[] Statements(RunningAttempt attempt, Reader reader, string client, AnswerEvent answer, DateTime now, string? from) =>
    [
        new(_insert, attempt.Id, client, answer.Seq, answer.Item, answer.Response.GetRawText(), attempt.TimeOf(answer, now), now, reader.PersonId, now - options.Grace),
        lane.Journal(reader, "assessment.answer.saved", nameof(Attempt), attempt.Id, new(ScopeKinds.Course, attempt.CourseId), now, new SavedAnswer(answer.Item, client, answer.Seq), from, reader.PersonId),
    ];

    private static long Milliseconds(TimeSpan left) => Math.Max(0, (long)left.TotalMilliseconds);

    private static Task Reply(HttpContext context, AnswerReply reply) => Write(context, StatusCodes.Status200OK, JsonSerializer.SerializeToUtf8Bytes(reply, AnswerJson.Default.AnswerReply));

    private static Task Complain(HttpContext context, int status, string textKey) =>
        Write(context, status, JsonSerializer.SerializeToUtf8Bytes(new Complaint(context.Texts()[textKey]), AnswerJson.Default.Complaint));

    private static Task Write(HttpContext context, int status, byte[] json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        // A hundred bytes are not worth a compressor.
        context.Response.Headers.ContentEncoding = "identity";
        context.Response.ContentLength = json.Length;
        return context.Response.Body.WriteAsync(json, 0, json.Length, context.RequestAborted);
    }
}

internal sealed record SavedAnswer(int Item, string Client, int Seq);
