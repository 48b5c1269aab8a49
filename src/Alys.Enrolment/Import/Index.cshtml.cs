namespace Alys.Enrolment;

/// <summary>Takes the table; nothing is written before the report has been seen.</summary>
[Needs(EnrolmentRights.Edit)]
internal sealed class ImportPeopleModel(Files files) : AppPage
{
    [BindProperty] public IFormFile? Table { get; set; }

    public IActionResult OnGet() => Page();

    public Task<IActionResult> OnPost() => Act(async _ =>
    {
        if (Table is not { Length: > 0 }) throw new Refusal("enrolment.refusal.no-file") { Field = "Table" };
        await using var content = Table.OpenReadStream();
        var stored = await files.Put(content, PeopleTable.MaxBytes, Ct);
        return Done($"/enrolment/import/review?file={stored.Hash}");
    }, () => Task.FromResult(OnGet()));
}
