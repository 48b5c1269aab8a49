using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Alys.BrowserTests;

/// <summary>The people who make a pack from nothing: an author, the head, a reviewer, and a learner whose attempt runs while a question is corrected.</summary>
internal sealed class PackJourney : Journey
{
    private const string Subject = "«Alys» жүйесінде қашықтықтан қалай оқу керек";
    private const string TestTitle = "Қорытынды тест: жаңа басылым";
    private const string Tag = "жаңа басылым";
    private static readonly string[] Topics = ["1. Жүйеге кіру және бір оқу күні", "2. Баяу байланыста оқу, тьютордан сұрау", "3. Тапсырма, тест және баға", "4. Адалдық ережелері"];

    private readonly List<string> _units = [];
    private string _pack = "";
    private string _figure = "", _video = "";
    private string _asked = "";

    private PackJourney(SecureHost alys, TrustingChromium chromium) : base(alys, chromium) { }

    public static async Task<PackJourney> Begin(SecureHost alys) => new(alys, await TrustingChromium.Start(alys.CertificateFile));

    private static string World(string path) => Path.Combine(Tests.TestDatabase.Repository, "world", path);

    private string PackNo => _pack.Split('/')[^1];

    public async Task TheAuthorBeginsAnEmptyPack()
    {
        var aizhan = await At("aizhan");
        await aizhan.Follow("Оқу кешендері");
        await aizhan.Follow("Жаңа кешен");
        await aizhan.Choose("Пән", $"intro {Subject}");
        await aizhan.Choose("Тілі", "қазақ тілі");
        await aizhan.Write("Атауы", "Қашықтан оқу: жаңа басылым");
        await aizhan.Choose("Қорытынды бақылау нысаны", "Тест");
        await aizhan.Press("Кешенді жасау");
        _pack = new Uri(aizhan.Page.Url).AbsolutePath;
        await Assertions.Expect(aizhan.Page.Locator("#network.bad")).ToBeVisibleAsync();
    }

    public async Task TheHeadAsksForApproval()
    {
        var gulnar = await At("gulnar");
        await gulnar.Open(_pack);
        await gulnar.Go(gulnar.Page.Locator("#approval a"));
        await gulnar.Press("Бекіту талап етілсін");
        await gulnar.Sees("Материалдар тек қаралып, бекітілгеннен кейін жарияланады.");
    }

    public async Task TheAuthorStoresAFigureAndAVideo()
    {
        _figure = await Store("media/index-tree.png", "Кітапханадағы индекс", "Ағаш: түбірден жапыраққа үш қадам");
        _video = await Store("media/index-kk.mp4", "Бейнедәріс: бір оқу күні", "");
    }

    private async Task<string> Store(string file, string title, string description)
    {
        var aizhan = await At("aizhan");
        await aizhan.Open(_pack);
        await aizhan.Follow("Медиакітапхана");
        await aizhan.Follow("Файлды жүктеп салу");
        await aizhan.Give("Файл", World(file));
        await aizhan.Write("Атауы", title);
        if (description.Length > 0) await aizhan.Write("Сипаттамасы", description);
        await aizhan.Choose("Лицензиясы", "CC BY 4.0");
        await aizhan.Press("Файлды жүктеп салу");
        if (!aizhan.Page.Url.Contains("/show/", StringComparison.Ordinal)) await aizhan.Follow(title);
        var snippet = aizhan.Page.Locator("#snippet-player");
        return await (await snippet.CountAsync() > 0 ? snippet : aizhan.Page.Locator("#snippet")).InputValueAsync();
    }

    public async Task TheAuthorImportsABankAndMakesATest()
    {
        var aizhan = await At("aizhan");
        await aizhan.Follow("Сұрақтар банкі");
        await aizhan.Follow("Сұрақтар файлын импорттау");
        await aizhan.Choose("Пән", $"intro · {Subject}");
        await aizhan.Choose("Тіл", "Қазақша");
        await aizhan.Write("Барлығына қосылатын белгілер", Tag);
        await aizhan.Give("Сұрақтар файлы", Material.File("pack-questions.gift"));
        await aizhan.Press("Тексеріп көру");
        Assert.Equal(["3", "0", "0"], await aizhan.Page.Locator("dl.kv dd").AllInnerTextsAsync());
        await aizhan.Press("Импорттау");
        await aizhan.Sees("Импорт аяқталды.");
        await aizhan.Follow("Банкке өту");
        await aizhan.Follow("Тесттер");
        await aizhan.Follow("Жаңа тест");
        await aizhan.Write("Қазақша атауы", TestTitle);
        await aizhan.Write("Орысша атауы", "Итоговый тест: новое издание");
        await aizhan.Write("Ағылшынша атауы", "Final test: new edition");
        await aizhan.Choose("Тіл", "Қазақша");
        await aizhan.Choose("Мақсаты", "Емтихан");
        await aizhan.Write("Уақыт шегі, минут", "20");
        await aizhan.Choose("Белгі, 1-жол", Tag);
        await aizhan.Write("Сұрақ саны, 1-жол", "1");
        await aizhan.Write("Әрқайсысының балы, 1-жол", "1");
        await aizhan.Press("Сақтау");
        await aizhan.Sees("Жеткілікті");
    }

