using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Alys.Assessment;
using Alys.Assessment.Attempts;
using Alys.Assessment.Bank;
using Alys.Assessment.Draw;
using Alys.Assessment.Sittings;
using Alys.Enrolment;
using Alys.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Tests.Assessment;

/// <summary>A test of its own for one test method: items, a test and a sitting given to the course that Anna studies and Elena teaches.</summary>
internal sealed class Exam
{
    private readonly AlysHost _alys;

    private Exam(AlysHost alys, int course, Sitting sitting) => (_alys, Course, Sitting) = (alys, course, sitting);

    public int Course { get; }
    public Sitting Sitting { get; }
    public string StartUrl => $"/s/{Course}/t/{Sitting.No}";

    public static ItemBody[] TwoChoices =>
    [
        new SingleChoice { Prompt = "Бірінші", Choices = [new("дұрыс", 100), new("қате", 0)], Shuffle = false },
        new SingleChoice { Prompt = "Екінші", Choices = [new("дұрыс", 100), new("қате", 0)], Shuffle = false },
    ];

    public static async Task<Exam> Give(AlysHost alys, ItemBody[] items, int minutes = 30, int attempts = 1, Action<SittingForm>? change = null)
    {
        var tag = Guid.NewGuid().ToString("N");
        return await alys.Act(async act =>
        {
            var group = await act.Db.Set<GroupRow>().FirstAsync(g => g.Code == "ИС-26-2");
            var course = await act.Db.Set<CourseRow>().Where(c => c.GroupId == group.Id).OrderByDescending(c => c.No).FirstAsync();
            foreach (var body in items)
            {
                var item = new Item { SubjectId = course.SubjectId, Language = "ru", Title = body.Prompt.Source, No = await act.NextNumber("assessment.item") };
                act.Db.Add(item);
                act.Db.Add(item.Publish(body, "test", null, act.Now)!);
                item.Tag([tag]);
            }
            var test = new Alys.Assessment.Tests.Test { SubjectId = course.SubjectId, Language = "ru", Title = new("Сынақ", "Проба", "Trial"), Purpose = Purpose.Current, ShuffleItems = false, No = await act.NextNumber("assessment.test") };
            test.Ask([new PlanSection(tag, items.Length, 2)]);
            act.Db.Add(test);
            await act.Db.SaveChangesAsync();
            var form = new SittingForm { Opens = Texts.Local(act.Now).AddHours(-1), Closes = Texts.Local(act.Now).AddHours(5), Minutes = minutes, Attempts = attempts, RightAfter = ReviewLevel.Everything };
            change?.Invoke(form);
            return new Exam(alys, course.No, await Alys.Assessment.Sittings.NewModel.Give(act, alys.Service<Candidates>(), test, course, form));
        });
    }

    public async Task<Player> Begin(Visitor visitor)
    {
        var page = await visitor.Get(StartUrl);
        page = await page.Submit("main form");
        Assert.StartsWith("/a/", page.Url.AbsolutePath);
        return new Player(_alys, visitor, page);
    }

    /// <summary>Moves the deadline of a running attempt, as time itself would.</summary>
    public async Task Pass(string code, TimeSpan ago)
    {
        await _alys.Act(act => act.Db.Set<Attempt>().Where(a => a.Code == code).ExecuteUpdateAsync(set => set.SetProperty(a => a.Deadline, act.Now - ago)));
        _alys.Service<RunningAttempts>().Forget(code);
    }

    public Task CloseOverdue() => ActivatorUtilities.CreateInstance<CloseOverdue>(_alys.Service<IServiceProvider>()).Run(TestContext.Current.CancellationToken);
}

/// <summary>What the script of the attempt page does, without a browser.</summary>
internal sealed class Player(AlysHost alys, Visitor visitor, PageAnswer page)
{
    private readonly string _token = page.Document.QuerySelector("[data-attempt]")!.GetAttribute("data-token")!;

    public PageAnswer Page => page;
    public string Code { get; } = page.Document.QuerySelector("[data-attempt]")!.GetAttribute("data-attempt")!;
    public static long Now => new DateTimeOffset(Story.Now).ToUnixTimeMilliseconds();

    public Task<(HttpStatusCode Status, JsonElement Body)> Say(string client, params (int Seq, int Item, string Response, long At)[] answers) =>
        Post("answers", $$"""{"client":"{{client}}","answers":[{{string.Join(',', answers.Select(a => $$"""{"seq":{{a.Seq}},"item":{{a.Item}},"response":{{a.Response}},"at":{{a.At}}}"""))}}]}""");

    public Task<(HttpStatusCode Status, JsonElement Body)> HandIn(string client = "a", int answers = 0) => Post("submit", $$"""{"client":"{{client}}","answers":{{answers}}}""");

    public async Task<(HttpStatusCode Status, JsonElement Body)> Post(string path, string body, bool withToken = true)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/a/{Code}/{path}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (withToken) request.Headers.Add("RequestVerificationToken", _token);
        var response = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (response.StatusCode, text.StartsWith('{') ? JsonDocument.Parse(text).RootElement : default);
    }

    public Task<List<Answer>> Stored() => alys.Read(db => (from x in db.Set<Answer>().AsNoTracking() join a in db.Set<Attempt>() on x.AttemptId equals a.Id where a.Code == Code select x).ToListAsync());

    public Task<Attempt> Attempt() => alys.Read(db => db.Set<Attempt>().AsNoTracking().Include(a => a.Items).FirstAsync(a => a.Code == Code));

    public async Task<int> JournalRows(string what)
    {
        var attempt = await Attempt();
        return await alys.Read(db => db.Database.SqlQuery<int>($"""select cast(count(*) as integer) as "Value" from platform_journal where "What" = {what} and "ObjectId" = {Key(db, attempt.Id)}""").SingleAsync());
    }

    private static object Key(Db db, Guid id) => db.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal) ? id.ToByteArray(true) : id;

    public static int[] Numbers(JsonElement body, string name) => [.. body.GetProperty(name).EnumerateArray().Select(e => e.GetInt32())];
}
