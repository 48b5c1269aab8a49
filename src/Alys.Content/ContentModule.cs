using Alys.Content.Import;
using Alys.Content.Library;
using Alys.Content.Media;
using Alys.Content.Orders;
using Alys.Content.Packs;
using Alys.Content.Recordings;
using Alys.Content.Reviews;
using Alys.Content.Units;
using Alys.Documents;

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
        new(Content.Rights.Order, Roles.Organiser, Roles.Head),
        new(Content.Rights.Library, Roles.Organiser, Roles.Head),
    ];

    public override IEnumerable<MenuEntry> Menu =>
    [
        new("content.menu.packs", "/content/packs", Content.Rights.Write, 30),
        new("content.menu.waiting", "/content/reviews", Content.Rights.Review, 35),
        new("content.menu.orders", "/content/orders", Content.Rights.Write, 36),
        new("content.catalogue.title", "/content/library", Content.Rights.Library, 37),
    ];

    public override IEnumerable<CourseTab> CourseTabs => [new("content.catalogue.title", "/s/{s}/l", 40, Content.Rights.Read)];

    public override IEnumerable<Job> Jobs => 
    [
        new("content.due-packs", TimeSpan.FromHours(1), typeof(TellDuePacks)),
        new("content.overdue-orders", TimeSpan.FromHours(1), typeof(TellOverdueOrders)),
        new("content.recordings", TimeSpan.FromSeconds(10), typeof(ConvertRecordings)),
    ];

    public override IEnumerable<Type> Options => [typeof(ContentOptions)];

    public override void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(s => new UnitTexts(s.GetRequiredService<TextTable>())).AddSingleton<Ffmpeg>().AddSingleton<MediaStore>().AddSingleton<Planner>()
            .AddSingleton(s => new Completeness(s.GetRequiredService<ContentOptions>()))
            .AddSingleton(s => new Provision(s.GetRequiredService<ContentOptions>())).AddSingleton<DocumentKind, ProvisionCardKind>();

    public override void Listen(Listeners on) => UnitSearch.Add(on);

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        MediaEndpoint.Map(routes);
        LibraryFile.Map(routes);
    }

    /// <summary>The library is everybody's who may read teaching materials.</summary>
    public override Task<IReadOnlyList<SearchOwner>> SearchOwners(Db db, Reader reader, DateTime now, CancellationToken ct) => Task.FromResult<IReadOnlyList<SearchOwner>>(
        reader.Has(Content.Rights.Read) || reader.Has(Content.Rights.Library) ? [new SearchOwner(Resource.SearchOwnerId, "/content/library/", Resource.LibraryName)] : []);

    public override async Task LoadDemo(Demo demo, CancellationToken ct)
    {
        await DemoPacks.Load(demo, ct);
        await DemoReviews.Load(demo, ct);
        await DemoOrders.Load(demo, ct);
        await DemoLibrary.Load(demo, ct);
    }
}