    public async Task TheAuthorWritesEverySlot()
    {
        await Write("M3", "1-дәріс. Бір оқу күні", FirstLecture(), Topics[0]);
        await Write("M3", "2-дәріс. Баяу желі", "Сабақтың салмағы алдын ала жазылады: 50 кбит/с желіде **бір бет үш секундтан** аспайды.", Topics[1]);
        await Write("M3", "3-дәріс. Тапсырма мен баға", "Баға екі аралық бақылау мен емтиханнан құралады.", Topics[2]);
        await Write("M3", "4-дәріс. Адалдық", "Өзгенің сөзін келтірсеңіз, дереккөзін көрсетіңіз.", Topics[3]);
        await Write("M6.iws", "СӨЖ. Апталық жоспар", "Өз аптаңызды жоспарлап, бір бетке жазыңыз.");
        await Write("M6.iwst", "СӨОЖ. Тьюторға сұрақ", "Тьюторға бір сұрақ қойып, жауабын түйіндеңіз.");
        await Write("M7", "Аралық бақылау сұрақтары", "1. Сабақтың салмағы неге жазылады?\n2. Жауап қашан сақталды деп есептеледі?");
        await Write("M8.tests", TestTitle, "Тест бір сұрақтан тұрады.", test: $"{TestTitle} · Қазақша");
    }

    private string FirstLecture() => $"""
        Күн оқу кестесінен басталады. Бір беттің жүктелу уақыты:

        $$t = \frac{"{"}8 \cdot s{"}"}{"{"}50{"}"}$$

        мұндағы $s$ беттің килобайты, ал $t$ секунд.

        {_figure}

        {_video}

        ::: check
        15 кБ бет 50 кбит/с желіде қанша уақыт жүктеледі?

        - [ ] бір секундтан аз
        - [x] екі жарым секундтай
        - [ ] бір минут

        $8 \cdot 15 / 50 = 2{"{"},{"}"}4$ секунд.
        :::
        """;

    private async Task Write(string slot, string title, string text, string? topic = null, string? test = null)
    {
        var aizhan = await At("aizhan");
        await aizhan.Open(_pack);
        await aizhan.Go(aizhan.Page.Locator($"#{slot.Replace('.', '-')} a[href*='/content/units/new/']").Last);
        await aizhan.Write("Тақырыбы", title);
        await aizhan.Press("Жазуға кірісу");
        await aizhan.Write("Мәтін", text);
        if (topic is not null) await aizhan.Choose("Жоспардағы тақырып", topic);
        if (test is not null) await aizhan.Choose("Тест", test);
        await aizhan.Press("Сақтап, көру");
        Assert.Equal(title, await aizhan.Page.InnerTextAsync("h1"));
        var unit = new Uri(aizhan.Page.Url).AbsolutePath.Split('/')[^1];
        _units.Add(unit);
        if (_units.Count == 1) await TheFirstLectureShowsWhatItHolds(aizhan);
    }

    private static async Task TheFirstLectureShowsWhatItHolds(Person aizhan)
    {
        await Assertions.Expect(aizhan.Page.Locator(".prose math[display=block]")).ToBeVisibleAsync();
        await Assertions.Expect(aizhan.Page.Locator(".prose a.image-box")).ToBeVisibleAsync();
        await Assertions.Expect(aizhan.Page.Locator(".prose figure.player")).ToBeVisibleAsync();
        var answer = aizhan.Page.Locator(".prose .card details");
        await Assertions.Expect(answer.Locator("p").First).ToBeHiddenAsync();
        await answer.Locator("summary").PressAsync("Enter");
        await Assertions.Expect(answer.Locator("strong")).ToBeVisibleAsync();
        Assert.Equal("екі жарым секундтай", (await answer.Locator("strong").InnerTextAsync()).Trim());
    }

    public async Task TheReviewerReturnsTheFirstLectureWithAComment()
    {
        await Send(_units[0]);
        var daulet = await At("daulet");
        await daulet.Follow("Мені күтіп тұр");
        await daulet.Follow("1-дәріс. Бір оқу күні");
        await daulet.Go(daulet.Page.Locator("#b1 a[href*='/content/reviews/comment/']"));
        await daulet.Write("Пікіріңіз", "Кесте қайда тұрғанын айтыңыз.");
        await daulet.Press("Пікірді жазу");
        await daulet.Follow("Авторға қайтару");
        await daulet.Write("Түсініктеме", "Бір сөйлем қосыңыз.");
        await daulet.Press("Авторға қайтару");
        await daulet.Sees("Нұсқа авторға қайтарылды.");
    }

