using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Platform;

/// <summary>What a post with an idempotency key led to, stored in the act's own transaction: the same key and body get the same answer.</summary>
internal sealed class Outcome
{
    public required string Key { get; init; }
    public Guid PersonId { get; init; }
    public required string BodyHash { get; init; }
    public required string Url { get; init; }
    public DateTime At { get; init; }

    /// <summary>Hash of the form without its antiforgery token: same answers mean the same body.</summary>
    public static string HashOf(IFormCollection form, string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string text) { hash.AppendData(Encoding.UTF8.GetBytes(text)); hash.AppendData([0]); }
        Add(path);
        foreach (var (name, values) in form.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            if (name is "__RequestVerificationToken" or "_key") continue;
            Add(name);
            foreach (var value in values) Add(value ?? "");
        }
        foreach (var file in form.Files) Add($"{file.Name}\u0001{file.FileName}\u0001{file.Length}");
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

internal sealed class OutcomeConfiguration : IEntityTypeConfiguration<Outcome>
{
    public void Configure(EntityTypeBuilder<Outcome> b)
    {
        b.ToTable("platform_outcomes");
        b.HasKey(x => x.Key);
        b.Property(x => x.Key).HasMaxLength(40);
        b.Property(x => x.BodyHash).HasMaxLength(64);
        b.HasIndex(x => x.At);
    }
}

internal sealed class ForgetOutcomes(Acts acts, PlatformOptions options, TimeProvider time) : IJobRun
{
    public Task Run(CancellationToken ct) => acts.Run(Reader.System, async act =>
    {
        var before = time.GetUtcNow().UtcDateTime.AddDays(-options.OutcomeDays);
        await act.Db.Set<Outcome>().Where(o => o.At < before).ExecuteDeleteAsync(ct);
    }, ct);
}
