using System.Diagnostics;
using Alys.Content;
using Alys.Content.Packs;
using Alys.Content.Text;
using Alys.Content.Units;
using Alys.Curriculum;
using Alys.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Benchmarks;

/// <summary>
/// Lets the believable institution grow, in the program itself but without its server: packs of forty units, groups of twenty-five learners who take four
/// courses, one of them open with a tutor and a teacher.
/// </summary>
internal sealed partial class GrowthInstitution : IAsyncDisposable
{
    private const int UnitsOfPack = 40;
    private readonly WebApplication _app;
    private readonly GrowthWords _words;
    private readonly Reader _actor = Reader.System;

    private GrowthInstitution(WebApplication app, string world) => (_app, _words) = (app, new GrowthWords(world));

    public IEnumerable<Microsoft.AspNetCore.Routing.RouteEndpoint> Routes => ((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)_app).DataSources.SelectMany(s => s.Endpoints).OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>();

    public static async Task<GrowthInstitution> Open(Launch launch)
    {
        var app = AlysApp.Build([$"--data={launch.Data}", $"--database={launch.Database}", $"--world={launch.World}", "--http-port=0", "--https-port=0"], Composition.Modules);
        await AlysApp.Prepare(app);
        return new(app, launch.World);
    }

    public Task<T> Read<T>(Func<Db, Task<T>> read) => Acts.Read(read);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Acts Acts => _app.Services.GetRequiredService<Acts>();

    private T Service<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Packs until that many units are published, each made and published by the verbs of the pages, and entered into the search.</summary>
    public async Task WithUnits(int wanted)
    {
        var clock = Stopwatch.StartNew();
        var have = await Read(db => db.Set<Unit>().CountAsync(u => u.PublishedVersionId != null));
        for (var pack = 0; have < wanted; pack++)
        {
            // A subject has a Kazakh and a Russian pack.
            if (pack % 2 == 0) await Acts.Run(_actor, act => Subject.Add(act, $"G-{pack / 2 + 1:0000}", _words.Name(), null, null, 3 + _words.Next(4)), CancellationToken.None);
            var code = $"G-{pack / 2 + 1:0000}";
            await Pack(code, pack % 2 == 0 ? "kk" : "ru", Math.Min(UnitsOfPack, wanted - have));
            have += UnitsOfPack;
            if (pack % 25 == 24) Say($"{have:#,0} units", clock);
        }
        await Heard();
        Say($"{Math.Min(have, wanted):#,0} units in all", clock);
    }

    private async Task Pack(string subjectCode, string language, int units)
    {
        string[] slots = ["M3", "M3", "M3", "M4", "M6.iws", "M6.iwst"];
        var composer = new Composer(language, _ => null);
        var composed = Enumerable.Range(0, units).Select(i =>
        {
            var slot = slots[i % slots.Length];
            var words = new UnitWords(slot.StartsWith("M6", StringComparison.Ordinal) ? UnitKind.Task : UnitKind.Text, _words.Title(language), TextForm.Markdown, _words.Text(language)) { MaxPoints = 100, AnswerByText = true, AnswerByFiles = true };
            return (Slot: slot, Version: composer.ComposeTyped(words, _actor, DateTime.UtcNow));
        }).ToList();
        var packId = await Acts.Run(_actor, async act =>
        {
            var subject = await act.Db.Set<SubjectRow>().SingleAsync(s => s.Code == subjectCode, act.Ct);
            return (await NewPack.Make(act, subject, language, null, FinalForm.Questions)).Id;
        }, CancellationToken.None);
        await Acts.Run(_actor, async act =>
        {
            var pack = await act.Db.Set<Pack>().SingleAsync(p => p.Id == packId, act.Ct);
            foreach (var (slot, version) in composed)
            {
                var unit = await NewUnit.Make(act, pack, slot, sourcePath: null);
                version.Store(act, unit);
                act.Wrote("content.unit.saved", unit, pack.Scope, after: new { packId, unit.No, unit.Slot, version = version.Version.Number, version.Version.Title });
                await act.Db.SaveChangesAsync(act.Ct);
            }
            await Content.Packs.PublishModel.PublishAll(act, pack, null, Service<ContentOptions>());
        }, CancellationToken.None);
        await Acts.Run(_actor, async act =>
        {
            // What the listener of published units does for each.
            act.Db.ChangeTracker.AutoDetectChangesEnabled = false;
            foreach (var id in await act.Db.Set<Unit>().AsNoTracking().Where(u => u.PackId == packId).Select(u => u.Id).ToListAsync(act.Ct)) await UnitSearch.Refresh(act, id);
        }, CancellationToken.None);
    }

    /// <summary>The listeners stand at the end of the journal: what they would have done is done, but for the notices.</summary>
    private Task Heard() => Acts.Run(_actor, async act =>
    {
        var last = await act.Db.Set<JournalEntry>().OrderByDescending(e => e.Xid).ThenByDescending(e => e.Seq).Select(e => new { e.Xid, e.Seq }).FirstAsync(act.Ct);
        var known = await act.Db.Set<ListenerCursor>().ToDictionaryAsync(c => c.Name, act.Ct);
        foreach (var listener in Service<Listeners>().All)
        {
            if (!known.TryGetValue(listener.Name, out var cursor)) act.Db.Add(cursor = new ListenerCursor { Name = listener.Name });
            (cursor.Xid, cursor.Seq, cursor.At) = (last.Xid, last.Seq, act.Now);
        }
    }, CancellationToken.None);

    private static void Say(string what, Stopwatch clock) => Console.Error.WriteLine($"{DateTime.UtcNow:HH:mm:ss} {what}: {clock.Elapsed.TotalSeconds:0} s");
}
