using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Access;

/// <summary>A sign-in on one device, until it is ended by the person, by time or from outside.</summary>
internal sealed class Session : Entity
{
    public Guid PersonId { get; init; }
    public DateTime StartedAt { get; init; }
    public DateTime EndsAt { get; init; }
    public DateTime? EndedAt { get; set; }
    public string? From { get; init; }
    public string? Device { get; init; }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> b)
    {
        b.ToTable("access_sessions");
        b.HasIndex(x => x.PersonId);
        b.Property(x => x.From).HasMaxLength(64);
        b.Property(x => x.Device).HasMaxLength(200);
        b.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId);
    }
}
