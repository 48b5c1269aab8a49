using Alys.Communication.Courses;
using Alys.Communication.Forum;
using Alys.Communication.Live;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Communication;

/// <summary>Forums, consultations with their answer clock, and notices (clauses 9.3, 27, 28, 42).</summary>
public sealed class CommunicationModule : Module
{
    public override string Name => "communication";

    public override IEnumerable<Right> Rights =>
    [
        new(Communication.Rights.TakePart, Roles.Learner, Roles.Tutor, Roles.Teacher),
        new(Communication.Rights.Answer, Roles.Tutor, Roles.Teacher),
        new(Communication.Rights.Moderate, Roles.Tutor, Roles.Teacher, Roles.Organiser),
        new(Communication.Rights.Oversee, Roles.Head, Roles.Organiser, Roles.Administrator),
    ];

    public override IEnumerable<CourseTab> CourseTabs =>
    [
        new("communication.tab.questions", "/s/{s}/q", 10, Communication.Rights.TakePart, Communication.Rights.Oversee),
        new("communication.tab.forum", "/s/{s}/f", 20, Communication.Rights.TakePart, Communication.Rights.Oversee),
    ];

    public override IEnumerable<MenuEntry> Menu =>
    [
        new("communication.menu.questions", "/communication/questions", Communication.Rights.Answer, Order: 30),
    ];

    public override IEnumerable<Type> Options => [typeof(CommunicationOptions)];

    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(new Notices()).AddSingleton<KnownCourses>().AddSingleton<LiveStream>().AddSingleton<UnreadCounts>()
        .AddSingleton<UnreadCount>(s => context => s.GetRequiredService<UnreadCounts>().Of(context.Reader().PersonId, context.RequestAborted));

    public override void Listen(Listeners on)
    {
        NoticeListeners.Add(on);
        StudyListeners.Add(on);
        PostSearch.Add(on);
        ReviewListeners.Add(on);
    }

    public override async Task<IReadOnlyList<SearchOwner>> SearchOwners(Db db, Reader reader, DateTime now, CancellationToken ct) =>
        [.. (await db.CoursesFor(reader).Where(c => db.Set<ForumThread>().Any(t => t.CourseId == c.Id)).OrderByDescending(c => c.No).Take(SearchOwner.Most).ToListAsync(ct)).Select(c => new SearchOwner(c.Id, $"/s/{c.No}/", c.Subject))];

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        LiveStream.Map(routes);
        PostEndpoint.Map(routes);
    }

    public override Task LoadDemo(Demo demo, CancellationToken ct) => DemoTalk.Load(demo, ct);
}
