using Alys.Assessment;
using Alys.Assessment.Attempts;
using Alys.Assessment.Bank;
using Alys.Tests;
using Alys.Tests.Assessment;
using Microsoft.Playwright;

namespace Alys.BrowserTests;

/// <summary>The attempt player in a real browser: whatever happens to the line, the tab or the clock, no answer is lost and the page never navigates.</summary>
public sealed class AttemptPlayerTests(AlysHost alys, Chromium chromium) : IClassFixture<AlysHost>
{
    // The machine that runs the tests may be busy.
    static AttemptPlayerTests() => Assertions.SetDefaultExpectTimeout(30_000);

    private static ItemBody[] AllKinds =>
    [
        .. Exam.TwoChoices,
        new MultipleChoice { Prompt = "Бірнеше", Choices = [new("a", 50), new("b", 50), new("c", -50)], Shuffle = false },
        new TrueFalse { Prompt = "Рас па?", Right = true },
        new Matching { Prompt = "Сәйкестендір", Pairs = [new("бір", "1"), new("екі", "2")] },
        new Numeric { Prompt = "Пи?", Answers = [new(3.14, 0.01)] },
        new ShortAnswer { Prompt = "Сөз?", Answers = [new("база")] },
        new Essay { Prompt = "Эссе жазыңыз" },
    ];

    private async Task<IPage> Start(IBrowserContext profile, Exam exam, string userName = "anna")
    {
        var page = await profile.NewPageAsync();
        await page.SignIn(userName);
        await page.GotoAsync(exam.StartUrl);
        await page.ClickAsync("main form button");
        await page.Locator("#questions").WaitForAsync();
        return page;
    }

    private static string CodeOf(IPage page) => new Uri(page.Url).AbsolutePath.Split('/')[2];

    private Task<List<Answer>> Stored(string code) => alys.Read(db => (from x in db.Set<Answer>().AsNoTracking() join a in db.Set<Attempt>() on x.AttemptId equals a.Id where a.Code == code select x).ToListAsync());

    private async Task<IReadOnlyDictionary<int, string>> Standing(string code) => Answer.Standing(await Stored(code)).ToDictionary(a => a.Key, a => a.Value.Response);

    private static ILocator Question(IPage page, string prompt) => page.Locator("fieldset", new() { HasText = prompt });

