using Alys.Access;

namespace Alys.Enrolment;

/// <summary>The dry run: what the table would do, row by row; then the import itself.</summary>
[Needs(EnrolmentRights.Edit)]
internal sealed class ReviewPeopleModel(Files files, People people, Movements movements) : AppPage
{
    [BindProperty(Name = "file", SupportsGet = true)] public string? Hash { get; set; }
    public PeoplePlan Plan { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (!Reader.Everywhere(EnrolmentRights.Edit) || await Bytes() is not { } bytes) return NotFound();
        Plan = await Make(Db, bytes);
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (!Reader.Everywhere(EnrolmentRights.Edit) || await Bytes() is not { } bytes) return NotFound();
        var import = await PeopleImport.Do(act, await Make(act.Db, bytes), Hash!, people, movements);
        return Done($"/enrolment/import/show/{import.No}", "enrolment.imported");
    }, OnGet);

    private Task<PeoplePlan> Make(Db db, byte[] bytes) => PeoplePlan.Make(db, Reader, bytes, DateOnly.FromDateTime(Texts.Local(Now)), Ct);

    private async Task<byte[]?> Bytes()
    {
        if (Hash is not { Length: 64 } || Hash.AsSpan().ContainsAnyExcept("0123456789abcdef") || !files.Exists(Hash)) return null;
        await using var stored = files.Open(Hash);
        using var copy = new MemoryStream();
        await stored.CopyToAsync(copy, Ct);
        return copy.Length > PeopleTable.MaxBytes ? null : copy.ToArray();
    }
}
