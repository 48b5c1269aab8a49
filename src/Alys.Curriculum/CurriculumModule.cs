namespace Alys.Curriculum;

public sealed class CurriculumModule : Module
{
    public override string Name => "curriculum";

    public override IEnumerable<Right> Rights =>
    [
        new(CurriculumRights.See, Roles.Tutor, Roles.Teacher, Roles.Author, Roles.Organiser, Roles.Administrator, Roles.Head, Roles.Examiner, Roles.Registrar),
        new(CurriculumRights.Edit, Roles.Organiser),
        new(CurriculumRights.Approve, Roles.Head),
    ];

    public override IEnumerable<MenuEntry> Menu => [new("curriculum.menu", "/curriculum/subjects", CurriculumRights.See, 50)];

    public override IEnumerable<ScopeSource> Scopes =>
    [
        new(ScopeKinds.Subject, async (db, ask, ct) =>
        {
            var subjects = db.Subjects.AsQueryable();
            if (ask.Ids is { } ids) subjects = subjects.Where(s => ids.Contains(s.Id));
            if (!ask.IsAny) subjects = subjects.Where(s => s.Code.Contains(ask.Typed) || s.Name.Kk.Contains(ask.Typed) || s.Name.Kk.Contains(ask.Capital) || s.Name.Ru.Contains(ask.Typed) || s.Name.Ru.Contains(ask.Capital) || s.Name.En.Contains(ask.Typed) || s.Name.En.Contains(ask.Capital));
            return await subjects.OrderBy(s => s.Code).Take(ask.Most).Select(s => new ScopeName(s.Id, s.Name)).ToListAsync(ct);
        }),
    ];

    public override Task LoadDemo(Demo demo, CancellationToken ct) => DemoCurriculum.Load(demo, ct);
}