    public async Task TheAuthorMendsItAndSendsEverything()
    {
        var aizhan = await At("aizhan");
        await aizhan.Follow("Мені күтіп тұр");
        await Assertions.Expect(aizhan.Page.Locator("#returned")).ToContainTextAsync("1-дәріс. Бір оқу күні");
        await aizhan.Open($"/content/units/edit/{PackNo}/{_units[0]}");
        await aizhan.Sees("Кесте қайда тұрғанын айтыңыз.");
        await aizhan.Write("Мәтін", "Кесте басты бетте тұр. " + FirstLecture());
        await aizhan.Press("Сақтап, көру");
        foreach (var unit in _units) await Send(unit);
    }

    private async Task Send(string unit)
    {
        var aizhan = await At("aizhan");
        await aizhan.Open($"/content/reviews/send/{PackNo}/{unit}");
        await aizhan.Press("Қарауға жіберу");
        await aizhan.Sees("Нұсқа қарауға жіберілді.");
    }

    public async Task TheReviewerHandsOnAndTheHeadApproves()
    {
        await Decide("daulet", "#to-review", "Бекітуге беру", _units.Count);
        await Decide("gulnar", "#to-approve", "Бекітіп, жариялау", _units.Count);
        var gulnar = await At("gulnar");
        await gulnar.Open(_pack);
        await Assertions.Expect(gulnar.Page.Locator("#network.ok")).ToBeVisibleAsync();
    }

    /// <summary>All that wait in the list, but what the believable institution had there before.</summary>
    private async Task Decide(string name, string list, string deed, int count)
    {
        var person = await At(name);
        await person.Follow("Мені күтіп тұр");
        var mine = person.Page.Locator($"{list} li", new() { HasText = "Қашықтан оқу: жаңа басылым" });
        Assert.Equal(count, await mine.CountAsync());
        for (var left = count; left > 0; left--)
        {
            await person.Go(mine.First.Locator("a").First);
            await person.Follow(deed);
            await person.Press(deed);
            await person.Home();
            await person.Follow("Мені күтіп тұр");
            await Assertions.Expect(mine).ToHaveCountAsync(left - 1);
        }
    }

    public async Task ALearnersAttemptRunsWhileItsQuestionIsCorrected()
    {
        var saule = await At("saule");
        await saule.Follow("Тест тапсыру");
        await saule.Follow("Тестті тағайындау");
        await saule.Choose("Курс", $"{Subject} · АЖ-26-1");
        await saule.Choose("Тест", $"{TestTitle} · Қазақша");
        await saule.Write("Ашылуы", Regex.Replace(await saule.Field("Ашылуы").InputValueAsync(), "T.*", "T00:00"));
        await saule.Press("Тестті тағайындау");
        await saule.Sees("Бастаған жоқ");

        var aliya = await At("aliya");
        await aliya.Follow(TestTitle);
        await aliya.Press("Тестті бастау");
        _asked = (await aliya.Page.Locator("#q1 .prose").InnerTextAsync()).Trim();
        var title = Material.Text("pack-questions.gift").Split('\n').Single(l => l.Contains(_asked, StringComparison.Ordinal)).Split("::")[1];

        var aizhan = await At("aizhan");
        await aizhan.Follow("Сұрақтар банкі");
        await aizhan.Choose("Пән", $"intro · {Subject}");
        await aizhan.Press("Сүзу");
        await aizhan.Choose("Белгі", $"{Tag} (3)");
        await aizhan.Press("Сүзу");
        await aizhan.Follow(title);
        await aizhan.Go(aizhan.Page.Locator("a[href*='/assessment/bank/edit/']"));
        await aizhan.Write("Сұрақ", "Түзетілген: " + _asked);
        await aizhan.Press("Сақтау");
        await aizhan.Sees("Түзетілген: " + _asked);

        await aliya.Page.ReloadAsync();
        Assert.Equal(_asked, (await aliya.Page.Locator("#q1 .prose").InnerTextAsync()).Trim());
        await aliya.Picture();
    }

    public async Task ACorrectionOfALectureIsSeenOnlyOnceItIsApproved()
    {
        var aizhan = await At("aizhan");
        await aizhan.Open($"/content/units/edit/{PackNo}/{_units[3]}");
        await aizhan.Write("Мәтін", "Өзгенің сөзін келтірсеңіз, дереккөзін және бетін көрсетіңіз.");
        await aizhan.Press("Сақтап, көру");
        await Assertions.Expect(aizhan.Page.Locator("h1 + p .badge.warn")).ToBeVisibleAsync();
        await Send(_units[3]);
        await Published(aizhan, "1-нұсқа");
        await Decide("daulet", "#to-review", "Бекітуге беру", 1);
        await Published(aizhan, "1-нұсқа");
        await Decide("gulnar", "#to-approve", "Бекітіп, жариялау", 1);
        await Published(aizhan, "2-нұсқа");
    }

    /// <summary>The version that learners see.</summary>
    private async Task Published(Person aizhan, string version)
    {
        await aizhan.Open($"/content/units/history/{PackNo}/{_units[3]}");
        await Assertions.Expect(aizhan.Page.Locator("#versions > li", new() { Has = aizhan.Page.Locator(".badge.ok", new() { HasText = "Жарияланған" }) })).ToContainTextAsync(version);
    }
}