    [Fact]
    public async Task EveryKindIsAnsweredAndSavedByKeyboardAndMouse()
    {
        await using var profile = await chromium.Profile(alys.Address);
        var exam = await Exam.Give(alys, AllKinds);
        var page = await Start(profile, exam);
        await page.IsAccessible();
        await page.Picture("attempt");
        await Question(page, "Бірінші").Locator("input").First.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowDown");
        await Question(page, "Бірнеше").Locator("input").Nth(1).CheckAsync();
        await Question(page, "Рас па?").Locator("input").First.CheckAsync();
        await Question(page, "Сәйкестендір").Locator("select").Nth(1).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Question(page, "Пи?").Locator("input").FillAsync("3,14");
        await Question(page, "Сөз?").Locator("input").FillAsync("база");
        await Question(page, "Эссе").Locator("textarea").FillAsync("Менің эссем");
        await Assertions.Expect(page.Locator("#queue.ok")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("fieldset[data-state=saved]")).ToHaveCountAsync(7);
        await page.SetViewportSizeAsync(360, 740);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, "wider than a phone");
        await page.Picture("attempt-phone");
        var standing = await Standing(CodeOf(page));
        Assert.Equal(7, standing.Count);
        Assert.Contains("\"3,14\"", standing.Values);
        Assert.Contains("[1]", standing.Values);
        // What stands comes back with the page.
        await page.ReloadAsync();
        await page.Locator("#questions").WaitForAsync();
        Assert.Equal("Менің эссем", await Question(page, "Эссе").Locator("textarea").InputValueAsync());
        Assert.True(await Question(page, "Бірнеше").Locator("input").Nth(1).IsCheckedAsync());
    }

    [Fact]
    public async Task AnOrderIsMovedByButtonsListAndHandAndGapsAreFilled()
    {
        await using var profile = await chromium.Profile(alys.Address);
        var exam = await Exam.Give(alys,
        [
            new Ordering { Prompt = "Ретке келтір", Elements = ["бір", "екі", "үш", "төрт"] },
            new Cloze
            {
                Prompt = "Астана [[1]] жылдан астана, өңірі [[2]], өзені [[3]], белгісі [[4]].",
                Gaps =
                [
                    new(new Numeric { Answers = [new(1997, 0)] }), new(new SingleChoice { Choices = [new("Ақмола", 100), new("Алматы", 0)], Shuffle = false }),
                    new(new SingleChoice { Choices = [new("Есіл", 100), new("Ертіс", 0)], Shuffle = false }, 1, Alys.Formats.Questions.GapLook.Across),
                    new(new MultipleChoice { Choices = [new("Бәйтерек", 50), new("Хан Шатыр", 50), new("Көктөбе", -50)], Shuffle = false }, 1, Alys.Formats.Questions.GapLook.Down),
                ],
            },
        ]);
        var page = await Start(profile, exam);
        var code = CodeOf(page);
        var order = (await alys.Read(db => db.Set<Attempt>().Include(a => a.Items).FirstAsync(a => a.Code == code))).Items.Single(i => i.Position == 1).Order.Split(',').Select(int.Parse).ToArray();
        var row = (string text) => page.Locator("ol.order li", new() { HasText = text });
        var texts = async () => string.Join(' ', await page.Locator("ol.order label").AllInnerTextsAsync());
        string Said(params string[] words) => "[" + string.Join(',', order.Select(i => Array.IndexOf(words, new[] { "бір", "екі", "үш", "төрт" }[i]))) + "]";
        await page.IsAccessible();
        await page.Picture("attempt-order");
        // As it is shown, then the number of a place, buttons by the keyboard, and the hand.
        await page.ClickAsync("[data-as-is]");
        await row("төрт").Locator("select").SelectOptionAsync(new SelectOptionValue { Value = "3" });
        await row("бір").Locator("select").SelectOptionAsync(new SelectOptionValue { Value = "0" });
        await row("үш").Locator("select").SelectOptionAsync(new SelectOptionValue { Value = "2" });
        Assert.Equal("бір екі үш төрт", await texts());
        await Assertions.Expect(page.Locator("#q1[data-state=saved]")).ToBeVisibleAsync();
        Assert.Equal(Said("бір", "екі", "үш", "төрт"), (await Standing(code))[1]);
        await row("бір").Locator("button").Nth(1).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("екі бір үш төрт", await texts());
        Assert.True(await row("бір").Locator("button").Nth(1).EvaluateAsync<bool>("b => b == document.activeElement"));
        await Assertions.Expect(page.Locator("#said")).Not.ToBeEmptyAsync();
        var from = (await row("төрт").Locator("label").BoundingBoxAsync())!;
        var to = (await row("екі").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(from.X + 20, from.Y + from.Height / 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(from.X + 20, to.Y + to.Height * 0.7f, new() { Steps = 5 });
        await page.Mouse.MoveAsync(from.X + 20, to.Y + 3, new() { Steps = 3 });
        await page.Mouse.UpAsync();
        Assert.Equal("төрт екі бір үш", await texts());
        await page.Locator("#q2 input[type=text]").FillAsync("1997");
        await page.Locator("#q2 select").SelectOptionAsync(new SelectOptionValue { Value = "0" });
        await page.Locator("#q2 [role=radiogroup] input").Nth(1).CheckAsync();
        await page.Locator("#q2 [role=group] input").Nth(0).CheckAsync();
        await page.Locator("#q2 [role=group] input").Nth(1).CheckAsync();
        await page.SetViewportSizeAsync(360, 740);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, "wider than a phone");
        await page.Picture("attempt-order-phone");
        await Assertions.Expect(page.Locator("#queue.ok")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("fieldset[data-state=saved]")).ToHaveCountAsync(2);
        var standing = await Standing(code);
        Assert.Equal(Said("төрт", "екі", "бір", "үш"), standing[1]);
        Assert.Equal("[\"1997\",0,1,[0,1]]", standing[2]);
        // What stands comes back with the page, in its order.
        await page.ReloadAsync();
        await page.Locator("#questions").WaitForAsync();
        Assert.Equal("төрт екі бір үш", await texts());
        Assert.True(await page.Locator("#q2 [role=radiogroup] input").Nth(1).IsCheckedAsync());
        await page.Locator("#q1 [data-clear]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-as-is]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#queue.ok")).ToBeVisibleAsync();
        Assert.Equal("null", (await Standing(code))[1]);
        await page.GotoAsync($"/a/{code}?plain");
        await page.IsAccessible();
        await page.Picture("attempt-plain");
        await page.GotoAsync($"/a/{code}/hand-in");
        await page.IsAccessible();
        await page.GotoAsync("/a/" + code);
        await page.Locator("#questions").WaitForAsync();
        await page.ClickAsync("#to-finish");
        await page.ClickAsync("#hand-in");
        await page.ClickAsync("#done a.button");
        await page.IsAccessible();
        await page.Picture("result-gaps");
    }

    [Fact]
    public async Task WithTheLinkCutTheLearnerAnswersOnAndEverythingArrivesOnceInOrder()
    {
        await using var profile = await chromium.Profile(alys.Address);
        var page = await Start(profile, await Exam.Give(alys, AllKinds));
        var navigations = 0;
        page.FrameNavigated += (_, _) => navigations++;
        await Question(page, "Бірінші").Locator("input").First.CheckAsync();
        await Assertions.Expect(page.Locator("#queue.ok")).ToBeVisibleAsync();
        await profile.SetOfflineAsync(true);
        for (var i = 0; i < 6; i++) await Question(page, "Екінші").Locator("input").Nth(i % 2).CheckAsync();
        await Question(page, "Эссе").Locator("textarea").FillAsync("Байланыссыз жазылды");
        await Question(page, "Пи?").Locator("input").FillAsync("3");
        await Assertions.Expect(page.Locator("#offline")).ToBeVisibleAsync();
        await Assertions.Expect(Question(page, "Екінші")).ToHaveAttributeAsync("data-state", "kept");
        Assert.Single(await Stored(CodeOf(page)));
        await page.IsAccessible();
        await page.Picture("attempt-offline");
        await profile.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator("#queue.ok")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#offline")).ToBeHiddenAsync();
        var stored = (await Stored(CodeOf(page))).OrderBy(a => a.Seq).ToList();
        Assert.Equal(Enumerable.Range(1, stored.Count), stored.Select(a => a.Seq));
        Assert.Equal(9, stored.Count);
        Assert.Equal(stored.Select(a => a.At), stored.Select(a => a.At).Order());
        Assert.Equal("1", (await Standing(CodeOf(page)))[2]);
        Assert.Equal(0, navigations);
    }

    [Fact]
    public async Task WhatWasAnsweredWithoutALinkSurvivesAClosedTabAndArrivesLater()
    {
        await using var profile = await chromium.Profile(alys.Address);
        var page = await Start(profile, await Exam.Give(alys, AllKinds));
        var code = CodeOf(page);
        await profile.SetOfflineAsync(true);
        await Question(page, "Бірінші").Locator("input").First.CheckAsync();
        await Question(page, "Эссе").Locator("textarea").FillAsync("Жартылай жазылған");
        await Assertions.Expect(Question(page, "Бірінші")).ToHaveAttributeAsync("data-state", "kept");
        await page.CloseAsync();
        Assert.Empty(await Stored(code));
        await profile.SetOfflineAsync(false);
        page = await profile.NewPageAsync();
        await page.GotoAsync("/a/" + code);
        await Assertions.Expect(Question(page, "Эссе").Locator("textarea")).ToHaveValueAsync("Жартылай жазылған");
        await Assertions.Expect(page.Locator("#queue.ok")).ToBeVisibleAsync();
        var standing = await Standing(code);
        Assert.Equal("0", standing[1]);
        Assert.Equal("\"Жартылай жазылған\"", standing[8]);
    }

    [Fact]
    public async Task HandingInWithoutALinkHappensByItselfWhenItIsBack()
    {
        await using var profile = await chromium.Profile(alys.Address);
        var page = await Start(profile, await Exam.Give(alys, Exam.TwoChoices));
        var code = CodeOf(page);
        await profile.SetOfflineAsync(true);
        await Question(page, "Бірінші").Locator("input").First.CheckAsync();
        await page.ClickAsync("#to-finish");
        await Assertions.Expect(page.Locator("#unanswered")).ToContainTextAsync("1");
        await page.IsAccessible();
        await page.Picture("attempt-finish");
        await page.ClickAsync("#hand-in");
        await Assertions.Expect(page.Locator("#handing")).ToBeVisibleAsync();
        await profile.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator("#done")).ToBeVisibleAsync();
        await page.IsAccessible();
        var attempt = await alys.Read(db => db.Set<Attempt>().FirstAsync(a => a.Code == code));
        Assert.Equal((AttemptState.Submitted, 2m), (attempt.State, attempt.Points));
        await page.ClickAsync("#done a >> nth=1");
        await page.IsAccessible();
        await page.Picture("receipt");
        await page.GotoAsync($"/a/{code}/result");
        await page.IsAccessible();
        await page.Picture("result");
    }

    [Fact]
    public async Task AnotherMachineGoesOnWhereTheFirstStoppedAndALaterCutAnswerDoesNotUndoIt()
    {
        await using var profile = await chromium.Profile(alys.Address);
        await using var elsewhere = await chromium.Profile(alys.Address);
        var first = await Start(profile, await Exam.Give(alys, Exam.TwoChoices));
        var code = CodeOf(first);
        await Question(first, "Бірінші").Locator("input").First.CheckAsync();
        await Assertions.Expect(first.Locator("#queue.ok")).ToBeVisibleAsync();
        await profile.SetOfflineAsync(true);
        await Question(first, "Екінші").Locator("input").Nth(1).CheckAsync();
        var second = await elsewhere.NewPageAsync();
        await second.SignIn("anna");
        await second.GotoAsync("/a/" + code);
        Assert.True(await Question(second, "Бірінші").Locator("input").First.IsCheckedAsync());
        await Question(second, "Екінші").Locator("input").First.CheckAsync();
        await Assertions.Expect(second.Locator("#queue.ok")).ToBeVisibleAsync();
        await profile.SetOfflineAsync(false);
        await Assertions.Expect(first.Locator("#queue.ok")).ToBeVisibleAsync();
        Assert.Equal("0", (await Standing(code))[2]);
        Assert.Equal(3, (await Stored(code)).Count);
    }

    [Fact]
    public async Task WhenTimeIsOverTheTestHandsItselfInWithWhatWasTyped()
    {
        await using var profile = await chromium.Profile(alys.Address);
        var exam = await Exam.Give(alys, AllKinds);
        var page = await Start(profile, exam);
        var code = CodeOf(page);
        await exam.Pass(code, TimeSpan.FromSeconds(-6));
        await page.ReloadAsync();
        await Question(page, "Эссе").Locator("textarea").FillAsync("Соңғы сөз");
        await Assertions.Expect(page.Locator("#done")).ToBeVisibleAsync();
        Assert.Equal("\"Соңғы сөз\"", (await Standing(code))[8]);
        Assert.Equal(AttemptState.Submitted, await alys.Read(db => db.Set<Attempt>().Where(a => a.Code == code).Select(a => a.State).FirstAsync()));
    }

    [Theory]
    [InlineData("sergei", "/assessment/bank", "bank")]
    [InlineData("sergei", "/assessment/bank/show/1", "item")]
    [InlineData("sergei", "/assessment/bank/edit/1", "item-edit")]
    [InlineData("sergei", "/assessment/bank/import", "import")]
    [InlineData("elena", "/assessment/tests", "tests")]
    [InlineData("elena", "/assessment/tests/edit/4", "test-edit")]
    [InlineData("elena", "/assessment/sittings", "sittings")]
    [InlineData("elena", "/assessment/sittings/new", "sitting-new")]
    [InlineData("elena", "/assessment/marking", "marking")]
    public async Task TheStaffPagesAreAccessibleAndFitAPhone(string userName, string url, string name)
    {
        await using var profile = await chromium.Profile(alys.Address);
        var page = await profile.NewPageAsync();
        await page.SignIn(userName);
        var response = await page.GotoAsync(url);
        Assert.Equal(200, response!.Status);
        await page.IsAccessible();
        await page.Picture("assessment-" + name);
        await page.SetViewportSizeAsync(360, 740);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, $"{url} is wider than a phone");
    }
}
