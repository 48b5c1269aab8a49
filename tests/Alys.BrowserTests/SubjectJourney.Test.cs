using System.Diagnostics;
using Microsoft.Playwright;

namespace Alys.BrowserTests;

internal sealed partial class SubjectJourney
{
    private const int Items = 20;
    // Two of twenty are answered wrongly on purpose, so that the mark has something to explain.
    private static readonly int[] Wrong = [5, 14];
    private static readonly TimeSpan CutLasts = TimeSpan.FromMinutes(1);

    public async Task TheLearnerSitsTheTestWithTheLineCutForAMinute()
    {
        var right = Material.RightAnswers(Questions);
        var symbat = await At("symbat");
        await symbat.Follow(ExamTitle);
        await symbat.Press("Тестті бастау");
        await Assertions.Expect(symbat.Page.Locator("#questions fieldset")).ToHaveCountAsync(Items);
        var page = symbat.Page.Url;
        for (var item = 1; item <= 7; item++) await Answer(symbat, item, right);
        await Assertions.Expect(symbat.Page.Locator("fieldset[data-state=saved]")).ToHaveCountAsync(7);

        await _line.Cut();
        var cut = Stopwatch.StartNew();
        for (var item = 8; item <= 16; item++) await Answer(symbat, item, right);
        await Assertions.Expect(symbat.Page.Locator("#offline")).ToBeVisibleAsync();
        await Assertions.Expect(symbat.Page.Locator("fieldset[data-state=kept]")).ToHaveCountAsync(9);
        await symbat.Picture();
        await TheTeacherEntersTheMilestoneMarksMeanwhile();
        // The seventeenth is answered wrongly and then rightly: of two answers kept on the machine the later one stands.
        await Answer(symbat, 17, right, wrongly: true);
        await Answer(symbat, 17, right);
        if (CutLasts > cut.Elapsed) await Task.Delay(CutLasts - cut.Elapsed, TestContext.Current.CancellationToken);
        await Assertions.Expect(symbat.Page.Locator("fieldset[data-state=saved]")).ToHaveCountAsync(7);
        await _line.Mend();

        for (var item = 18; item <= Items; item++) await Answer(symbat, item, right);
        await Assertions.Expect(symbat.Page.Locator("#queue.ok")).ToBeVisibleAsync();
        await Assertions.Expect(symbat.Page.Locator("fieldset[data-state=saved]")).ToHaveCountAsync(Items);
        Assert.Equal(page, symbat.Page.Url);
        await symbat.Page.ClickAsync("#to-finish");
        await symbat.Picture();
        await symbat.Page.ClickAsync("#hand-in");
        await Assertions.Expect(symbat.Page.Locator("#done")).ToBeVisibleAsync();
        await symbat.Picture();
        await symbat.Go(symbat.Page.Locator("#done a[href$='/receipt']"));
        await TheReceiptListsEveryAnswerOnce(symbat);
        await symbat.Follow(ExamTitle);
        await symbat.Sees($"{Items - Wrong.Length} / {Items}");
        await symbat.Follow(Subject);
    }

    private static async Task Answer(Person symbat, int item, IReadOnlyDictionary<string, string> right, bool wrongly = false)
    {
        var question = symbat.Page.Locator($"#q{item}");
        var answer = right[Material.Letters(await question.Locator(".prose").InnerTextAsync())];
        var choices = question.Locator("label");
        var fits = new List<bool>();
        for (var i = 0; i < await choices.CountAsync(); i++)
        {
            var value = await choices.Nth(i).Locator("input").GetAttributeAsync("value");
            fits.Add(answer is "true" or "false" ? value == answer : Material.Letters(await choices.Nth(i).InnerTextAsync()) == answer);
        }
        Assert.Single(fits, f => f);
        await choices.Nth(fits.IndexOf(!wrongly && !Wrong.Contains(item))).Locator("input").CheckAsync();
    }

    private static async Task TheReceiptListsEveryAnswerOnce(Person symbat)
    {
        var rows = symbat.Page.Locator("tbody tr");
        Assert.Equal(Items + 1, await rows.CountAsync());
        Assert.Equal(Items + 1, (await rows.Locator("code").AllInnerTextsAsync()).Distinct().Count());
        var order = (await rows.Locator("td:nth-child(3)").AllInnerTextsAsync()).Select(t => int.Parse(t, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal([.. Enumerable.Range(1, 17), .. Enumerable.Range(17, 4)], order);
        Assert.Equal(1, await rows.Filter(new() { HasText = "Кейінгісімен ауысты" }).CountAsync());
        Assert.Equal(Items, await rows.Filter(new() { HasText = "Есепке алынады" }).CountAsync());
    }

    private async Task TheTeacherEntersTheMilestoneMarksMeanwhile()
    {
        await Enter("Ауызша жауап: 1–12 тақырыптар", "85", "64", "71");
        await Enter("Ауызша жауап: 13–24 тақырыптар", "78", "58", "66");
    }

    private async Task Enter(string control, params string[] marks)
    {
        var daulet = await At("daulet");
        await daulet.Follow("Бақылау жоспарлары");
        await daulet.Follow($"iot {Subject}", daulet.Part("li", Group));
        await daulet.Follow("Балдар кестесі");
        await daulet.Follow(control);
        foreach (var (name, mark) in ((string[])[Learner, .. Others]).Zip(marks)) await daulet.Write(name, mark);
        await daulet.Write("Негізі", "Консультациядағы ауызша жауап");
        await daulet.Press("Балдарды енгізу");
    }
}
