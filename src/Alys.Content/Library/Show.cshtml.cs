using Alys.Curriculum;

namespace Alys.Content.Library;

/// <summary>A record of the library, where it can be read, and the subjects that use it.</summary>
[Needs(Rights.Read, Rights.Library)]
internal sealed class ShowModel : AppPage
{
    public Resource Resource { get; private set; } = null!;
    public IReadOnlyList<(ResourceUse Use, SubjectRow Subject)> Uses { get; private set; } = [];
    public bool MayUse => Reader.Has(Rights.Library);
    public DateOnly Today => DateOnly.FromDateTime(Texts.Local(Now));

    public async Task<IActionResult> OnGet(int no)
    {
        if (await Db.FindResource(no, Ct) is not { } found) return NotFound();
        Resource = found;
        var ids = found.Uses.Select(u => u.SubjectId).ToList();
        var subjects = await Db.Set<SubjectRow>().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, Ct);
        Uses = [.. found.Uses.OrderBy(u => u.At).Select(u => (u, subjects[u.SubjectId]))];
        return Page();
    }
}
