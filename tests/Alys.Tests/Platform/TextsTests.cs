using Alys.Platform;

namespace Alys.Tests.Platform;

public sealed class TextsTests
{
    private static readonly TextTable Table = new([typeof(Db).Assembly]);

    [Theory]
    [InlineData("kk", "2026 ж. 23 қараша")]
    [InlineData("ru", "23 ноября 2026 г.")]
    [InlineData("en", "23 November 2026")]
    public void ADayIsWrittenAsPeopleWriteIt(string language, string expected) => Assert.Equal(expected, Table.For(language).Date(new DateOnly(2026, 11, 23)));

    [Theory]
    [InlineData(1, "1 задание")]
    [InlineData(3, "3 задания")]
    [InlineData(12, "12 заданий")]
    [InlineData(21, "21 задание")]
    [InlineData(112, "112 заданий")]
    public void RussianNounsFollowTheirNumber(int n, string expected) => Assert.Equal(expected, Table.For("ru")["{0} {0:plural:задание|задания|заданий}", n]);

    [Fact]
    public void TimeIsShownInTheZoneOfTheInstitution() => Assert.Equal("17:30", Table.For("kk").Time(new DateTime(2026, 11, 23, 12, 30, 0, DateTimeKind.Utc)));

    [Fact]
    public void SecondsAt50KbitAreNeverNone() => Assert.Equal("50 кбит/с: 1 с", Table.For("ru").SecondsAt50(0));
}
