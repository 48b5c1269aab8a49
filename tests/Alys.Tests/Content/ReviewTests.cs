using System.Net;
using Alys.Access;
using Alys.Communication;
using Alys.Content;
using Alys.Platform;

namespace Alys.Tests.Content;

/// <summary>A unit's way from author to reviewer to approver.</summary>
public sealed class ReviewTests(AlysHost alys) : ReviewWorld(alys), IClassFixture<AlysHost>
{
    [Fact]
    public async Task AVersionIsSentReturnedMendedSentAgainApprovedAndThenSeenByTheLearner()
    {
        var pack = await Host.Read(db => db.Set<PackRow>().Where(p => p.Language == "ru" && p.TitleRu == "Основы баз данных").Select(p => p.No).SingleAsync(Ct));
        await AskApproval(pack);
        var (sergei, elena, gulnar, anna) = (await SignIn("sergei"), await SignIn("elena"), await SignIn("gulnar"), await SignIn("anna"));
        var unit = await Host.Read(db => (from u in db.Set<PublishedUnitRow>() join p in db.Set<PackRow>() on u.PackId equals p.Id where p.No == pack && u.Slot == "M3" orderby u.No select u.No).FirstAsync(Ct));
        var title = (await sergei.Get($"/content/units/show/{pack}/{unit}")).Title!;

        var page = await Rewrite(sergei, pack, unit, "## Данные\n\nПервый абзац.\n\nВторой абзац с ашибкой.", "Переписано короче");
        page = await (await page.Click("Отправить на рассмотрение")).Submit("main form", new() { ["Said"] = "Посмотрите второй абзац" });
        var first = int.Parse(page.Url.Segments[^1], CultureInfo.InvariantCulture);
        Assert.Null((await sergei.Get("/content/reviews")).Document.QuerySelector($"#to-review a[href$='/{first}']"));
        Assert.NotNull((await sergei.Get("/content/reviews")).Document.QuerySelector($"#sent a[href$='/{first}']"));

        page = await (await elena.Get("/content/reviews")).Click(title);
        Assert.Contains("Посмотрите второй абзац", page.Text);
        Assert.Contains("Второй абзац с ашибкой", page.Document.QuerySelector(".prose")!.TextContent);
        page = await elena.Get(new Uri(page.Url, page.Document.QuerySelector("#b3 a")!.GetAttribute("href")).PathAndQuery);
        Assert.Contains("Второй абзац с ашибкой", page.Document.QuerySelector(".prose")!.TextContent);
        page = await page.Submit("main form", new() { ["Text"] = "Исправьте опечатку" });
        Assert.Contains("Исправьте опечатку", page.Document.QuerySelector("#b3 .post")!.TextContent);
        Assert.Contains("Второй абзац с ашибкой", page.Document.QuerySelector("#b3 blockquote")!.TextContent);
        page = await Decide(elena, "return", first, "Почти готово");
        Assert.Contains("Возвращена", page.Document.QuerySelector("main .badge")!.TextContent);

        Assert.NotNull((await sergei.Get("/content/reviews")).Document.QuerySelector($"#returned a[href$='/{first}']"));
        page = await sergei.Get($"/content/units/edit/{pack}/{unit}");
        Assert.Contains("Исправьте опечатку", page.Document.QuerySelector("#review .post")!.TextContent);
        Assert.Contains("Почти готово", page.Document.QuerySelector("#review")!.TextContent);
        page = await (await sergei.Get(page.Document.QuerySelector("#review .post a")!.GetAttribute("href")!)).Submit("main form", new() { ["Text"] = "Спасибо, исправил" });
        Assert.Contains("Спасибо, исправил", page.Text);
        await Rewrite(sergei, pack, unit, "## Данные\n\nПервый абзац.\n\nВторой абзац без ошибки.");
        Assert.Contains("Исправьте опечатку", (await sergei.Get($"/content/units/edit/{pack}/{unit}")).Document.QuerySelector("#review")!.TextContent);
        var second = await Send(sergei, pack, unit);
        Assert.Null((await sergei.Get("/content/reviews")).Document.QuerySelector($"#returned a[href$='/{first}']"));

        page = await (await elena.Get($"/content/reviews/settle/{first}/1")).Submit("main form");
        Assert.Contains("Снято", page.Document.QuerySelector("#b3 .badge")!.TextContent);
        await Decide(elena, "pass", second);
        var learners = await anna.Get($"/s/4/u/{unit}");
        Assert.DoesNotContain("Второй абзац", learners.Text);
        page = await (await gulnar.Get("/content/reviews")).Click(title);
        Assert.Equal($"/content/reviews/show/{second}", page.Url.AbsolutePath);
        page = await (await page.Click("Утвердить")).Submit("main form");
        Assert.Contains("Утверждена", page.Document.QuerySelector("main .badge")!.TextContent);
        Assert.Equal(3, await Published(pack, unit));
        Assert.Contains("Второй абзац без ошибки", (await anna.Get($"/s/4/u/{unit}")).Text);

        string[] facts = ["content.review.sent", "content.review.commented", "content.review.returned", "content.review.answered", "content.review.settled", "content.review.passed", "content.review.approved"];
        Assert.Empty(facts.Except(await Host.Read(db => db.Set<JournalEntry>().Select(j => j.What).Distinct().ToListAsync(Ct))));
        await AlysHost.Until(async () => (await Told("sergei")).Contains("communication.notice.review-approved"));
        Assert.Contains("communication.notice.review-returned", await Told("sergei"));
        Assert.Contains("communication.notice.review-sent", await Told("elena"));
        Assert.Contains("communication.notice.comment-answered", await Told("elena"));
        Assert.Contains("communication.notice.review-passed", await Told("gulnar"));
        Assert.DoesNotContain("communication.notice.review-sent", await Told("sergei", $"/content/reviews/show/{second}"));
    }

