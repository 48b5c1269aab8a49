using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Claims;
using Microsoft.Extensions.Hosting;

namespace Alys.Access;

/// <summary>
/// Finds the reader of a request from the cookie's session. Kept in memory until anything about access changes anywhere
/// (a pulse, which on PostgreSQL reaches all nodes), and never longer than <see cref="Longest"/>.
/// </summary>
internal sealed class Readers
{
    public const string Changed = "access";
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<Guid, Known> _known = new();
    private readonly Acts _acts;
    private readonly TimeProvider _time;
    private int _epoch;

    public Readers(Acts acts, TimeProvider time, Pulses pulses, IHostApplicationLifetime life)
    {
        (_acts, _time) = (acts, time);
        _ = ForgetWhenChanged(pulses, life.ApplicationStopping);
    }

    public async ValueTask<Reader> Of(HttpContext context)
    {
        if (context.User.FindFirstValue(Claim) is not { } text || !Guid.TryParseExact(text, "N", out var session)) return Reader.Nobody;
        var now = _time.GetUtcNow().UtcDateTime;
        if (_known.TryGetValue(session, out var known) && now - known.At < Longest && now < known.EndsAt) return known.Reader;
        var epoch = Volatile.Read(ref _epoch);
        var (reader, endsAt) = await Read(session, now);
        if (_known.Count > 50_000) _known.Clear();
        // What was read before a change must not be kept after it.
        if (reader.IsSignedIn && epoch == Volatile.Read(ref _epoch)) _known[session] = new(reader, now, endsAt);
        return reader;
    }

    /// <summary>Name of the cookie's only claim: the session's id.</summary>
    public const string Claim = "s";

    private void Forget()
    {
        Interlocked.Increment(ref _epoch);
        _known.Clear();
    }

    private Task<(Reader, DateTime)> Read(Guid session, DateTime now) => _acts.Read(async db =>
    {
        var person = await db.Set<Session>().Where(s => s.Id == session && s.EndedAt == null && s.EndsAt > now)
            .Join(db.People, s => s.PersonId, p => p.Id, (s, p) => new { p.Id, p.Surname, p.Given, p.Language, s.EndsAt }).FirstOrDefaultAsync();
        if (person is null) return (Reader.Nobody, now);
        var today = DateOnly.FromDateTime(Texts.Local(now));
        var rows = await (from g in db.Set<RoleGrant>().Where(RoleGrant.On(today))
                          where g.PersonId == person.Id
                          join r in db.Set<RoleRight>() on g.Role equals r.Role
                          select new { g.Role, g.ScopeKind, g.ScopeId, r.Right }).ToListAsync();
        var rights = rows.GroupBy(r => r.Role).ToDictionary(r => r.Key, r => (IReadOnlySet<string>)r.Select(x => x.Right).ToFrozenSet(StringComparer.Ordinal));
        var grants = rows.Select(r => (r.Role, Scope: new Scope(r.ScopeKind, r.ScopeId))).Distinct().Select(r => new Grant(r.Role, r.Scope, rights[r.Role]));
        var name = person.Given.Length > 0 && person.Surname.Length > 0 ? $"{person.Surname} {person.Given[0]}." : person.Surname + person.Given;
        return (new Reader(person.Id, name, person.Language, [.. grants]), person.EndsAt);
    });

    private async Task ForgetWhenChanged(Pulses pulses, CancellationToken ct)
    {
        try
        {
            var next = pulses.Wait(Changed, ct);
            while (true)
            {
                await next;
                next = pulses.Wait(Changed, ct);
                Forget();
            }
        }
        catch (OperationCanceledException)
        {
            // The program is stopping.
        }
    }

    private sealed record Known(Reader Reader, DateTime At, DateTime EndsAt);
}
