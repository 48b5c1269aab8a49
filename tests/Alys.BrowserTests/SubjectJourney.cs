namespace Alys.BrowserTests;

/// <summary>A subject from its syllabus to a verified mark, and what its people have come to so far.</summary>
internal sealed partial class SubjectJourney : Journey
{
    private const string Subject = "Заттар интернеті";
    private const string Group = "ЗИ-26-1";
    private const string Learner = "Әбілқасымова Сымбат Дәулетқызы";
    private static readonly string[] Others = ["Нұрғазин Әлихан Ерікұлы", "Тұрлыбекова Мерей Қайсарқызы"];
    private const string ExamTitle = "Емтихан: заттар интернеті";
    private static readonly string EssayTitle = Material.Titled("iot-essay-task.md").Title;

    private string _pack = "";

    private SubjectJourney(SecureHost alys, TrustingChromium chromium) : base(alys, chromium) { }

    private static string Questions => Tests.RealContent.Path("questions/gift/iot-quizzes.gift");
    private static string Lessons => Tests.RealContent.Path("courses/iot-for-beginners-ru.zip");

    public static async Task<SubjectJourney> Begin(SecureHost alys)
    {
        // Where the real materials are absent the test is skipped before a browser starts.
        Assert.True(File.Exists(Lessons) && File.Exists(Questions));
        return new SubjectJourney(alys, await TrustingChromium.Start(alys.CertificateFile));
    }
}
