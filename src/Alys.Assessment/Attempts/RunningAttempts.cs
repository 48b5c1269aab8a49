using Alys.Assessment.Bank;
using Microsoft.Extensions.Caching.Memory;

namespace Alys.Assessment.Attempts;

/// <summary>What an answer save must know of its attempt. Items and owner never change; state and deadline are what they were when read.</summary>
internal sealed record RunningAttempt(Guid Id, string Code, Guid PersonId, Guid CourseId, DateTime StartedAt, ItemBody[] Items, DateTime Deadline, AttemptState State, DateTime ReadAt)
{
    public bool Accepts(AnswerEvent answer) =>
        answer.Seq is >= 1 and <= Answer.MaxSeq && answer.Item >= 1 && answer.Item <= Items.Length && Items[answer.Item - 1].Accepts(answer.Response);

    /// <summary>The page's own time of an answer, kept between the start and the arrival.</summary>
    public DateTime TimeOf(AnswerEvent answer, DateTime now)
    {
        var first = new DateTimeOffset(StartedAt).ToUnixTimeMilliseconds();
        var last = Math.Max(first, new DateTimeOffset(now).ToUnixTimeMilliseconds());
        return DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(answer.At, first, last)).UtcDateTime;
    }
}

/// <summary>
/// Attempts whose answers come in. An act in this process forgets what it changed; another node's change is seen after a few seconds, and
/// never believed for a write: the statement that stores an answer looks at the attempt's row itself.
/// </summary>
internal sealed class RunningAttempts(Acts acts, ItemBodies bodies, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);
    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    public async ValueTask<RunningAttempt?> Of(string code, bool anew, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        _known.TryGetValue(code, out RunningAttempt? known);
        if (known is not null && !anew && now - known.ReadAt < Fresh) return known;
        var read = known is null
            ? await acts.Read(db => Whole(db, code, now, ct))
            : await acts.Read(async db => await db.Attempts.AsNoTracking().Where(a => a.Id == known.Id).Select(a => new { a.Deadline, a.State }).FirstOrDefaultAsync(ct) is { } state
                ? known with { Deadline = state.Deadline, State = state.State, ReadAt = now } : null);
        if (read is not null) _known.Set(code, read, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(30) });
        return read;
    }

    public void Forget(string code) => _known.Remove(code);

    public void Dispose() => _known.Dispose();

    private async Task<RunningAttempt?> Whole(Db db, string code, DateTime now, CancellationToken ct)
    {
        var attempt = await db.Attempts.AsNoTracking().Include(a => a.Items).FirstOrDefaultAsync(a => a.Code == code, ct);
        if (attempt is null) return null;
        var known = await bodies.Of(db, attempt.Items.Select(i => i.VersionId), ct);
        return new(attempt.Id, code, attempt.PersonId, attempt.CourseId, attempt.StartedAt,
            [.. attempt.Items.OrderBy(i => i.Position).Select(i => known[i.VersionId])], attempt.Deadline, attempt.State, now);
    }
}
