using Alys.Content.Reviews;

namespace Alys.Content.Packs;

/// <summary>The content was looked at and is still right: moves the day of the next look, with a word why (clause 48.4).</summary>
[Needs(Rights.Write, Rights.Approve)]
internal sealed class LookedModel : PackPage
{
    [BindProperty] public string? Why { get; set; }
    [BindProperty] public DateOnly? Next { get; set; }

    public IReadOnlyList<PackLook> Looks { get; private set; } = [];
    public Func<Guid?, string> NameOf { get; private set; } = null!;
    public bool IsDue => Pack.IsDue(Now);

    public async Task<IActionResult> OnGet()
    {
        if (!await Find()) return NotFound();
        Next ??= DateOnly.FromDateTime(Texts.Local(Now)).AddMonths(Service<ContentOptions>().ReviewMonths);
        Looks = await Db.PackLooks.AsNoTracking().Where(l => l.PackId == Pack.Id).OrderByDescending(l => l.At).ToListAsync(Ct);
        NameOf = await CommentThread.Names(Db, Looks.Select(l => l.ByPersonId), Ct);
        return Page();
    }

    private async Task<bool> Find() => await FindPack(new([.. Pack.ToWriters.Rules, .. (await ReviewReach.Of(Db, Reader, Ct)).ToApprovers.Rules]));

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (!await Find()) throw new Refusal("content.refusal.no-pack");
        PackLook.Make(act, Pack, Why, Next, Service<ContentOptions>());
        return Done($"/content/packs/looked/{Pack.No}", "content.look.done");
    }, OnGet);
}
