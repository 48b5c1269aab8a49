using System.Net;
using Alys.Grading;

namespace Alys.Tests.Grading;

public sealed class ScalePageTests(AlysHost alys) : IClassFixture<AlysHost>
{
    [Fact]
    public async Task EachRowOfADatedScaleIsEditedAndTheOtherScaleStays()
    {
        var botagoz = await alys.English("botagoz");
        var form = await botagoz.Get("/grading/scales/2018-09-01");
        var saved = await form.Submit("form.scale", new() { ["Rows[9].Letter"] = "D-" });
        Assert.Contains("The scale is saved.", saved.Text, StringComparison.Ordinal);
        var scales = await alys.Read(db => Scales.All(db, TestContext.Current.CancellationToken));
        Assert.Equal("D-", scales.Single(s => s.From.Year == 2018).Of(52, PercentRounding.HalfAwayFromZero).Letter);
        Assert.Equal("D", scales.Single(s => s.From.Year == 1900).Of(52, PercentRounding.HalfAwayFromZero).Letter);
        Assert.Equal(12, scales.Single(s => s.From.Year == 2018).Rows.Count);
    }

    [Fact]
    public async Task AScaleThatDoesNotBeginAtZeroIsRefusedAndStaysTyped()
    {
        var form = await (await alys.English("botagoz")).Get("/grading/scales/2018-09-01");
        var refused = await form.Submit("form.scale", new() { ["Rows[11].FromPercent"] = "10" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("The scale must begin at 0 %", refused.Text, StringComparison.Ordinal);
        Assert.Equal("10", refused.Document.QuerySelector("[name='Rows[11].FromPercent']")!.GetAttribute("value"));
        var wrong = await form.Submit("form.scale", new() { ["Rows[0].Points"] = "four", ["_key"] = "k3" });
        Assert.Contains("Check the numbers in the row “A”", wrong.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANewScaleIsInForceFromItsDay()
    {
        var botagoz = await alys.English("botagoz");
        var form = await botagoz.Get("/grading/scales/new");
        Assert.Contains("from which day", (await form.Submit("form.scale", new() { ["_key"] = "k4" })).Text, StringComparison.Ordinal);
        await form.Submit("form.scale", new() { ["From"] = "2027-09-01", ["Rows[0].FromPercent"] = "96" });
        var (before, since) = await alys.Read(async db => (await Scales.At(db, new(2027, 8, 31), TestContext.Current.CancellationToken), await Scales.At(db, new(2027, 9, 1), TestContext.Current.CancellationToken)));
        Assert.Equal(("A", "A-"), (before.Of(95, PercentRounding.Down).Letter, since.Of(95, PercentRounding.Down).Letter));
    }

    [Fact]
    public async Task OnlyTheRegistrarEditsTheScale() => Assert.Equal(HttpStatusCode.NotFound, (await (await alys.SignIn("elena")).Get("/grading/scales")).Status);
}
