using System.Net;
using System.Text.Json;
using Alys.Access;
using Alys.Assessment;
using Alys.Assessment.Attempts;
using Alys.Assessment.Bank;
using Alys.Assessment.Draw;
using Alys.Assessment.Regrades;
using Alys.Grading;

namespace Alys.Tests.Assessment;

/// <summary>A key was wrong: who would move, and what moves once it is applied.</summary>
public sealed class RegradeTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private static readonly SingleChoice Wrong = new() { Prompt = "?", Choices = [new("a", 100), new("b", 0), new("c", 0)] };

    private static decimal? Scored(ItemBody shown, ItemBody key, string response, string order = "") =>
        KeyChange.Score(shown, key, JsonDocument.Parse(response).RootElement, new Order(order)).Fraction;

    [Fact]
    public void AnAnswerIsReadByTheOptionThatWasChosenWhereverItStandsInTheOtherVersion()
    {
        var moved = Wrong with { Choices = [new("c", 0), new("b", 100), new("a", 0)] };
        Assert.Equal([0m, 1m, 0m], new[] { "0", "1", "2" }.Select(r => Scored(Wrong, moved, r)!.Value));
        // Shown as c, a, b: what stands at the third place is b.
        Assert.Equal(1m, Scored(Wrong, moved, "2", "2,0,1"));
        var spelt = Wrong with { Choices = [new("a", 0), new("бэ", 100), new("c", 0)] };
        Assert.Equal(1m, Scored(Wrong, spelt, "1"));
        Assert.Equal(0m, Scored(Wrong, moved, "null"));
        var several = new MultipleChoice { Prompt = "?", Choices = [new("a", 100), new("b", 0), new("c", 0)] };
        Assert.Equal(0.5m, Scored(several, several with { Choices = [new("c", 50), new("b", -50), new("a", 50)] }, "[2]"));
    }

    [Fact]
    public void AKeyWhoseAnswersAreOthersDoesNotFit()
    {
        Assert.False(KeyChange.Fits(Wrong, Wrong with { Choices = [new("a", 0), new("b", 100)] }));
        Assert.False(KeyChange.Fits(Wrong, Wrong with { Choices = [new("b", 0), new("a", 100), new("d", 0)] }));
        Assert.False(KeyChange.Fits(Wrong, new TrueFalse { Prompt = "?" }));
        Assert.False(KeyChange.Fits(new Essay { Prompt = "?" }, new Essay { Prompt = "?" }));
        Assert.True(KeyChange.Fits(Wrong, Wrong with { Choices = [new("a", 0), new("b", 100), new("c", 0)] }));
    }

    [Fact]
    public void APairIsReadByItsWords()
    {
        var shown = new Matching { Prompt = "?", Pairs = [new("1", "a"), new("2", "b")], Distractors = ["c"] };
        var key = shown with { Pairs = [new("1", "c"), new("2", "b")], Distractors = ["a"] };
        Assert.Equal(1m, Scored(shown, key, "[2,1]"));
        Assert.Equal(0.5m, Scored(shown, key, "[0,1]"));
    }

    /// <summary>Two took the first option and one the second; then the author says that the second was right.</summary>
    private async Task<(Exam Exam, Item Item, Dictionary<string, Player> Players)> Story(int attempts = 1)
    {
        var exam = await Exam.Give(alys, Exam.TwoChoices, attempts: attempts);
        var players = new Dictionary<string, Player>();
        foreach (var (name, choice) in new[] { ("anna", "0"), ("dmitri", "1"), ("yulia", "1") })
        {
            var player = players[name] = await exam.Begin(await alys.SignIn(name));
            await player.Say("a", (1, 1, choice, Player.Now), (2, 2, "0", Player.Now));
            if (name != "yulia") await player.HandIn("a", 2);
        }
        var version = (await players["anna"].Attempt()).Items.Single(i => i.Position == 1).VersionId;
        var item = await alys.Act(async act =>
        {
            var found = await act.Db.Set<Item>().FirstAsync(i => i.LiveVersionId == version);
            act.Db.Add(found.Publish(Exam.TwoChoices[0] is SingleChoice one ? one with { Choices = [new("дұрыс", 0), new("қате", 100)] } : null!, "test", null, act.Now)!);
            return found;
        });
        return (exam, item, players);
    }

    [Fact]
    public async Task TheTrialShowsWhoWouldMoveAndTheActMovesThemAndReports()
    {
        var (exam, item, players) = await Story();
        var elena = await alys.SignIn("elena", "ru");
        var list = await (await elena.Get($"/assessment/sittings/show/{exam.Course}/{exam.Sitting.No}")).Click("Пересчёт");
        Assert.Contains("Есть новая версия: 2", list.Text);
        var page = await elena.Get($"/assessment/regrades/new/{item.No}/1");
        Assert.Contains("Ключ версии 2", page.Text);
        page = await page.Submit("form.try", new() { ["Method"] = "CorrectedKey" });
        Assert.Contains("Повысится: 1", page.Text);
        Assert.Contains("Понизится: 1", page.Text);
        Assert.Contains("Ещё идут: 1", page.Text);
        Assert.Contains("4 / 4 → 2 / 4", page.Text);
        // The trial changed nothing.
        Assert.Equal(4m, (await players["anna"].Attempt()).Points);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await page.Submit("form.regrade")).Status);
        var stale = await page.Submit("form.regrade", new() { ["Seen"] = "other", ["Reason"] = "Ключ", ["_key"] = "stale" });
        Assert.Contains("результаты изменились", stale.Text);

        var report = await page.Submit("form.regrade", new() { ["Reason"] = "В ключе была опечатка", ["_key"] = "done" });
        Assert.StartsWith("/assessment/regrades/show/", report.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("В ключе была опечатка", report.Text);
        Assert.Contains("4 / 4 → 2 / 4", report.Text);
        var (anna, dmitri) = (await players["anna"].Attempt(), await players["dmitri"].Attempt());
        Assert.Equal((2m, 4m), (anna.Points, dmitri.Points));
        // The attempt still points at what was shown, and is scored by the other version.
        Assert.Equal((item.LiveVersionId, true), (anna.Items.Single(i => i.Position == 1).KeyVersionId!.Value, anna.Items.Single(i => i.Position == 1).VersionId != item.LiveVersionId));
        Assert.Equal(1, await players["anna"].JournalRows("assessment.attempt.regraded"));
        Assert.Equal(0, await players["yulia"].JournalRows("assessment.attempt.regraded"));
        // Who was in the middle is scored by the corrected key when she hands in.
        await players["yulia"].HandIn("a", 2);
        Assert.Equal(4m, (await players["yulia"].Attempt()).Points);
        var learner = await alys.SignIn("anna", "ru");
        await AlysHost.Until(async () => (await learner.Get("/communication/notices")).Text.Contains("пересчитан", StringComparison.Ordinal));
        var result = await learner.Get($"/a/{players["anna"].Code}/result");
        Assert.Contains("Ключ этого вопроса позже исправили", result.Text);
        Assert.Contains("Верный ответ қате", result.Text);
        Assert.InRange(result.Statements, 1, 5);
        Assert.Equal(HttpStatusCode.NotFound, (await learner.Get(report.Url.AbsolutePath)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await alys.SignIn("daulet")).Get($"/assessment/regrades/new/{item.No}/1")).Status);
        // Nothing is left to do the same way, and it can be undone.
        Assert.Contains("нет попыток для пересчёта", (await elena.Get($"/assessment/regrades/new/{item.No}/1?Method=CorrectedKey&Sittings={exam.Course}-{exam.Sitting.No}")).Text);
        page = await elena.Get($"/assessment/regrades/new/{item.No}/1?Method=OwnKey&Sittings={exam.Course}-{exam.Sitting.No}");
        await page.Submit("form.regrade", new() { ["Reason"] = "Ошибка" });
        Assert.Equal((4m, 2m), ((await players["anna"].Attempt()).Points, (await players["dmitri"].Attempt()).Points));
    }

    [Theory]
    [InlineData("FullMarks", 4, 4, 4)]
    [InlineData("LeaveOut", 2, 2, 2)]
    public async Task EverybodyGetsTheFullMarksOrTheItemLeavesTheReckoning(string method, int anna, int dmitri, int max)
    {
        var (exam, item, players) = await Story();
        var elena = await alys.SignIn("elena", "ru");
        var page = await elena.Get($"/assessment/regrades/new/{item.No}/1?Method={method}&Sittings={exam.Course}-{exam.Sitting.No}");
        await page.Submit("form.regrade", new() { ["Reason"] = "Вопрос неверен" });
        var after = (await players["anna"].Attempt(), await players["dmitri"].Attempt());
        Assert.Equal((anna, dmitri, max), ((int)after.Item1.Points!, (int)after.Item2.Points!, (int)after.Item1.MaxPoints));
        // What the key gave is still there.
        Assert.Equal(2m, after.Item1.Items.Single(i => i.Position == 1).Points);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await elena.Get($"/assessment/marking/mark/{players["anna"].Code}/1")).Submit("form.mark", new() { ["Points"] = "1" })).Status);
        if (method == "FullMarks") return;
        var second = (await players["anna"].Attempt()).Items.Single(i => i.Position == 2).VersionId;
        var other = await alys.Read(db => db.Set<Item>().FirstAsync(i => i.LiveVersionId == second));
        page = await elena.Get($"/assessment/regrades/new/{other.No}/1?Method=LeaveOut&Sittings={exam.Course}-{exam.Sitting.No}");
        Assert.Contains("не останется других вопросов", (await page.Submit("form.regrade", new() { ["Reason"] = "И этот" })).Text);
    }

    [Fact]
    public async Task TheGradesFollowWithTheReasonAndAClosedSheetIsNamedAndStays()
    {
        var (exam, item, players) = await Story();
        var into = await alys.Act(async act =>
        {
            var plan = await ControlPlan.ForChange(act, exam.Sitting.CourseId);
            var practice = plan.Events.First(e => e.Part == RatingPart.Rating1);
            plan.Edit(act, practice, new NewEvent { TitleKk = practice.Title.Kk, Weight = practice.Weight - 0.05m });
            var added = await plan.Add(act, new NewEvent { Kind = ControlKind.Current, Part = RatingPart.Rating1, Weight = 0.05m, TitleKk = "Тест", SittingId = exam.Sitting.Id });
            await act.Db.SaveChangesAsync();
            await TakeAttempts.All(act, added);
            var sheet = await act.Db.Set<GradeSheet>().Include(s => s.Steps).FirstOrDefaultAsync(s => s.CourseId == exam.Sitting.CourseId);
            if (sheet is null) act.Db.Add(sheet = new GradeSheet { No = await act.NextNumber("grading.sheet"), CourseId = exam.Sitting.CourseId });
            act.Db.Add(new SheetStep { SheetId = sheet.Id, Version = sheet.Version, Order = sheet.Steps.Count + 1, Kind = SheetStepKind.Closed, At = act.Now, ByPersonId = Guid.Empty });
            return added;
        });
        var elena = await alys.SignIn("elena", "ru");
        var page = await elena.Get($"/assessment/regrades/new/{item.No}/1?Method=CorrectedKey&Sittings={exam.Course}-{exam.Sitting.No}");
        Assert.Contains("закрыта и не изменится", page.Text);
        var report = await page.Submit("form.regrade", new() { ["Reason"] = "Опечатка в ключе" });
        Assert.Contains("закрыта и не изменится", report.Text);
        var anna = await alys.Read(db => db.Set<PersonRow>().Where(p => p.UserName == "anna").Select(p => p.Id).SingleAsync());
        await AlysHost.Until(() => alys.Read(db => db.Set<GradeEntry>().AnyAsync(e => e.EventId == into.Id && e.PersonId == anna && e.Turn == 2)));
        var entries = await alys.Read(db => db.Set<GradeEntry>().Where(e => e.EventId == into.Id && e.PersonId == anna).OrderBy(e => e.Turn).ToListAsync());
        Assert.Equal([(100m, null), (50m, "Опечатка в ключе")], entries.Select(e => (e.Percent, e.Reason)));
        Assert.Equal(2m, (await players["anna"].Attempt()).Points);
    }
}
