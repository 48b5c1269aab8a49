using Alys.Content.Verdicts;

namespace Alys.Content;

/// <summary>Where a slot of an e-UMKD stands.</summary>
public enum SlotState
{
    Met,
    NotMet,
    /// <summary>The subject's own plan does not ask for it; the reason says so.</summary>
    NotApplicable,
    /// <summary>Of the additional set: shown, not counted.</summary>
    Optional,
}

/// <summary>Why a slot stands where it does: text key and its values.</summary>
/// <param name="TextKey">Key of the sentence.</param>
/// <param name="Args">Values of its placeholders.</param>
public sealed record SlotReason(string TextKey, params IReadOnlyList<object?> Args)
{
    /// <summary>The page where it can be put right, if there is one.</summary>
    public string? Url { get; init; }
}

/// <summary>The verdict on one slot, or on one rule where <paramref name="Slot"/> is empty.</summary>
/// <param name="Rule">R-36 or R-37.</param>
/// <param name="Clause">Clause of the Order: 36 or 37.</param>
/// <param name="Slot">Code, <c>M5.tasks</c>; its name is the text <c>content.slot.{Slot}</c>.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reasons">Why; empty when it is simply met.</param>
public sealed record SlotVerdict(string Rule, string Clause, string Slot, SlotState State, IReadOnlyList<SlotReason> Reasons);

/// <summary>What say of a pack. R-35 of its subject is met when the pack is network-complete.</summary>
/// <param name="PackId">The pack.</param>
/// <param name="Slots">R-36 first, then every slot in the order of clause 37.</param>
public sealed record PackVerdict(Guid PackId, IReadOnlyList<SlotVerdict> Slots)
{
    /// <summary>Every mandatory slot is filled by published material: the subject may be opened by network technology.</summary>
    public bool IsNetworkComplete => Slots.All(s => s.State != SlotState.NotMet);

    /// <summary>Enough to study without any network (clause 37, the last sentence). Never met until offline packages exist.</summary>
    public bool IsAutonomousComplete => false;
}

/// <summary>Completeness of packs: rules .</summary>
public sealed class Completeness
{
    private readonly ContentOptions _options;

    internal Completeness(ContentOptions options) => _options = options;

    /// <summary>The verdict on a pack now, by what is published.</summary>
    /// <param name="db">The reader's database context; about ten statements.</param>
    /// <param name="packId">A pack; whether the reader may see it was asked before.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="KeyNotFoundException">No such pack.</exception>
    public async Task<PackVerdict> Of(Db db, Guid packId, CancellationToken ct) => Judge.Pack(await PackContents.Read(db, packId, _options.FinalBankFactor, ct));
}
