using Alys.Curriculum;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Content.Library;

/// <summary>The catalogue of the library, whole or of a subject, by title.</summary>
[Needs(Rights.Read, Rights.Library)]
internal sealed class IndexModel : ListPage
{
    [BindProperty(SupportsGet = true, Name = "subject")] public int? Subject { get; set; }

    public IReadOnlyList<SelectListItem> Subjects { get; private set; } = [];
    public IReadOnlyList<Resource> Lines { get; private set; } = [];
    /// <summary>The subject whose provision card the reader may see.</summary>
    public int? CardOf { get; private set; }
    public DateOnly Today => DateOnly.FromDateTime(Texts.Local(Now));

    public async Task OnGet()
    {
        var subjects = await Db.Set<SubjectRow>().OrderBy(s => s.Code).ToListAsync(Ct);
        Subjects = [new(T["content.catalogue.all"], ""), .. subjects.Select(s => new SelectListItem($"{s.Code} {s.Name().In(T.Language)}", s.No.ToString(CultureInfo.InvariantCulture)))];
        var found = Db.Resources.AsNoTracking().Where(r => r.Withdrawal == null);
        if (subjects.Find(s => s.No == Subject) is { } chosen)
        {
            found = found.Where(r => r.Uses.Any(u => u.SubjectId == chosen.Id));
            if (Reader.MayKeepOf(chosen.Id)) CardOf = chosen.No;
        }
        else Subject = null;
        Lines = await PartOf(found.OrderBy(r => r.Title).ThenBy(r => r.No));
    }
}
