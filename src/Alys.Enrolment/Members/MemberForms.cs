using Alys.Access;

namespace Alys.Enrolment;

/// <summary>An act that concerns a learner: its day and what the order on paper says.</summary>
internal abstract class MovementForm : AppPage
{
    [BindProperty(SupportsGet = true, Name = "group")] public int GroupNo { get; set; }
    [BindProperty] public DateOnly? Date { get; set; }
    [BindProperty] public string? OrderNumber { get; set; }
    [BindProperty] public string? Reason { get; set; }
    public Group Group { get; protected set; } = null!;

    protected Movements.Order Order() => new(
        Date ?? throw new Refusal("platform.refusal.value-missing") { Field = "Date" },
        (OrderNumber ?? "").Length <= 60 ? OrderNumber ?? "" : throw new Refusal("enrolment.refusal.too-long", 60) { Field = "OrderNumber" },
        (Reason ?? "").Length <= 1000 ? Reason ?? "" : throw new Refusal("enrolment.refusal.too-long", 1000) { Field = "Reason" });

    protected async Task<bool> Find(Db db) =>
        Reader.Everywhere(EnrolmentRights.Edit) && (Group = (await db.Groups.VisibleTo(Reader, Group.Visibility).FirstOrDefaultAsync(g => g.No == GroupNo, Ct))!) is not null;
}

/// <summary>An act on someone who is in the group.</summary>
internal abstract class MemberForm : MovementForm
{
    [BindProperty(SupportsGet = true, Name = "person")] public int PersonNo { get; set; }
    public PersonRow Person { get; private set; } = null!;

    protected async Task<Membership?> Membership(Db db)
    {
        if (!await Find(db) || await db.Set<PersonRow>().FirstOrDefaultAsync(p => p.No == PersonNo, Ct) is not { } person) return null;
        Person = person;
        var today = DateOnly.FromDateTime(Texts.Local(Now));
        return await db.Memberships.Where(m => m.GroupId == Group.Id && m.PersonId == person.Id && (m.To == null || m.To >= today)).OrderBy(m => m.From).FirstOrDefaultAsync(Ct);
    }

    protected async Task<IActionResult> Show()
    {
        Date ??= DateOnly.FromDateTime(Texts.Local(Now));
        return await Membership(Db) is null ? NotFound() : Page();
    }
}

[Needs(EnrolmentRights.Edit)]
internal sealed class EnrolModel(Movements movements) : MovementForm
{
    [BindProperty] public string? Person { get; set; }

    public async Task<IActionResult> OnGet()
    {
        Date ??= DateOnly.FromDateTime(Texts.Local(Now));
        return await Find(Db) ? Page() : NotFound();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (!await Find(act.Db)) return NotFound();
        var name = (Person ?? "").Trim().ToLowerInvariant();
        var person = await act.Db.Set<PersonRow>().FirstOrDefaultAsync(p => p.UserName == name, Ct) ?? throw new Refusal("enrolment.refusal.no-person", name) { Field = "Person" };
        await movements.Enrol(act, person.Id, Group, Order());
        return Done($"/enrolment/groups/show/{GroupNo}", "enrolment.enrolled");
    }, OnGet);
}

[Needs(EnrolmentRights.Edit)]
internal sealed class TransferModel(Movements movements) : MemberForm
{
    /// <summary>Code of the group, as the order names it.</summary>
    [BindProperty] public string? ToGroup { get; set; }

    public Task<IActionResult> OnGet() => Show();

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (await Membership(act.Db) is not { } membership) return NotFound();
        var code = (ToGroup ?? "").Trim();
        var to = await act.Db.Groups.VisibleTo(Reader, Group.Visibility).FirstOrDefaultAsync(g => g.Code == code, Ct) ?? throw new Refusal("enrolment.refusal.no-group") { Field = "ToGroup" };
        await movements.Transfer(act, membership, to, Order());
        return Done($"/enrolment/groups/show/{GroupNo}", "enrolment.transferred");
    }, OnGet);
}

[Needs(EnrolmentRights.Edit)]
internal sealed class ReleaseModel(Movements movements) : MemberForm
{
    public Task<IActionResult> OnGet() => Show();

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (await Membership(act.Db) is not { } membership) return NotFound();
        await movements.Release(act, membership, Order());
        return Done($"/enrolment/groups/show/{GroupNo}", "enrolment.released");
    }, Show);
}
