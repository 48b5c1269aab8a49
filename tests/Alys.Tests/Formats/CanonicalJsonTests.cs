using System.Text;
using System.Text.Json;
using Alys.Formats.Json;

namespace Alys.Tests.Formats;

public sealed class CanonicalJsonTests
{
    static string Canonical(string json) => Encoding.UTF8.GetString(CanonicalJson.Canonicalize(json));

    // RFC 8785, appendix B: IEEE 754 bits and their ECMAScript form.
    [Theory]
    [InlineData(0x0000000000000000, "0")]
    [InlineData(0x8000000000000000, "0")]
    [InlineData(0x0000000000000001, "5e-324")]
    [InlineData(0x8000000000000001, "-5e-324")]
    [InlineData(0x7fefffffffffffff, "1.7976931348623157e+308")]
    [InlineData(0xffefffffffffffff, "-1.7976931348623157e+308")]
    [InlineData(0x4340000000000000, "9007199254740992")]
    [InlineData(0xc340000000000000, "-9007199254740992")]
    [InlineData(0x4430000000000000, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6, "1e+23")]
    [InlineData(0x44b52d02c7e14af7, "1.0000000000000001e+23")]
    [InlineData(0x444b1ae4d6e2ef4e, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef4f, "999999999999999900000")]
    [InlineData(0x444b1ae4d6e2ef50, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7")]
    [InlineData(0x3eb0c6f7a0b5ed8d, "0.000001")]
    [InlineData(0x41b3de4355555553, "333333333.3333332")]
    [InlineData(0x41b3de4355555554, "333333333.33333325")]
    [InlineData(0x41b3de4355555555, "333333333.3333333")]
    [InlineData(0x41b3de4355555556, "333333333.3333334")]
    [InlineData(0x41b3de4355555557, "333333333.33333343")]
    [InlineData(0xbecbf647612f3696, "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959, "1424953923781206.2")]
    public void NumbersAreWrittenAsEcmaScriptDoes(ulong bits, string expected) =>
        Assert.Equal(expected, EcmaNumber.Format(BitConverter.UInt64BitsToDouble(bits)));

    [Fact]
    public void TheSampleOfTheRfcGivesItsBytes() => Assert.Equal(
        """{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}""",
        Canonical("""
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """));

    [Fact]
    public void NamesAreSortedByUtf16CodeUnits() => Assert.Equal(
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\u007f\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\",\"\U0001F600\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
        Canonical("""{"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control\u007f", "\u00f6": "Latin Small Letter O With Diaeresis"}"""));

    [Fact]
    public void EqualDataGivesEqualBytes() =>
        Assert.Equal(Canonical("""{"a":[1,{"c":1.0,"b":"Әлем"}],"b":{}}"""), Canonical("""{ "b" : {}, "a" : [ 1.00, { "b":"\u04d8лем", "c":1 } ] }"""));

    [Fact]
    public void AnObjectIsSerialisedWithoutEscapingKazakhLetters() =>
        Assert.Equal("""{"day":"2026-11-23","grade":69.5,"kind":"Monday","name":"Әлия"}""",
            Encoding.UTF8.GetString(CanonicalJson.Serialize(new { Name = "Әлия", Grade = 69.50m, Day = new DateOnly(2026, 11, 23), Kind = DayOfWeek.Monday })));

    [Theory]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""["\ud800"]""")]
    [InlineData("""[1e999]""")]
    [InlineData("""{"a":1""")]
    [InlineData("")]
    public void WhatIsNotIJsonIsRefused(string json) => Assert.ThrowsAny<JsonException>(() => Canonical(json));

    [Fact]
    public void EveryDoubleReadsBackAsItself()
    {
        var random = new Random(8785);
        for (var n = 0; n < 20_000; n++)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64());
            if (double.IsFinite(value))
            {
                Assert.Equal(value, double.Parse(EcmaNumber.Format(value), CultureInfo.InvariantCulture));
            }
        }
    }
}
