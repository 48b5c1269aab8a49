using Alys.Assessment.Bank;
using Alys.Curriculum;

namespace Alys.Assessment.Tests;

/// <summary>The tests of the subjects that the reader writes for.</summary>
[Needs(Rights.EditBank)]
internal sealed class IndexModel : AppPage
{
    public IReadOnlyList<SubjectRow> Subjects { get; private set; } = [];
    public IReadOnlyList<Test> Tests { get; private set; } = [];

    public bool MayGive => Reader.Has(Rights.GiveTests);

    public async Task<IActionResult> OnGet(int? subject)
    {
        Subjects = await BankSubjects.Of(Db, Reader, Ct);
        if (subject is not null) Subjects = [.. Subjects.Where(s => s.No == subject)];
        var ids = Subjects.Select(s => s.Id).ToArray();
        Tests = await Db.Tests.AsNoTracking().Include(t => t.Sections).Where(t => ids.Contains(t.SubjectId)).OrderBy(t => t.No).ToListAsync(Ct);
        return Page();
    }
}
