using Alys.Curriculum;
using Alys.Platform;

namespace Alys.Tests.Curriculum;

/// <summary>Rule R-36: strict match of the working syllabus with the typical one.</summary>
public sealed class SyllabusMatchTests
{
    private static Syllabus Make(SyllabusKind kind, params (int Order, string Title, int Lecture, int Independent)[] topics) => new()
    {
        SubjectId = Guid.Empty,
        Kind = kind,
        Version = 1,
        Title = new("Пән"),
        LectureHours = topics.Sum(t => t.Lecture),
        IndependentHours = topics.Sum(t => t.Independent),
        Topics = [.. topics.Select(t => new Topic { Order = t.Order, Title = new(t.Title, t.Title.Trim(' ', '.') + " рус"), LectureHours = t.Lecture, IndependentHours = t.Independent })],
    };

    private static readonly Syllabus Typical = Make(SyllabusKind.Typical, (1, "Бір", 2, 4), (2, "Екі", 2, 4));

    private static string[] Keys(Syllabus working) => [.. SyllabusMatch.Compare(Typical, working).Select(d => d.TextKey)];

    [Fact]
    public void EqualTopicsAndHoursMatch() => Assert.Empty(Keys(Make(SyllabusKind.Working, (1, "бір.", 2, 4), (2, " ЕКІ ", 2, 4))));

    [Fact]
    public void AMissingTopicAndAnExtraOneAreNamed() => Assert.Equal(
        ["curriculum.difference.topic-missing", "curriculum.difference.topic-extra"], Keys(Make(SyllabusKind.Working, (1, "Бір", 2, 4), (2, "Үш", 2, 4))));

    [Fact]
    public void OtherOrderIsNamed() => Assert.Equal(
        ["curriculum.difference.topic-moved", "curriculum.difference.topic-moved"], Keys(Make(SyllabusKind.Working, (1, "Екі", 2, 4), (2, "Бір", 2, 4))));

    [Fact]
    public void OtherHoursAreNamedByKindForTheTopicAndTheWhole()
    {
        var found = SyllabusMatch.Compare(Typical, Make(SyllabusKind.Working, (1, "Бір", 2, 5), (2, "Екі", 2, 4)));
        Assert.Equal(["curriculum.difference.total.independent", "curriculum.difference.topic-hours.independent"], found.Select(d => d.TextKey));
        Assert.Equal([8, 9], found[0].Args);
    }

    [Fact]
    public void HoursMovedBetweenTopicsAreNamedThoughTheSumIsEqual() => Assert.Equal(2, Keys(Make(SyllabusKind.Working, (1, "Бір", 3, 4), (2, "Екі", 1, 4))).Length);
}
