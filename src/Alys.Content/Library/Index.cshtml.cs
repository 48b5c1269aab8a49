using Alys.Curriculum;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Content.Library;

/// <summary>The catalogue of the library, whole or of a subject, by title.</summary>
[Needs(Rights.Read, Rights.Library)]
internal sealed class IndexModel : AppPage
{
    private const int PageLength = 50;

    [BindProperty(SupportsGet = true, Name = "subject")] public int? Subject { get; set; }
    [BindProperty(SupportsGet = true, Name = "p")] public int Part { get; set; } = 1;

    public IReadOnlyList<SelectListItem> Subjects { get; private set; } = [];
    public IReadOnlyList<Resource> Lines { get; private set; } = [];
    public bool HasMore { get; private set; }
    public bool MayKeep => Reader.Has(Rights.Library);
    public DateOnly Today => DateOnly.FromDateTime(Texts.Local(Now));

    public async Task OnGet()
    {
        Part = Math.Clamp(Part, 1, 100_000);
        var subjects = await Db.Set<SubjectRow>().OrderBy(s => s.Code).ToListAsync(Ct);
        Subjects = [new(T["content.library.all"], ""), .. subjects.Select(s => new SelectListItem($"{s.Code} {s.Name().In(T.Language)}", s.No.ToString(CultureInfo.InvariantCulture)))];
        var found = Db.Resources.AsNoTracking().Where(r => r.Withdrawal == null);
        if (subjects.Find(s => s.No == Subject) is { } chosen) found = found.Where(r => r.Uses.Any(u => u.SubjectId == chosen.Id));
        else Subject = null;
        var lines = await found.OrderBy(r => r.Title).ThenBy(r => r.No).Skip((Part - 1) * PageLength).Take(PageLength + 1).ToListAsync(Ct);
        HasMore = lines.Count > PageLength;
        Lines = [.. lines.Take(PageLength)];
    }
}
