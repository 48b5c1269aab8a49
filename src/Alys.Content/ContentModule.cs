using Alys.Content.Import;
using Alys.Content.Media;
using Alys.Content.Packs;
using Alys.Content.Reviews;
using Alys.Content.Units;

namespace Alys.Content;

/// <summary>Packs (e-UMKD), their units in versions, media, publishing, import and completeness (clauses 3.2, 10.d–e, 35–37, 44).</summary>
public sealed class ContentModule : Module
{
    public override string Name => "content";

    public override IEnumerable<Right> Rights =>
    [
        new(Content.Rights.Read, Roles.Learner, Roles.Tutor, Roles.Teacher, Roles.Examiner, Roles.Author, Roles.Organiser, Roles.Administrator, Roles.Head, Roles.Registrar, Roles.Reviewer, Roles.ChairHead),
        new(Content.Rights.Write, Roles.Author, Roles.Organiser, Roles.Head),
        new(Content.Rights.Publish, Roles.Author, Roles.Organiser, Roles.Head),
        new(Content.Rights.Review, Roles.Reviewer, Roles.Teacher, Roles.Author, Roles.Organiser, Roles.ChairHead, Roles.Head),
        new(Content.Rights.Approve, Roles.ChairHead, Roles.Head),
    ];

    public override IEnumerable<MenuEntry> Menu =>
    [
        new("content.menu.packs", "/content/packs", Content.Rights.Write, 30),
        new("content.menu.waiting", "/content/reviews", Content.Rights.Review, 35),
    ];

    public override IEnumerable<Job> Jobs => [new("content.due-packs", TimeSpan.FromHours(1), typeof(TellDuePacks))];

    public override IEnumerable<Type> Options => [typeof(ContentOptions)];

    public override void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(_ => new UnitTexts()).AddSingleton<MediaStore>().AddSingleton<Planner>()
            .AddSingleton(s => new Completeness(s.GetRequiredService<ContentOptions>()));

    public override void Listen(Listeners on) => UnitSearch.Add(on);

    public override void MapEndpoints(IEndpointRouteBuilder routes) => MediaEndpoint.Map(routes);

    public override async Task LoadDemo(Demo demo, CancellationToken ct)
    {
        await DemoPacks.Load(demo, ct);
        await DemoReviews.Load(demo, ct);
    }
}
