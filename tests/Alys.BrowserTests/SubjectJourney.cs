namespace Alys.BrowserTests;

/// <summary>The people of the journey, each at a browser profile of her own, and what they have come to so far.</summary>
internal sealed partial class SubjectJourney : IAsyncDisposable
{
    private const string Subject = "Заттар интернеті";
    private const string Group = "ЗИ-26-1";
    private const string Learner = "Әбілқасымова Сымбат Дәулетқызы";
    private static readonly string[] Others = ["Нұрғазин Әлихан Ерікұлы", "Тұрлыбекова Мерей Қайсарқызы"];
    private const string ExamTitle = "Емтихан: заттар интернеті";
    private static readonly string EssayTitle = Material.Titled("iot-essay-task.md").Title;

    private readonly SecureHost _alys;
    private readonly TrustingChromium _chromium;
    private readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);
    private string _pack = "";

    private SubjectJourney(SecureHost alys, TrustingChromium chromium) => (_alys, _chromium) = (alys, chromium);

    private static string Questions => Tests.RealContent.Path("questions/gift/iot-quizzes.gift");
    private static string Lessons => Tests.RealContent.Path("courses/iot-for-beginners-ru.zip");

    public static async Task<SubjectJourney> Begin(SecureHost alys)
    {
        // Where the real materials are absent the test is skipped before a browser starts.
        Assert.True(File.Exists(Lessons) && File.Exists(Questions));
        return new SubjectJourney(alys, await TrustingChromium.Start(alys.CertificateFile));
    }

    /// <summary>A person at the day page, signed in the first time she is needed.</summary>
    private async Task<Person> At(string name)
    {
        if (!_people.TryGetValue(name, out var person))
        {
            person = _people[name] = await Person.At(await _chromium.Profile(_alys.Portal), name);
            await person.SignIn();
        }
        else
        {
            await person.Home();
        }
        return person;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people.Values) await person.DisposeAsync();
        await _chromium.DisposeAsync();
    }
}
