using System.Net;
using Alys.Assessment.Overrides;
using Alys.Assessment.Sittings;

namespace Alys.Tests.Assessment;

/// <summary>Other terms than everybody's, for a learner and for a group.</summary>
public sealed class OverrideTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private static readonly DateTime Noon = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);

    private static Override Own(int? minutes = null, int? attempts = null, DateTime? closes = null) => new() { Reason = "r", PersonId = Guid.CreateVersion7(), Minutes = minutes, Attempts = attempts, ClosesAt = closes };

    private static Override Group(int? minutes = null, int? attempts = null, DateTime? opens = null, DateTime? closes = null) =>
        new() { Reason = "r", GroupId = Guid.CreateVersion7(), Minutes = minutes, Attempts = attempts, OpensAt = opens, ClosesAt = closes };

    private static Sitting General()
    {
        var test = new Alys.Assessment.Tests.Test { Language = "ru", Title = new("т", "т", "t") };
        return Sitting.Of(test, Guid.CreateVersion7(), Guid.CreateVersion7(), Noon, Noon.AddHours(2), 30, 1);
    }

    [Fact]
    public void TheLearnersOwnValueWinsAlsoWhereItIsStricter()
    {
        var terms = Terms.Of(General(), [Group(minutes: 90, attempts: 3, closes: Noon.AddHours(9)), Own(minutes: 20)], 10);
        Assert.Equal((20, 3, Noon.AddHours(9), TermsOf.Person), (terms.Minutes, terms.Attempts, terms.ClosesAt, terms.Whose));
        Assert.Equal(Noon.AddMinutes(30), terms.DeadlineOf(Noon));
    }

    [Fact]
    public void OfSeveralGroupsEachValueIsTheMostFavourable()
    {
        var terms = Terms.Of(General(), [Group(minutes: 45, attempts: 0, opens: Noon.AddHours(-1)), Group(minutes: 60, attempts: 5, opens: Noon.AddHours(-3))], 0);
        Assert.Equal((60, 0, Noon.AddHours(-3), Noon.AddHours(2), TermsOf.Group), (terms.Minutes, terms.Attempts, terms.OpensAt, terms.ClosesAt, terms.Whose));
        Assert.Equal(0, Terms.Of(General(), [Group(minutes: 0), Group(minutes: 500)], 0).Minutes);
        Assert.Equal((30, 1, TermsOf.Sitting), (Terms.Of(General(), [], 0).Minutes, Terms.Of(General(), [], 0).Attempts, Terms.Of(General(), [], 0).Whose));
    }

    [Fact]
    public async Task AnExceptionIsGivenChangedAndWithdrawnAndTheLearnerSeesHerTerms()
    {
        var exam = await Exam.Give(alys, Exam.TwoChoices, change: f => f.Closes = f.Opens.AddMinutes(30));
        var (anna, elena) = (await alys.SignIn("anna", "ru"), await alys.SignIn("elena", "ru"));
        Assert.Contains("Тест закрыт", (await anna.Get(exam.StartUrl)).Text);
        var list = await (await elena.Get($"/assessment/sittings/show/{exam.Course}/{exam.Sitting.No}")).Click("Особые условия");
        Assert.Contains("Личное условие обучающегося важнее", list.Text);
        var form = await list.Click("Добавить особые условия");
        var me = form.Document.QuerySelectorAll("#Form_Whom option").First(o => o.TextContent.Contains("Анна", StringComparison.Ordinal)).GetAttribute("value")!;
        Assert.Contains("Измените хотя бы одно условие", (await form.Submit("form.override", new() { ["Form.Whom"] = me, ["Form.Reason"] = "Болезнь" })).Text);
        Assert.Contains("Укажите причину", (await form.Submit("form.override", new() { ["Form.Whom"] = me, ["Form.Attempts"] = "2" })).Text);
        Assert.Contains("Выберите обучающегося", (await form.Submit("form.override", new() { ["Form.Whom"] = "person:99999", ["Form.Attempts"] = "2", ["Form.Reason"] = "Болезнь" })).Text);
        var closes = Alys.Platform.Texts.Local(Story.Now).AddHours(3).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
        list = await form.Submit("form.override", new() { ["Form.Whom"] = me, ["Form.Closes"] = closes, ["Form.Attempts"] = "2", ["Form.Reason"] = "Болезнь", ["_key"] = "given" });
        Assert.Contains("Особые условия добавлены.", list.Text);
        Assert.Contains("Болезнь", list.Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.Submit("form.override", new() { ["Form.Whom"] = me, ["Form.Attempts"] = "3", ["Form.Reason"] = "Ещё", ["_key"] = "twice" })).Status);

        var page = await anna.Get(exam.StartUrl);
        Assert.Contains("Эти условия установлены лично для вас.", page.Text);
        Assert.Contains("Осталось попыток: 2 из 2", page.Text);
        Assert.InRange(page.Statements, 1, 5);
        await AlysHost.Until(async () => (await anna.Get("/communication/notices")).Text.Contains("установлены особые условия", StringComparison.Ordinal));
        Assert.Contains("Можно сдавать", (await anna.Get($"/s/{exam.Course}")).Document.QuerySelector($"a[href='{exam.StartUrl}']")!.ParentElement!.TextContent, StringComparison.Ordinal);
        var player = await exam.Begin(anna);
        var before = (await player.Attempt()).Deadline;

        var change = await (await elena.Get($"/assessment/overrides/{exam.Course}/{exam.Sitting.No}")).Click("Изменить");
        list = await change.Submit("form.override", new() { ["Form.Minutes"] = "120", ["Form.Reason"] = "Слабая связь" });
        Assert.Contains("Ограничение времени: 120 мин", list.Text);
        Assert.Contains("Прежние условия", list.Text);
        Assert.Equal(before.AddMinutes(90), (await player.Attempt()).Deadline);
        Assert.InRange((await player.Say("a", (1, 1, "0", Player.Now))).Body.GetProperty("left").GetInt64(), 100 * 60_000, 120 * 60_000);

        var withdraw = await list.Click("Отозвать");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await withdraw.Submit("form.withdraw")).Status);
        list = await withdraw.Submit("form.withdraw", new() { ["Reason"] = "Ошибка" });
        Assert.Contains("Особых условий нет", list.Text);
        Assert.Contains("Ошибка", list.Text);
        Assert.Equal(before.AddMinutes(90), (await player.Attempt()).Deadline);
        Assert.Equal(HttpStatusCode.NotFound, (await anna.Get($"/assessment/overrides/{exam.Course}/{exam.Sitting.No}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await alys.SignIn("timur", "ru")).Get($"/assessment/overrides/add/{exam.Course}/{exam.Sitting.No}")).Status);
    }

    [Fact]
    public async Task RightAnswersStayHiddenUntilTheLastLearnerCanBeginNoMore()
    {
        var exam = await Exam.Give(alys, Exam.TwoChoices, change: f => (f.RightAfter, f.WhileOpen, f.AfterClose) = (ReviewLevel.Points, ReviewLevel.Points, ReviewLevel.Everything));
        var (anna, elena) = (await alys.SignIn("anna", "ru"), await alys.SignIn("elena", "ru"));
        var player = await exam.Begin(anna);
        await player.HandIn();
        var form = await elena.Get($"/assessment/overrides/add/{exam.Course}/{exam.Sitting.No}");
        var other = form.Document.QuerySelectorAll("#Form_Whom option").First(o => !o.TextContent.Contains("Анна", StringComparison.Ordinal)).GetAttribute("value")!;
        var closes = Alys.Platform.Texts.Local(Story.Now).AddHours(9).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
        await form.Submit("form.override", new() { ["Form.Whom"] = other, ["Form.Closes"] = closes, ["Form.Reason"] = "Командировка" });
        await alys.Act(act => act.Db.Set<Sitting>().Where(s => s.Id == exam.Sitting.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.ClosesAt, act.Now.AddMinutes(-1))));
        Assert.DoesNotContain("Верный ответ", (await anna.Get($"/a/{player.Code}/result")).Text);
        await alys.Act(act => act.Db.Set<Override>().Where(o => o.SittingId == exam.Sitting.Id).ExecuteUpdateAsync(set => set.SetProperty(o => o.ClosesAt, act.Now.AddMinutes(-1))));
        Assert.Contains("Верный ответ", (await anna.Get($"/a/{player.Code}/result")).Text);
    }
}
