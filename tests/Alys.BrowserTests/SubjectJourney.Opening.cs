using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Alys.BrowserTests;

internal sealed partial class SubjectJourney
{
    public async Task TheOrganiserOpensAGroupACourseAndGivesTheDuties()
    {
        var saule = await At("saule");
        await saule.Follow("Топтар");
        await saule.Follow("Топ ашу");
        await saule.Write("Топ", Group);
        await saule.Choose("Оқу орталығы", "Аягөз оқу орталығы");
        await saule.Choose("Білім беру бағдарламасы", "6B06102 Ақпараттық жүйелер");
        await saule.Choose("Оқыту тілі", "қаз");
        await saule.Write("Ашылған күні", "2026-09-01");
        await saule.Press("Сақтау");

        await saule.Follow("Топтар");
        await saule.Follow("Адамдарды кестеден енгізу");
        await saule.Give("Кесте (CSV)", Material.File("iot-learners.csv"));
        await saule.Press("Тексеру");
        await saule.Sees("Құрылады: 3. Өзгереді: 0. Өткізіледі: 0. Қабылданбайды: 0.");
        await saule.Press("Енгізу");

        await saule.Follow("Топтар");
        await saule.Follow(Group);
        await saule.Sees(Learner);
        await saule.Follow("Топқа пән қою");
        await saule.Choose("Пән", $"iot {Subject}");
        await saule.Choose("Оқу кезеңі", "2026 жылғы күзгі семестр");
        await saule.Press("Курсты ашу");

        await GiveDuty("daulet", "Оқытушы");
        await GiveDuty("aigerim", "Тьютор");
        await GiveDuty("marat", "Емтихан алушы");
    }

    private async Task GiveDuty(string person, string duty)
    {
        var saule = await At("saule");
        await saule.Follow("Тағайындаулар");
        await saule.Go(saule.Part("section.card", $"{Subject}, {Group}").Locator("a[href*='/staffing/assignments/new']"));
        await saule.Write("Пайдаланушы аты", person);
        await saule.Choose("Міндеті", duty);
        await saule.Press("Тағайындау");
    }

    public async Task AnIncompletePackCannotBeOpened()
    {
        var saule = await At("saule");
        await ToOpening(saule);
        await saule.Sees("Желілік оқуға толық емес");
        await saule.Sees("Зертханалық практикум: орындау үлгілері");
        Assert.Equal(0, await saule.Page.Locator("form.open").CountAsync());
    }

    public async Task TheOrganiserOpensTheSubjectToTheGroup()
    {
        var saule = await At("saule");
        await ToOpening(saule);
        await saule.Sees("Желілік оқуға толық");
        await saule.Press("Курсты топқа ашу");
        await saule.Sees("Курс ашылды.");
    }

    private static async Task ToOpening(Person saule)
    {
        await saule.Follow("Курстарды ашу");
        await saule.Follow(Subject, saule.Part("tr", Group));
    }

    public async Task TheOrganiserGivesTheTestAndPlansTheControl()
    {
        var saule = await At("saule");
        await saule.Follow("Тест тапсыру");
        await saule.Follow("Тестті тағайындау");
        await saule.Choose("Курс", $"{Subject} · {Group}");
        await saule.Choose("Тест", $"{ExamTitle} · Ағылшынша");
        var opens = await saule.Field("Ашылуы").InputValueAsync();
        await saule.Write("Ашылуы", Regex.Replace(opens, "T.*", "T00:00"));
        await saule.Write("Уақыт шегі, минут", "40");
        await saule.Press("Тестті тағайындау");
        await saule.Sees("Бастаған жоқ");

        await Plan("1-аралық бақылау", "Ауызша жауап: 1–12 тақырыптар", "0,6");
        await Plan("Ағымдағы бақылау", "Эссе", "0,4", $"Тапсырма: {EssayTitle}");
        await Plan("2-аралық бақылау", "Ауызша жауап: 13–24 тақырыптар", "1");
        await Plan("Емтихан", "Емтихан тесті", "1", $"Тест: {ExamTitle}");
        await saule.Follow("Бақылау жоспарлары");
        await Assertions.Expect(saule.Part("li", Group).Locator(".badge.ok")).ToHaveTextAsync("Толық");
    }

    private async Task Plan(string kind, string title, string weight, string? source = null)
    {
        var saule = await At("saule");
        await saule.Follow("Бақылау жоспарлары");
        await saule.Follow($"iot {Subject}", saule.Part("li", Group));
        await saule.Follow("Бақылау қосу");
        await saule.Choose("Бақылау түрі", kind);
        if (source is not null) await saule.Choose("Балл қайдан алынады", source);
        await saule.Write("Қазақша атауы", title);
        await saule.Write("Салмағы", weight);
        await saule.Press("Қосу");
    }
}
