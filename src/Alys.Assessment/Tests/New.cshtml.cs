using Alys.Assessment.Bank;
using Alys.Curriculum;

namespace Alys.Assessment.Tests;

/// <summary>A new test: its name and language; what it draws comes next.</summary>
[Needs(Rights.EditBank)]
internal sealed class NewModel : AppPage
{
    public SubjectRow Subject { get; private set; } = null!;
    public IReadOnlyList<string> Tags { get; private set; } = [];
    [BindProperty] public TestForm Form { get; set; } = new();

    public async Task<IActionResult> OnGet(int subject)
    {
        var found = (await BankSubjects.Of(Db, Reader, Ct)).FirstOrDefault(s => s.No == subject);
        if (found is null) return NotFound();
        Subject = found;
        Tags = await TagsOf(Db, found.Id, Ct);
        if (Form.Language.Length == 0) Form.Language = T.Language;
        Form.Pad();
        return Page();
    }

    public Task<IActionResult> OnPost(int subject) => Act(async act =>
    {
        var found = (await BankSubjects.Of(act.Db, act.Reader, act.Ct)).FirstOrDefault(s => s.No == subject);
        if (found is null || Form.Language is not ("kk" or "ru" or "en")) return NotFound();
        var test = new Test { SubjectId = found.Id, Language = Form.Language, Title = Form.Title(), No = await act.NextNumber("assessment.test") };
        Form.Fill(test);
        act.Db.Add(test);
        act.Wrote("assessment.test.created", test, new(ScopeKinds.Subject, found.Id), after: new { test.No, test.Title });
        return Done($"/assessment/tests/edit/{test.No}", "assessment.tests.saved");
    }, () => OnGet(subject));

    internal static async Task<IReadOnlyList<string>> TagsOf(Db db, Guid subjectId, CancellationToken ct)
    {
        var items = db.Items;
        var tags = await db.ItemTags.Where(t => items.Any(i => i.Id == t.ItemId && i.SubjectId == subjectId && i.RetiredAt == null)).Select(t => t.Tag).Distinct().ToListAsync(ct);
        return [.. tags.Order(StringComparer.Ordinal)];
    }
}
