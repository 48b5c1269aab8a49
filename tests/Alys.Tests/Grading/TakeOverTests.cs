using Alys.Access;
using Alys.Assessment;
using Alys.Content;
using Alys.Enrolment;
using Alys.Grading;
using Alys.Learning;
using Alys.Platform;
using Alys.Tests.Assessment;

namespace Alys.Tests.Grading;

/// <summary>Marks that come by themselves: the module below writes what happened, this one listens.</summary>
public sealed class TakeOverTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private Task<CourseRow> Databases => alys.Course("db", "ИС-26-2");

    private async Task<List<GradeEntry>> Entries(ControlEvent of) =>
        await alys.Read(db => db.GradeEntries.Where(e => e.EventId == of.Id).OrderBy(e => e.Turn).ToListAsync());

    /// <summary>Makes room in the first rating of Elena's course and ties a new event to the source.</summary>
    private async Task<ControlEvent> Tie(string title, Action<NewEvent> source) => await alys.Act(async act =>
    {
        var course = await Databases;
        var plan = await ControlPlan.ForChange(act, course.Id);
        var practice = plan.Events.First(e => e.Part == RatingPart.Rating1);
        plan.Edit(act, practice, new NewEvent { TitleKk = practice.Title.Kk, Weight = practice.Weight - 0.05m });
        var wish = new NewEvent { Kind = ControlKind.Current, Part = RatingPart.Rating1, Weight = 0.05m, TitleKk = title };
        source(wish);
        return await plan.Add(act, wish);
    });

    private static async Task Sit(Player player, params int[] choices)
    {
        await player.Say("a", [.. choices.Select((choice, i) => (i + 1, i + 1, choice.ToString(CultureInfo.InvariantCulture), Player.Now))]);
        await player.HandIn("a", choices.Length);
    }

    [Fact]
    public async Task TheBestOfTwoAttemptsIsTheMark()
    {
        var exam = await Exam.Give(alys, Exam.TwoChoices, attempts: 3);
        var into = await Tie("Тест", e => e.SittingId = exam.Sitting.Id);
        var anna = await alys.SignIn("anna");

        await Sit(await exam.Begin(anna), 0, 1);
        await AlysHost.Until(async () => (await Entries(into)).Count == 1);
        await Sit(await exam.Begin(anna), 0, 0);
        await AlysHost.Until(async () => (await Entries(into)).Count == 2);
        await Sit(await exam.Begin(anna), 1, 1);
        await Task.Delay(500, TestContext.Current.CancellationToken);

        var entries = await Entries(into);
        Assert.Equal([(1, 50m, MarkSource.Attempt), (2, 100m, MarkSource.Attempt)], entries.Select(e => (e.Turn, e.Percent, e.Source)));
        Assert.All(entries, e => Assert.Null(e.ByPersonId));
        var course = await Databases;
        Assert.Contains("Из теста", (await anna.Get($"/s/{course.No}/grades")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherRuleOfTheSittingIsObeyedAndExplained()
    {
        var exam = await Exam.Give(alys, Exam.TwoChoices, attempts: 0, change: f => f.Counting = CountingAttempt.Average);
        var into = await Tie("Орташа", e => e.SittingId = exam.Sitting.Id);
        var anna = await alys.SignIn("anna", "ru");
        await Sit(await exam.Begin(anna), 0, 0);
        await AlysHost.Until(async () => (await Entries(into)).Count == 1);
        await Sit(await exam.Begin(anna), 0, 1);
        await AlysHost.Until(async () => (await Entries(into)).Count == 2);
        Assert.Equal([100m, 75m], (await Entries(into)).Select(e => e.Percent));
        var course = await Databases;
        Assert.Contains("среднее завершённых попыток (2)", (await anna.Get($"/s/{course.No}/grades")).Text, StringComparison.Ordinal);

        var edit = await (await alys.SignIn("elena")).Get($"/assessment/sittings/edit/{exam.Course}/{exam.Sitting.No}");
        await edit.Submit("form.edit", new() { ["Form.Counting"] = "Last" });
        await AlysHost.Until(async () => (await Entries(into)).Count == 3);
        Assert.Equal((50m, 2, CountingAttempt.Last), ((await Entries(into))[2].Percent, (await Entries(into))[2].AttemptNumber, (await Entries(into))[2].Counting));
        Assert.Contains("последняя из завершённых попыток (2): № 2", (await anna.Get($"/s/{course.No}/grades")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AttemptsMadeBeforeTheEventAreTakenOverWhenItIsAdded()
    {
        var course = await Databases;
        var exam = await Exam.Give(alys, Exam.TwoChoices);
        await Sit(await exam.Begin(await alys.SignIn("maxim")), 0, 0);
        var elena = await alys.English("elena");
        var laboratory = await alys.Event(course, RatingPart.Rating2);
        await (await elena.Get($"/grading/plans/{course.No}/edit/{laboratory.No}")).Submit("form.event", new() { ["Form.Weight"] = "0.3" });
        var form = await elena.Get($"/grading/plans/{course.No}/add");
        var values = new Dictionary<string, string>
        {
            ["Form.Kind"] = "Current",
            ["Form.Part"] = "Rating2",
            ["Form.TitleKk"] = "Ерте тест",
            ["Form.Weight"] = "0.1",
            ["Form.Source"] = "sitting:" + exam.Sitting.Id,
        };
        Assert.Contains("The control event is in the plan.", (await form.Submit("form.event", values)).Text, StringComparison.Ordinal);
        var added = await alys.Read(db => db.ControlEvents.SingleAsync(e => e.SittingId == exam.Sitting.Id));
        Assert.Equal(100m, Assert.Single(await Entries(added)).Percent);

        values["_key"] = "again";
        values["Form.Weight"] = "0.01";
        Assert.Contains("Only a weight of 0 is left", (await form.Submit("form.event", values)).Text, StringComparison.Ordinal);
        await (await elena.Get($"/grading/plans/{course.No}/edit/{laboratory.No}")).Submit("form.event", new() { ["Form.Weight"] = "0.2" });
        values["_key"] = "third";
        Assert.Contains("This test or task is in the plan already.", (await form.Submit("form.event", values)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReviewBecomesAMarkOnceHoweverOftenTheSameIsSaid()
    {
        var course = await Databases;
        var anna = await alys.Read(db => db.Set<PersonRow>().Where(p => p.UserName == "anna").Select(p => p.Id).SingleAsync());
        var (unit, submission) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var into = await Tie("Эссе", e => e.UnitId = unit);
        Task Reviewed(decimal points) => alys.Act<bool>(act =>
        {
            act.Wrote("learning.submission.reviewed", "Submission", submission, new Scope(ScopeKinds.Course, course.Id), anna,
                after: new { courseId = course.Id, unitId = unit, personId = anna, points, maxPoints = 20 });
            return Task.FromResult(true);
        });

        await Reviewed(17);
        await Reviewed(17);
        await AlysHost.Until(async () => (await Entries(into)).Count == 1);
        await Reviewed(18.5m);
        await AlysHost.Until(async () => (await Entries(into)).Count == 2);
        Assert.Equal([85m, 92.5m], (await Entries(into)).Select(e => e.Percent));
        Assert.Equal((17m, 20m), ((await Entries(into))[0].Points, (await Entries(into))[0].MaxPoints));
    }

    [Fact]
    public async Task AReviewedTaskIsTakenOverWhetherTheEventWasThereBeforeOrComesAfter()
    {
        var course = await Databases;
        var (elena, yulia) = (await alys.SignIn("elena"), await alys.SignIn("yulia"));
        var units = await alys.Read(db => (from opening in db.Set<OpeningRow>()
                                           join unit in db.Set<PublishedUnitRow>() on opening.PackId equals unit.PackId
                                           where opening.CourseId == course.Id && unit.Kind == UnitKind.Task
                                           orderby unit.Order, unit.No
                                           select new { unit.Id, unit.No, unit.MaxPoints }).Take(2).ToListAsync());
        var before = await Tie("Бұрын", e => e.UnitId = units[0].Id);
        foreach (var unit in units)
        {
            await (await yulia.Get($"/s/{course.No}/u/{unit.No}/answer")).Submit("form.answer", new() { ["Text"] = "Ответ" });
            var review = await (await elena.Get("/learning/reviews")).Click("Морозова");
            await review.Submit("form.review", new() { ["Text"] = "Хорошо.", ["Decision"] = "Reviewed", ["Points"] = (unit.MaxPoints!.Value / 2).ToString(CultureInfo.InvariantCulture) });
        }
        await AlysHost.Until(async () => (await Entries(before)).Count == 1);

        var practice = await alys.Event(course, RatingPart.Rating1);
        await (await elena.Get($"/grading/plans/{course.No}/edit/{practice.No}")).Submit("form.event", new() { ["Form.Weight"] = DecimalText.Of(practice.Weight - 0.05m) });
        var form = await elena.Get($"/grading/plans/{course.No}/add");
        var page = await form.Submit("form.event", new() { ["Form.Kind"] = "Current", ["Form.Part"] = "Rating1", ["Form.TitleKk"] = "Кейін", ["Form.Weight"] = "0.05", ["Form.Source"] = "unit:" + units[1].Id });
        Assert.Equal($"/grading/plans/{course.No}", page.Url.AbsolutePath);
        var after = await alys.Read(db => db.ControlEvents.SingleAsync(e => e.UnitId == units[1].Id));
        Assert.Equal([50m, 50m], [Assert.Single(await Entries(before)).Percent, Assert.Single(await Entries(after)).Percent]);
    }
}