    private Task<List<string>> Told(string userName, string url = "/") => Host.Read(db => (from n in db.Notices join p in db.Set<PersonRow>() on n.PersonId equals p.Id where p.UserName == userName && n.Url.StartsWith(url) select n.TextKey).ToListAsync(Ct));

    [Fact]
    public async Task WhoSendsAVersionThatIsNoLongerTheDraftIsToldAndMaySendTheNewOne()
    {
        var pack = await NewPack("Жіберу", needsApproval: true);
        var sergei = await SignIn("sergei");
        var (_, unit) = await Write(sergei, pack, "Жіберу", "Бірінші");
        var form = await sergei.Get($"/content/reviews/send/{pack}/{unit}");
        await Rewrite(sergei, pack, unit, "Екінші", "өзгерді");
        var refused = await form.Submit("main form", new() { ["Said"] = "қараңыз" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("қараңыз", refused.Document.QuerySelector("[name=Said]")!.TextContent.Trim());
        Assert.Contains("/content/reviews/show/", (await refused.Submit("main form")).Url.AbsolutePath);
    }

    [Fact]
    public async Task NobodyReviewsOrApprovesAVersionOfHerOwn()
    {
        var pack = await NewPack("Свой");
        var (gulnar, elena) = (await SignIn("gulnar"), await SignIn("elena"));
        var (_, unit) = await Write(gulnar, pack, "Приказ", "Текст главы");
        var review = await Send(gulnar, pack, unit);
        var refused = await Decide(gulnar, "pass", review);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Свою версию нельзя", refused.Text);
        await Decide(elena, "pass", review);
        Assert.Contains("Свою версию нельзя", (await Decide(gulnar, "approve", review)).Text);
        Assert.Null(await Published(pack, unit));
    }

    [Fact]
    public async Task OnlyTheDraftCanBeApproved()
    {
        var pack = await NewPack("Нобай");
        var (sergei, elena, gulnar) = (await SignIn("sergei"), await SignIn("elena"), await SignIn("gulnar"));
        var (_, unit) = await Write(sergei, pack, "Черновик", "Первая");
        var review = await Send(sergei, pack, unit);
        await Decide(elena, "pass", review);
        var opened = await gulnar.Get($"/content/reviews/approve/{review}");
        Assert.Contains("прекратится", (await sergei.Get($"/content/units/edit/{pack}/{unit}")).Text);
        await Rewrite(sergei, pack, unit, "Вторая");
        var refused = await opened.Submit("main form");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Версия 1 уже не черновик", refused.Text);
        Assert.Contains("Заменена новой версией", (await gulnar.Get($"/content/reviews/show/{review}")).Text);
        Assert.Empty((await gulnar.Get("/content/reviews")).Document.QuerySelectorAll($"a[href$='/show/{review}']"));
        Assert.Null(await Published(pack, unit));
    }

    [Fact]
    public async Task NothingIsPublishedPastTheReview()
    {
        var pack = await NewPack("Мимо");
        var (sergei, gulnar) = (await SignIn("sergei"), await SignIn("gulnar"));
        var (shown, unit) = await Write(sergei, pack, "Мимо", "Текст");
        Assert.DoesNotContain("Опубликовать", shown.Text);
        foreach (var url in new[] { $"/content/units/publish/{pack}/{unit}?v=1", $"/content/packs/publish/{pack}" })
        {
            var refused = await (await sergei.Get(url)).Submit("main form");
            Assert.Equal((url, HttpStatusCode.UnprocessableEntity), (url, refused.Status));
            Assert.Contains("только после утверждения", refused.Text);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await sergei.Get($"/content/packs/approval/{pack}")).Status);
        var review = await Send(sergei, pack, unit);
        var early = await Decide(gulnar, "approve", review);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Contains("сначала должен рассмотреть", early.Text);
        Assert.Null(await Published(pack, unit));
    }

    [Fact]
    public async Task WhatIsApprovedIsWhatWasSentToTheLetter()
    {
        var pack = await NewPack("Подмена");
        var (sergei, elena, gulnar) = (await SignIn("sergei"), await SignIn("elena"), await SignIn("gulnar"));
        var (_, unit) = await Write(sergei, pack, "Подмена", "Как было");
        var review = await Send(sergei, pack, unit);
        await Decide(elena, "pass", review);
        await Execute("update content_version_pages set \"Html\" = replace(\"Html\", 'Как было', 'Как стало')");
        var refused = await Decide(gulnar, "approve", review);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("не тот, что был отправлен", refused.Text);
        await Execute("update content_version_pages set \"Html\" = replace(\"Html\", 'Как стало', 'Как было')");
        await Decide(gulnar, "approve", review);
        Assert.Equal(1, await Published(pack, unit));
    }

    [Fact]
    public async Task AVersionIsNotReturnedWithoutAWordAndNotSentTwice()
    {
        var pack = await NewPack("Слова");
        var (sergei, elena) = (await SignIn("sergei"), await SignIn("elena"));
        var (_, unit) = await Write(sergei, pack, "Слова", "Текст");
        var form = await sergei.Get($"/content/reviews/send/{pack}/{unit}");
        var review = await Send(sergei, pack, unit);
        Assert.Contains("уже рассматривается", (await form.Submit("main form")).Text);
        var refused = await Decide(elena, "return", review);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Document.QuerySelector("#Said-error"));
        await (await elena.Get($"/content/reviews/comment/{review}")).Submit("main form", new() { ["Text"] = "В целом верно" });
        Assert.Contains("Возвращена", (await Decide(elena, "return", review)).Text);
        Assert.Contains("закончено", (await Decide(elena, "pass", review)).Text);
    }

