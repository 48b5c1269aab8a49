using Alys.Content.Units;

namespace Alys.Content.Reviews;

/// <summary>Units of the believable institution that are under review, by the verbs that the pages use.</summary>
internal static class DemoReviews
{
    public static async Task Load(Demo demo, CancellationToken ct)
    {
        foreach (var row in demo.Table("packs.csv").Where(r => r["Approval"] == "yes" && demo.Ids.ContainsKey("pack:" + r["Pack"])))
        {
            var id = demo.Ids["pack:" + row["Pack"]];
            await demo.Acts.Run(demo.Actor, async act => (await act.Db.Packs.SingleAsync(p => p.Id == id, act.Ct)).AskApproval(act, true), ct);
        }
        foreach (var row in demo.Table("reviews.csv").Where(r => demo.Ids.ContainsKey("pack:" + r["Pack"]))) await Send(demo, row, ct);
    }

    private static async Task Send(Demo demo, Demo.Row row, CancellationToken ct)
    {
        var packId = demo.Ids["pack:" + row["Pack"]];
        var no = int.Parse(row["Unit"], CultureInfo.InvariantCulture);
        var (author, reviewer) = (Person(demo, row["Author"]), Person(demo, row["Reviewer"]));
        var (unitId, words, composer) = await demo.Acts.Read(async db =>
        {
            var pack = await db.Packs.SingleAsync(p => p.Id == packId, ct);
            var unit = await db.Units.SingleAsync(u => u.PackId == packId && u.No == no, ct);
            var now = await db.UnitVersions.SingleAsync(v => v.Id == unit.DraftVersionId, ct);
            var words = new UnitWords(now.Kind, now.Title, now.Form, now.Source.TrimEnd() + "\n\n" + row["Added"] + "\n") { TopicId = now.TopicId, MaxPoints = now.MaxPoints, AnswerByText = now.AnswerByText, AnswerByFiles = now.AnswerByFiles, Why = row["Why"] };
            return (unit.Id, words, await Composer.For(db, pack, ct));
        });
        var version = composer.ComposeTyped(words, author, demo.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        await demo.Acts.Run(author, async act =>
        {
            var unit = await act.Db.Units.SingleAsync(u => u.Id == unitId, act.Ct);
            version.Store(act, unit);
            act.Wrote("content.unit.saved", unit, (await act.Db.Packs.SingleAsync(p => p.Id == packId, act.Ct)).Scope, after: new { packId, unit.No, unit.Slot, version = version.Version.Number, version.Version.Title });
        }, ct);
        var review = await demo.Acts.Run(author, async act =>
            (await UnderReview.Send(act, await act.Db.Packs.SingleAsync(p => p.Id == packId, act.Ct), await act.Db.Units.SingleAsync(u => u.Id == unitId, act.Ct), row["Word"])).Review.Id, ct);
        await demo.Acts.Run(reviewer, async act =>
        {
            var found = await act.Db.Reviews.SingleAsync(r => r.Id == review, act.Ct);
            var unit = await act.Db.Units.SingleAsync(u => u.Id == unitId, act.Ct);
            var sent = new UnderReview(found, await act.Db.UnitVersions.SingleAsync(v => v.Id == found.VersionId, act.Ct), unit, await act.Db.Packs.SingleAsync(p => p.Id == packId, act.Ct));
            await sent.Comment(act, (1, int.Parse(row["Block"], CultureInfo.InvariantCulture)), row["Comment"]);
        }, ct);
    }

    private static Reader Person(Demo demo, string userName) => new(demo.Ids["person:" + userName], userName, "kk", []);
}
