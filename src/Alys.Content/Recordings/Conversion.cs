using Alys.Content.Media;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Content.Recordings;

internal enum ConversionState { Waiting, Running, Done, Failed, Stopped }

/// <summary>That the rungs of a recording are to be made, and how far that has come. It stands in the database, so it goes on after a restart.</summary>
internal sealed class Conversion
{
    /// <summary>What brings the program down this often is not tried again by itself.</summary>
    public const int MostAttempts = 3;

    public Guid MediaId { get; init; }
    public ConversionState State { get; set; }
    public int Percent { get; set; }
    public int Attempts { get; set; }
    public DateTime AskedAt { get; set; }
    public DateTime? StartedAt { get; set; }
    public DateTime? EndedAt { get; set; }

    public bool IsOpen => State is ConversionState.Waiting or ConversionState.Running;

    public void Stop(Act act)
    {
        if (!IsOpen) throw new Refusal("content.refusal.conversion-ended");
        (State, EndedAt) = (ConversionState.Stopped, act.Now);
    }

    /// <summary>Once more; rungs that were finished stay.</summary>
    public void Again(Act act)
    {
        if (IsOpen) throw new Refusal("content.refusal.conversion-open");
        (State, Percent, Attempts, AskedAt, StartedAt, EndedAt) = (ConversionState.Waiting, 0, 0, act.Now, null, null);
    }
}

internal sealed class ConversionConfiguration : IEntityTypeConfiguration<Conversion>
{
    public void Configure(EntityTypeBuilder<Conversion> b)
    {
        b.ToTable("content_conversions");
        b.HasKey(x => x.MediaId);
        b.HasIndex(x => new { x.State, x.AskedAt });
        b.Property(x => x.MediaId).ValueGeneratedNever();
        b.HasOne<StoredMedia>().WithOne().HasForeignKey<Conversion>(x => x.MediaId);
        b.Ignore(x => x.IsOpen);
    }
}
