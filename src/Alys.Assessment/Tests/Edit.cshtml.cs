using Alys.Assessment.Bank;
using Alys.Assessment.Draw;

namespace Alys.Assessment.Tests;

/// <summary>What a test draws, with the proof that the bank has enough. Sittings already given keep their own plan.</summary>
[Needs(Rights.EditBank)]
internal sealed class EditModel(Candidates candidates) : AppPage
{
    public Test Test { get; private set; } = null!;
    public IReadOnlyList<string> Tags { get; private set; } = [];
    public IReadOnlyList<Feasibility> Check { get; private set; } = [];
    public int Sittings { get; private set; }
    [BindProperty] public TestForm Form { get; set; } = new();

    public async Task<IActionResult> OnGet(int no)
    {
        if (await Find(no) is not { } test) return NotFound();
        Test = test;
        if (HttpMethods.IsGet(Request.Method)) Form = TestForm.Of(test);
        Form.Pad();
        Tags = await NewModel.TagsOf(Db, test.SubjectId, Ct);
        Check = Draw.Form.Check(test.Plan, await candidates.Of(Db, test.SubjectId, test.Language, Ct));
        Sittings = await Db.Sittings.CountAsync(s => s.TestId == test.Id, Ct);
        return Page();
    }

    public Task<IActionResult> OnPost(int no) => Act(async act =>
    {
        if (await Find(no) is not { } test || Form.Language is not ("kk" or "ru" or "en")) return NotFound();
        var before = new { test.Plan, test.Minutes, test.Attempts, test.Counting, test.PauseMinutes };
        // A changed section has the key of the old one: that goes first.
        await act.Db.Set<TestSection>().Where(s => s.TestId == test.Id).ExecuteDeleteAsync(act.Ct);
        foreach (var section in test.Sections.ToList()) act.Db.Entry(section).State = EntityState.Detached;
        test.Sections.Clear();
        Form.Fill(test);
        act.Wrote("assessment.test.changed", test, new(ScopeKinds.Subject, test.SubjectId), before: before, after: new { test.Plan, test.Minutes, test.Attempts, test.Counting, test.PauseMinutes });
        return Done($"/assessment/tests/edit/{no}", "assessment.tests.saved");
    }, () => OnGet(no));

    private async Task<Test?> Find(int no)
    {
        var test = await Db.Tests.Include(t => t.Sections).FirstOrDefaultAsync(t => t.No == no, Ct);
        return test is not null && await BankSubjects.May(Db, Reader, test.SubjectId, Ct) ? test : null;
    }
}