    [Fact]
    public async Task WhoHasNoPartInASubjectSeesNothingOfItsReviews()
    {
        var pack = await NewPack("Чужое");
        var sergei = await SignIn("sergei");
        var (_, unit) = await Write(sergei, pack, "Чужое", "Текст");
        var review = await Send(sergei, pack, unit);
        foreach (var name in new[] { "anna", "timur", "botagoz" })
        {
            var stranger = await SignIn(name);
            foreach (var url in new[] { "/content/reviews", $"/content/reviews/show/{review}", $"/content/reviews/comment/{review}", $"/content/reviews/pass/{review}", $"/content/reviews/return/{review}", $"/content/reviews/approve/{review}", $"/content/units/compare/{pack}/{unit}", $"/content/packs/approval/{pack}" })
            {
                Assert.Equal((name, url, HttpStatusCode.NotFound), (name, url, (await stranger.Get(url)).Status));
            }
        }
        Assert.Equal(HttpStatusCode.NotFound, (await sergei.Get($"/content/reviews/approve/{review}")).Status);
    }

    [Fact]
    public async Task TheHeadOfAChairApprovesPacksOfItsSubjects()
    {
        var pack = await NewPack("Кафедра");
        var (sergei, elena) = (await SignIn("sergei"), await SignIn("elena"));
        var chair = await Host.Read(db => db.Set<Alys.Institution.UnitRow>().Where(u => u.Code == "is").Select(u => u.Id).SingleAsync(Ct));
        var kairat = await Host.Read(db => db.Set<PersonRow>().Where(p => p.UserName == "kairat").Select(p => p.Id).SingleAsync(Ct));
        await Host.Act(async act => { await Host.Service<People>().Grant(act, kairat, Roles.ChairHead, new(ScopeKinds.Unit, chair)); return 0; });
        var (_, unit) = await Write(sergei, pack, "Кафедра", "Текст");
        var review = await Send(sergei, pack, unit);
        await Decide(elena, "pass", review);
        Assert.Contains("Утверждена", (await Decide(await SignIn("kairat"), "approve", review)).Text);
        Assert.Equal(1, await Published(pack, unit));
    }

    [Theory]
    [InlineData("kk", "Қарау керек", "Шешілмеген пікірлер: 1")]
    [InlineData("ru", "На рассмотрение", "Открытых замечаний: 1")]
    [InlineData("en", "To review", "Open comments: 1")]
    public async Task TheReviewerOfTheWorldFindsHerUnitInEachLanguage(string language, string heading, string comments)
    {
        var page = await (await SignIn("daulet", language)).Get("/content/reviews");
        Assert.Contains(heading, page.Text);
        Assert.Contains(comments, page.Text);
    }
}
