using System.Security.Cryptography;
using System.Text.Json;

namespace Alys.Platform;

/// <summary>One deed in one transaction: what it changes and what the journal says of it stand or fall together.</summary>
public sealed class Act
{
    private readonly HashSet<string> _pulses = new(StringComparer.Ordinal);
    private readonly string _site;
    private readonly string? _from;

    internal Act(Db db, Reader reader, DateTime now, string site, string? from, CancellationToken ct)
    {
        (Db, Reader, Now, _site, _from, Ct) = (db, reader, now, site, from, ct);
    }

    public Db Db { get; }
    public Reader Reader { get; }
    public DateTime Now { get; }
    public CancellationToken Ct { get; }
    internal IReadOnlyCollection<string> Pulses => _pulses;

    /// <summary>Leaves the act's entry in the journal.</summary>
    /// <param name="what">The fact in the past tense, for example <c>assessment.attempt.submitted</c>.</param>
    /// <param name="about">The object that it is about.</param>
    /// <param name="scope">The course, group … in which it happened.</param>
    /// <param name="person">Whom it concerns, if not the one who did it.</param>
    /// <param name="before">State before, serialised as JSON.</param>
    /// <param name="after">State after, serialised as JSON.</param>
    public void Wrote(string what, Entity about, Scope scope = default, Guid? person = null, object? before = null, object? after = null) =>
        Wrote(what, about.GetType().Name, about.Id, scope, person, before, after);

    /// <inheritdoc cref="Wrote(string, Entity, Scope, Guid?, object?, object?)"/>
    public void Wrote(string what, string objectKind, Guid objectId, Scope scope = default, Guid? person = null, object? before = null, object? after = null)
    {
        _pulses.Add(Platform.Pulses.Fact(what));
        Db.Add(new JournalEntry
        {
            Site = _site,
            At = Now,
            ByPersonId = Reader.IsSignedIn ? Reader.PersonId : null,
            What = what,
            ObjectKind = objectKind,
            ObjectId = objectId,
            ScopeKind = scope.IsNone ? null : scope.Kind,
            ScopeId = scope.IsNone ? null : scope.Id,
            PersonId = person,
            Data = JournalJson.Of(before, after),
            Salt = RandomNumberGenerator.GetBytes(16),
            From = _from,
        });
    }

    /// <summary>The next short number of a kind of object within a scope, starting at 1. Gaps appear only when an act is rolled back.</summary>
    public async Task<int> NextNumber(string kind, Guid scope = default)
    {
        // One statement on both engines; it also locks the row on PostgreSQL until the act ends.
        var next = await Db.Database.SqlQuery<int>($"""
            insert into platform_numbers ("Kind", "ScopeId", "Last") values ({kind}, {scope.ToString("N")}, 1)
            on conflict ("Kind", "ScopeId") do update set "Last" = platform_numbers."Last" + 1 returning "Last" as "Value"
            """).ToListAsync(Ct);
        return next[0];
    }

    /// <summary>Wakes whoever waits for the topic, after the commit.</summary>
    public void Pulse(string topic) => _pulses.Add(topic);
}

internal static class JournalJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    public static string Of(object? before, object? after) => JsonSerializer.Serialize(new { before, after }, Options);

    public static T? Part<T>(string data, string name)
    {
        using var document = JsonDocument.Parse(data);
        return document.RootElement.TryGetProperty(name, out var part) ? part.Deserialize<T>(Options) : default;
    }
}

internal sealed class NumberRow
{
    public required string Kind { get; set; }
    public required string ScopeId { get; set; }
    public int Last { get; set; }
}

internal sealed class NumberRowConfiguration : IEntityTypeConfiguration<NumberRow>
{
    public void Configure(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<NumberRow> b)
    {
        b.ToTable("platform_numbers");
        b.HasKey(x => new { x.Kind, x.ScopeId });
        b.Property(x => x.Kind).HasMaxLength(60);
        b.Property(x => x.ScopeId).HasMaxLength(32);
    }
}
