using Alys.Content.Recordings;
using Alys.Platform;

namespace Alys.Tests.Content;

public sealed class CueTests
{
    [Fact]
    public void SubRipBecomesWebVttWithoutNumbersAndTags()
    {
        var cues = Cue.Read("1\r\n00:00:01,000 --> 00:00:03,500\r\n<i>Сәлем</i>, & «мир»\r\nекінші жол\r\n\r\n2\r\n00:00:04,000 --> 00:00:05,000\r\n{\\an8}2 < 3\r\n");
        Assert.Equal("WEBVTT\n\n00:00:01.000 --> 00:00:03.500\nСәлем, &amp; «мир»\nекінші жол\n\n00:00:04.000 --> 00:00:05.000\n2 &lt; 3\n", Cue.Write(cues));
        Assert.Equal(cues, Cue.Read(Cue.Write(cues)));
    }

    [Fact]
    public void NotesStylesAndSettingsOfWebVttAreLeftOut() =>
        Assert.Equal("WEBVTT\n\n01:00:00.000 --> 01:00:01.000\nДа\n", Cue.Write(Cue.Read("\uFEFFWEBVTT - title\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE\nслова --\n\nmy-id\n01:00:00.000 --> 01:00:01.000 align:start\n<v Anna>Да</v>")));

    [Theory]
    [InlineData("WEBVTT\n\n00:01.000 -> 00:02.000\nа", "content.refusal.cue-time", 3)]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:99.000\nа", "content.refusal.cue-time", 3)]
    [InlineData("WEBVTT\n\n00:05.000 --> 00:02.000\nа", "content.refusal.cue-ends", 3)]
    [InlineData("00:05.000 --> 00:06.000\nа\n\n00:04.000 --> 00:07.000\nб", "content.refusal.cue-order", 4)]
    [InlineData("00:05.000 --> 00:06.000\n\n00:07.000 --> 00:08.000\nб", "content.refusal.cue-empty", 1)]
    [InlineData("00:05.000 --> 00:06.000\nа\n00:07.000 --> 00:08.000\nб", "content.refusal.cue-gap", 3)]
    [InlineData("просто слова\nбез времени", "content.refusal.cue-time", 1)]
    public void ABadCueIsRefusedWithTheNumberOfItsLine(string text, string key, int line)
    {
        var refusal = Assert.Throws<Refusal>(() => Cue.Read(text));
        Assert.Equal((key, line), (refusal.TextKey, Assert.IsType<int>(refusal.Args[0])));
    }

    [Theory]
    [InlineData("")]
    [InlineData("WEBVTT\n\nNOTE nothing\n")]
    public void NoCuesAreNoCaptions(string text) => Assert.Equal("content.refusal.captions-none", Assert.Throws<Refusal>(() => Cue.Read(text)).TextKey);
}
