using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Content.Packs;

/// <summary>Somebody looked through the content of a pack and found it still right (clause 48.4), which moved the day of the next look.</summary>
internal sealed class PackLook : Entity
{
    public const int MaxWhy = 1000;

    public Guid PackId { get; init; }
    public DateTime At { get; init; }
    public Guid? ByPersonId { get; init; }
    public required string Why { get; init; }
    public DateOnly? Before { get; init; }
    public DateOnly ReviewBy { get; init; }

    /// <exception cref="Refusal">Nothing was published yet, the word is missing, or the day is not one of the coming term.</exception>
    public static PackLook Make(Act act, Pack pack, string? why, DateOnly? next, ContentOptions options)
    {
        var today = DateOnly.FromDateTime(Texts.Local(act.Now));
        var latest = today.AddMonths(options.ReviewMonths);
        if (pack.ReviewBy is null) throw new Refusal("content.refusal.nothing-to-look-at");
        var said = Typed.Words(why, MaxWhy, "content.refusal.look-why", "Why");
        if (next <= today || next > latest || next is not { } day) throw new Refusal("content.refusal.look-day", latest) { Field = "Next" };
        var look = new PackLook { PackId = pack.Id, At = act.Now, ByPersonId = act.Reader.IsSignedIn ? act.Reader.PersonId : null, Why = said, Before = pack.ReviewBy, ReviewBy = day };
        pack.ReviewBy = day;
        act.Db.Add(look);
        act.Wrote("content.pack.looked", pack, pack.Scope, before: new { reviewBy = look.Before }, after: new { reviewBy = day, why = said });
        return look;
    }
}

/// <summary>Tells once of each pack that has passed its day.</summary>
internal sealed class TellDuePacks(Acts acts) : IJobRun
{
    public Task Run(CancellationToken ct) => acts.Run(Reader.System, Tell, ct);

    public static async Task Tell(Act act)
    {
        var today = DateOnly.FromDateTime(Texts.Local(act.Now));
        foreach (var pack in await act.Db.Packs.Where(p => p.ReviewBy < today && (p.ToldOf == null || p.ToldOf != p.ReviewBy)).ToListAsync(act.Ct))
        {
            pack.ToldOf = pack.ReviewBy;
            act.Wrote(Facts.PackDue, pack, pack.Scope, after: new PackDueFact(pack.No, pack.SubjectId, pack.Title, pack.ReviewBy!.Value));
        }
    }
}

internal sealed class PackLookConfiguration : IEntityTypeConfiguration<PackLook>
{
    public void Configure(EntityTypeBuilder<PackLook> b)
    {
        b.ToTable("content_pack_looks");
        b.HasIndex(x => new { x.PackId, x.At });
        b.Property(x => x.Why).HasMaxLength(PackLook.MaxWhy);
        b.HasOne<Pack>().WithMany().HasForeignKey(x => x.PackId);
    }
}
