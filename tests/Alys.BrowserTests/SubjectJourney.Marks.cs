using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Alys.BrowserTests;

internal sealed partial class SubjectJourney
{
    private string _sheet = "";
    private string _printedHash = "";
    private string _printedAddress = "";
    private string _paper = "";

    public async Task TheTeacherReviewsTheEssay()
    {
        var daulet = await At("daulet");
        await daulet.Follow("Тексерілетін жұмыстар");
        await daulet.Follow($"{Learner}: {EssayTitle}");
        await daulet.Sees("жылыжайдың түнде суып кетуі");
        await daulet.Write("Рецензия мәтіні", Material.Text("iot-review.md"));
        await daulet.Choose("Шешім", "Бағалау");
        await daulet.Write("Балл", "92");
        await daulet.Press("Рецензияны сақтау");
        await daulet.Sees("Рецензия сақталды.");
    }

    public async Task TheMarksFlowIntoTheTable()
    {
        var daulet = await At("daulet");
        await daulet.Follow("Бақылау жоспарлары");
        await daulet.Follow($"iot {Subject}", daulet.Part("li", Group));
        await daulet.Follow("Балдар кестесі");
        // Р1 = 0,6 · 85 + 0,4 · 92 = 87,8; Р2 = 78; ЖР = 82,9; 0,6 · 82,9 + 0,4 · 90 = 85,74.
        await daulet.SeesInTheEnd($"tr:has-text('{Learner}')", "Пән тапсырылды");
        var row = (await daulet.Part("tr", Learner).Locator("td").AllInnerTextsAsync()).Select(t => t.Trim()).ToArray();
        Assert.Equal(["85", "92", "78", "90", "87,8", "78", "82,9", "85,74", "B+", "Пән тапсырылды"], row);
    }

    public async Task TheSheetIsFilledCheckedAndClosed()
    {
        var marat = await At("marat");
        await marat.Follow("Ведомостілер");
        await marat.Follow("Ведомостіні ашу", marat.Part("li", Group));
        await marat.Press("Ведомостіні ашу");
        _sheet = new Uri(marat.Page.Url).AbsolutePath;
        await marat.Follow("Ведомостіні толтыру");
        await marat.Press("Ведомостіні толтыру");
        await marat.Sees("Енді оны басқа адам тексереді.");

        var botagoz = await At("botagoz");
        await botagoz.Follow("Ведомостілер");
        await botagoz.Go(botagoz.Part("li", Group).Locator("a").First);
        await botagoz.Follow("Ведомостіні тексеру");
        await botagoz.Press("Ведомостіні тексеру");

        await marat.Open(_sheet);
        await marat.Follow("Ведомостіні жабу");
        await marat.Press("Ведомостіні жабу");
        await marat.Sees("Ведомость жабылды, құжат тіркелді.");
        await ReadThePaper(marat);
    }

    /// <summary>The PDF as the examiner gets it, and what is printed on it.</summary>
    private async Task ReadThePaper(Person marat)
    {
        var address = await marat.Links("PDF құжатын ашу").GetAttributeAsync("href");
        var base64 = await marat.Page.EvaluateAsync<string>("""
            async address => {
              const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
              return btoa(Array.from(bytes, b => String.fromCharCode(b)).join(""));
            }
            """, address);
        _paper = Path.Combine(Directory.CreateTempSubdirectory("alys-paper-").FullName, "sheet.pdf");
        await File.WriteAllBytesAsync(_paper, Convert.FromBase64String(base64), TestContext.Current.CancellationToken);
        var printed = await TrustingChromium.Run("pdftotext", "-layout", _paper, "-");
        foreach (var name in (string[])[Learner, .. Others]) Assert.Contains(name.Split(' ')[0], printed, StringComparison.Ordinal);
        Assert.Contains("B+", printed, StringComparison.Ordinal);
        _printedHash = Regex.Match(printed, "[0-9a-f]{64}").Value;
        _printedAddress = Regex.Match(printed, @"https://\S+/v/\S+").Value;
        Assert.Equal((await marat.Page.InnerTextAsync("dl.kv code")).Trim(), _printedHash);
    }

    public async Task TheLearnerReadsTheExplainedMark()
    {
        var symbat = await At("symbat");
        await symbat.Follow(Subject, symbat.Page.Locator("main section.card"));
        await symbat.Follow(EssayTitle);
        await symbat.Follow("Жауабым");
        await symbat.Sees("Сол үшін 8 балл алынды.");
        await symbat.Follow(Subject);
        await symbat.Follow("Бағалар");
        await symbat.Sees("85,74 % · B+");
        await symbat.Sees("Қорытынды баға = 0,6 · ЖР + 0,4 · емтихан = 0,6 · 82,9 + 0,4 · 90 = 85,74");
        await symbat.Sees("85,74 → 86");
    }

    public async Task AStrangerVerifiesThePaper()
    {
        var stranger = await Comes("stranger");
        await stranger.Open(_printedAddress);
        await stranger.Sees(_printedHash);
        await stranger.Write("SHA-256 мәні", _printedHash);
        await stranger.Press("Салыстыру");
        await stranger.Sees("Сәйкес келеді: бұл осы нұсқаның деректері.");
        await stranger.Give("Файл", _paper);
        await stranger.Press("Салыстыру");
        await stranger.Sees("Сәйкес келеді: бұл осы нұсқаның шығарылған PDF файлы.");
        var told = await stranger.Page.ContentAsync();
        foreach (var name in (string[])[Learner, .. Others, "Әлімбаев", "Ибраев", "Қасымова", Subject, Group]) Assert.DoesNotContain(name.Split(' ')[0], told, StringComparison.Ordinal);
        await stranger.Write("SHA-256 мәні", _printedHash[1..] + (_printedHash[0] == '0' ? '1' : '0'));
        await stranger.Press("Салыстыру");
        await stranger.Sees("Сәйкес келмейді");
    }
}
