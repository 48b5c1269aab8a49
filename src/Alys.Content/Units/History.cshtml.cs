using Alys.Access;

namespace Alys.Content.Units;

[Needs(Rights.Write)]
internal sealed class HistoryModel : UnitPage
{
    public IReadOnlyList<UnitVersion> Versions { get; private set; } = [];
    public IReadOnlyList<Publication> Log { get; private set; } = [];
    public bool MayPublish => Pack.MayPublish(Reader);
    private Dictionary<Guid, string> _names = [];

    public async Task<IActionResult> OnGet()
    {
        if (!await FindUnit()) return NotFound();
        Versions = await Db.UnitVersions.AsNoTracking().Where(v => v.UnitId == Unit.Id).OrderByDescending(v => v.Number).ToListAsync(Ct);
        Log = await Db.Publications.AsNoTracking().Where(p => p.UnitId == Unit.Id).OrderByDescending(p => p.At).ToListAsync(Ct);
        var people = Versions.Select(v => v.ByPersonId).Concat(Log.Select(p => p.ByPersonId)).OfType<Guid>().Distinct().ToArray();
        _names = await Db.Set<PersonRow>().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, Ct);
        return Page();
    }

    public string NameOf(Guid? person) => person is { } id && _names.TryGetValue(id, out var name) ? name : "Alys";

    public int? NumberOf(Guid? version) => Versions.FirstOrDefault(v => v.Id == version)?.Number;
}
