namespace Alys.Institution;

/// <summary>National and state holidays of Kazakhstan that fall on fixed dates. Kurban Ait moves with the moon; days moved by the Government are noted by hand, too.</summary>
internal static class NationalHolidays
{
    private static readonly LocalText NewYear = new("Жаңа жыл", "Новый год", "New Year");
    private static readonly LocalText Nauryz = new("Наурыз мейрамы", "Наурыз мейрамы", "Nauryz");

    private static readonly (int Month, int Day, LocalText Name)[] Fixed =
    [
        (1, 1, NewYear),
        (1, 2, NewYear),
        (1, 7, new("Православиелік Рождество", "Православное Рождество", "Orthodox Christmas")),
        (3, 8, new("Халықаралық әйелдер күні", "Международный женский день", "International Women's Day")),
        (3, 21, Nauryz),
        (3, 22, Nauryz),
        (3, 23, Nauryz),
        (5, 1, new("Қазақстан халқының бірлігі мерекесі", "Праздник единства народа Казахстана", "Day of Unity of the People of Kazakhstan")),
        (5, 7, new("Отан қорғаушы күні", "День защитника Отечества", "Defender of the Fatherland Day")),
        (5, 9, new("Жеңіс күні", "День Победы", "Victory Day")),
        (7, 6, new("Астана күні", "День столицы", "Capital Day")),
        (8, 30, new("Қазақстан Республикасының Конституциясы күні", "День Конституции Республики Казахстан", "Constitution Day")),
        (10, 25, new("Республика күні", "День Республики", "Republic Day")),
        (12, 16, new("Тәуелсіздік күні", "День Независимости", "Independence Day")),
    ];

    public static IReadOnlyList<(DateOnly Day, LocalText Name)> Of(int year) => [.. Fixed.Select(h => (new DateOnly(year, h.Month, h.Day), h.Name))];
}
