namespace Alys.BrowserTests;

internal sealed partial class SubjectJourney
{
    public async Task TheOrganiserAddsTheSubjectAndItsSyllabiFromTables()
    {
        var saule = await At("saule");
        await saule.Follow("Пәндер");
        await saule.Follow("Пән қосу");
        await saule.Write("Коды", "iot");
        await saule.Write("Қазақша атауы", Subject);
        await saule.Write("Орысша атауы", "Интернет вещей");
        await saule.Write("Ағылшынша атауы", "Internet of Things");
        await saule.Choose("Кафедра", "Ақпараттық жүйелер кафедрасы");
        await saule.Choose("Білім беру бағдарламасы", "6B06102 Ақпараттық жүйелер");
        await saule.Write("Кредиттер", "6");
        await saule.Press("Сақтау");
        await saule.Sees("Силлабус жоқ");
        await AddSyllabus(saule, "iot-typical.csv", "Үлгілік", consultations: 0);
    }

    public async Task TheOrganiserAddsTheWorkingSyllabus()
    {
        var saule = await At("saule");
        await saule.Follow("Пәндер");
        await saule.Follow(Subject);
        await AddSyllabus(saule, "iot-working.csv", "жұмыс", consultations: 2);
        await saule.Sees("Топтық консультация: форум");
        await saule.Sees("MQTT Version 5.0");
    }

    private static async Task AddSyllabus(Person saule, string table, string kind, int consultations)
    {
        await saule.Follow("Силлабусты кестеден енгізу");
        await saule.Give("Кесте (CSV)", Material.File(table));
        await saule.Press("Тексеру");
        // The report, before anything is written: 180 hours, 24 topics, 6 modules.
        var facts = (await saule.Page.Locator("dl.kv dd").AllInnerTextsAsync()).Select(f => f.Trim()).ToArray();
        Assert.Contains(kind, facts[1], StringComparison.Ordinal);
        Assert.Equal(["180", "24", "6", "2", $"{consultations}"], facts[2..]);
        await saule.Press("Нұсқаны жасау");
        await saule.Sees("Бекітілмеген");
    }

    public async Task TheHeadApproves(string kind)
    {
        var gulnar = await At("gulnar");
        await gulnar.Follow("Пәндер");
        await gulnar.Follow(Subject);
        await gulnar.Follow(kind == "typical" ? "Үлгілік оқу бағдарламасы, 1-нұсқа" : "Оқу жұмыс бағдарламасы, 1-нұсқа");
        await gulnar.Follow("Силлабусты бекіту");
        if (kind == "working") await gulnar.Sees("дәл сәйкес келеді");
        await gulnar.Write("Ескертпе", kind == "typical" ? "Оқу-әдістемелік кеңестің 2026 жылғы 20 тамыздағы № 1 хаттамасы" : "Кафедра отырысының 2026 жылғы 25 тамыздағы № 2 хаттамасы");
        await gulnar.Press("Бекіту");
        await gulnar.Sees("хаттамасы");
    }
}
