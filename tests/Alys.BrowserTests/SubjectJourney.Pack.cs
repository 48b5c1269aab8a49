using Microsoft.Playwright;

namespace Alys.BrowserTests;

internal sealed partial class SubjectJourney
{
    private const string ExamTag = "емтихан";

    public async Task TheOrganiserImportsTheLessonsAfterATrial()
    {
        var saule = await At("saule");
        await saule.Follow("Оқу кешендері");
        await saule.Follow("Жаңа кешен");
        await saule.Choose("Пән", $"iot {Subject}");
        await saule.Choose("Тілі", "орыс тілі");
        await saule.Choose("Қорытынды бақылау нысаны", "Тест");
        await saule.Press("Кешенді жасау");
        _pack = new Uri(saule.Page.Url).AbsolutePath;
        await Assertions.Expect(saule.Page.Locator("#network.bad")).ToBeVisibleAsync();

        await saule.Follow("Сабақтарды импорттау");
        await saule.Give("Мұрағат немесе файл", Lessons);
        await saule.Press("Тексеріп көру");
        await saule.Sees("Табылған сабақтар: 24. Әзірге ештеңе импортталған жоқ.");
        // The archive has no pictures: each missing one is named, lesson by lesson.
        await saule.Sees("Жетпейтін суреттер");
        Assert.Equal(24, await saule.Page.Locator("main > details").CountAsync());
        Assert.Equal(24, await saule.Page.Locator("tr[data-outcome=Created][data-slot=M3]").CountAsync());

        // By the rules she finds, exercises for Wio Terminal are laboratory tasks; she lets them stand in the additional set.
        var wio = await saule.Page.Locator("tr[data-outcome=Created][data-slot='M5.tasks']", new() { HasText = "wio-" }).CountAsync();
        Assert.True(wio > 0);
        await saule.Choose("3-ереженің орны", "A.reference: Анықтамалық-әдістемелік материалдар");
        await saule.Press("Ережелерді сақтап, қайта тексеру");
        Assert.Equal(wio, await saule.Page.Locator("tr[data-outcome=Created][data-slot='A.reference']", new() { HasText = "wio-" }).CountAsync());

        await saule.Follow("Импорттау");
        await saule.Press("Импорттау");
        await saule.Sees("Импорт есебі");
        Assert.Equal(24, await saule.Page.Locator("tr[data-outcome=Created][data-slot=M3]").CountAsync());
        await saule.Follow("Кешенге өту");
    }

    public async Task TheOrganiserImportsTheQuestionsAfterATrial()
    {
        var saule = await At("saule");
        await saule.Follow("Сұрақтар банкі");
        await saule.Follow("Сұрақтар файлын импорттау");
        await saule.Choose("Пән", $"iot · {Subject}");
        await saule.Choose("Тіл", "Ағылшынша");
        await saule.Write("Барлығына қосылатын белгілер", ExamTag);
        await saule.Give("Сұрақтар файлы", Questions);
        await saule.Press("Тексеріп көру");
        await saule.Sees("Бұл тексеру ғана: әлі ештеңе импортталған жоқ.");
        Assert.Equal(["144", "0", "0"], await saule.Page.Locator("dl.kv dd").AllInnerTextsAsync());
        Assert.Equal(144, await saule.Page.GetByText("Жасалады", new() { Exact = true }).CountAsync() - 1);
        await saule.Press("Импорттау");
        await saule.Sees("Импорт аяқталды.");
        Assert.Equal(144, await saule.Page.GetByText("Жасалды", new() { Exact = true }).CountAsync() - 1);
        await saule.Follow("Банкке өту");
        await saule.Sees("Табылған сұрақтар: 144");
    }

    public async Task TheOrganiserMakesATestOfTwentyItems()
    {
        var saule = Still("saule");
        await saule.Follow("Тесттер");
        await saule.Follow("Жаңа тест");
        await saule.Write("Қазақша атауы", ExamTitle);
        await saule.Write("Орысша атауы", "Экзамен: интернет вещей");
        await saule.Write("Ағылшынша атауы", "Examination: Internet of Things");
        await saule.Choose("Тіл", "Ағылшынша");
        await saule.Choose("Мақсаты", "Емтихан");
        await saule.Write("Уақыт шегі, минут", "40");
        await saule.Choose("Белгі, 1-жол", ExamTag);
        await saule.Write("Сұрақ саны, 1-жол", "20");
        await saule.Write("Әрқайсысының балы, 1-жол", "1");
        await saule.Press("Сақтау");
        await saule.Sees("Жеткілікті");
        await saule.Sees("Сұрақ: 20, ең жоғары балл: 20");
    }

    /// <summary>Fills by hand every slot and sub-slot of clause 37 that the import has left empty.</summary>
    public async Task TheOrganiserCompletesThePack()
    {
        var saule = await At("saule");
        await Write(saule, "M5.examples", "iot-m5-examples.md");
        await Write(saule, "M5.guidance", "iot-m5-guidance.md");
        await Write(saule, "M6.iwst", "iot-essay-task.md");
        await Write(saule, "M7", "iot-m7.md");
        await Write(saule, "M8.tests", "iot-m8.md", test: $"{ExamTitle} · Ағылшынша");
        await saule.Open(_pack);
        await saule.Go(saule.Page.Locator("a[href*='/content/packs/publish/']").First);
        await saule.Press("Жариялау");
        await saule.Sees("Материалдар жарияланды.");
        await Assertions.Expect(saule.Page.Locator("#network.ok")).ToBeVisibleAsync();
        // Packages to be taken away do not exist yet, and the page says so.
        await Assertions.Expect(saule.Page.Locator("#autonomous.warn")).ToBeVisibleAsync();
    }

    private async Task Write(Person saule, string slot, string file, string? test = null)
    {
        await saule.Open(_pack);
        await saule.Go(saule.Page.Locator($"#{slot.Replace('.', '-')} a[href*='/content/units/new/']").First);
        var (title, text) = Material.Titled(file);
        await saule.Write("Тақырыбы", title);
        await saule.Press("Жазуға кірісу");
        await saule.Write("Мәтін", text);
        if (test is not null) await saule.Choose("Тест", test);
        await saule.Press("Сақтап, көру");
        Assert.Equal(title, await saule.Page.InnerTextAsync("h1"));
    }
}
