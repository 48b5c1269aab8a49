using System.Globalization;
using System.Text.Json;
using Alys.Assessment.Bank;
using Alys.Assessment.Draw;
using Alys.Assessment.Scoring;
using Alys.Formats.Questions;

namespace Alys.Tests.Assessment;

public sealed class CalculatedTests
{
    private static double Value(string formula) => Formula.Read(formula, ["a", "b", "жылдамдық"])!.Of([3, 4, 10]);

    [Theory]
    [InlineData("1 + 2 * 3", 7)]
    [InlineData("(1 + 2) * 3", 9)]
    [InlineData("10 - 4 - 3", 3)]
    [InlineData("8 / 4 / 2", 1)]
    [InlineData("7 % 4", 3)]
    [InlineData("-2 ^ 2", -4)]
    [InlineData("2 ^ -2", 0.25)]
    [InlineData("2 ^ 3 ^ 2", 512)]
    [InlineData("2 ** 3", 8)]
    [InlineData("--3", 3)]
    [InlineData("{a} * {b}", 12)]
    [InlineData("sqrt({a}^2 + {b}^2)", 5)]
    [InlineData("{жылдамдық} / 4", 2.5)]
    [InlineData("1.5e3 + .5", 1500.5)]
    [InlineData("max(1, {a}, 2) + min(5, 4)", 7)]
    [InlineData("round(2.345, 2)", 2.35)]
    [InlineData("pow(2, 10) + abs(-1)", 1025)]
    [InlineData("round(sin(pi() / 2))", 1)]
    [InlineData("log10(1000) + log(exp(2))", 5)]
    [InlineData("fmod(7, 4) + ceil(1.2) + floor(1.8)", 6)]
    public void AFormulaIsReckonedAsPeopleReckon(string formula, double value) => Assert.Equal(value, Value(formula), 9);

    [Theory]
    [InlineData("")]
    [InlineData("1 +")]
    [InlineData("1 2")]
    [InlineData("{c}")]
    [InlineData("{a")]
    [InlineData("a + 1")]
    [InlineData("system(1)")]
    [InlineData("sqrt()")]
    [InlineData("sqrt(1, 2)")]
    [InlineData("(1")]
    [InlineData("1)")]
    [InlineData("1..2")]
    [InlineData("1 = 2")]
    public void WhatIsNoFormulaIsNotReckoned(string formula) => Assert.Null(Formula.Read(formula, ["a"]));

    [Fact]
    public void AHostileFormulaEndsAtOnce()
    {
        Assert.Null(Formula.Read(new string('(', 900), []));
        Assert.Null(Formula.Read(new string('-', 999) + "1", []));
        Assert.Null(Formula.Read(string.Concat(Enumerable.Repeat("1^", 499)) + "1", []));
        Assert.Null(Formula.Read(string.Concat(Enumerable.Repeat("abs(", 200)) + "1", []));
        Assert.Null(Formula.Read(string.Join('+', Enumerable.Repeat("1", 501)), []));
        Assert.Equal(500, Formula.Read(string.Join('+', Enumerable.Repeat("1", 500)), [])!.Of([]));
    }

    private static readonly Calculated Area = new()
    {
        Prompt = new("x", TextFormat.Html, "<p>Бөлме {a} × {b} м, үштен бірі {={a}*{b}/3}, {c} мен { бос.</p>"), Names = ["a", "b"], Rows = [[2, 3], [4, 5.5], [7, 10]],
        Answers = [new("{a} * {b} / 3", 0.01), new("{a} + {b}", 0, Weight: 25, Feedback: "Қосынды емес")], Otherwise = "Қайта есептеңіз",
    };

    private static decimal? Fraction(Calculated item, string given, string order = "") => item.Score(JsonSerializer.SerializeToElement(given), new Order(order)).Fraction;

    [Fact]
    public void ALearnerIsAskedAndJudgedByTheRowThatHerOrderDrew()
    {
        Assert.Equal("<p>Бөлме 2 × 3 м, үштен бірі 2, {c} мен { бос.</p>", Area.Asked(Order.AsStored));
        var orders = Enumerable.Range(0, 40).Select(seed => Order.Shuffled(Area.Shown, new Dice(seed))).ToList();
        Assert.Equal(3, orders.Select(o => Area.Row(o)[0]).Distinct().Count());
        foreach (var order in orders)
        {
            var row = Area.Row(order);
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Бөлме {row[0]} × {row[1]} м"), Area.Asked(order));
            Assert.Equal(1m, Fraction(Area, (row[0] * row[1] / 3).ToString("F2", CultureInfo.GetCultureInfo("ru")), order.Text));
            Assert.Equal(0.25m, Fraction(Area, (row[0] + row[1]).ToString(CultureInfo.InvariantCulture), order.Text));
        }
        // Known for ever: an attempt of today is read again in ten years.
        Assert.Equal([2, 3], Area.Row(new Order("3,1,2,0")));
    }

    [Theory]
    [InlineData(ToleranceKind.Absolute, 0.5, "100,5", 1.0)]
    [InlineData(ToleranceKind.Absolute, 0.5, "100,6", 0.0)]
    [InlineData(ToleranceKind.Relative, 0.01, "101", 1.0)]
    [InlineData(ToleranceKind.Relative, 0.01, "98,9", 0.0)]
    [InlineData(ToleranceKind.Geometric, 0.25, "80", 1.0)]
    [InlineData(ToleranceKind.Geometric, 0.25, "125", 1.0)]
    [InlineData(ToleranceKind.Geometric, 0.25, "79", 0.0)]
    public void AToleranceIsOfItsKind(ToleranceKind kind, double tolerance, string given, double expected) =>
        Assert.Equal((decimal)expected, Fraction(new Calculated { Prompt = "?", Names = ["a"], Rows = [[10]], Answers = [new("{a}^2", tolerance, kind)] }, given));

    [Theory]
    [InlineData(2, false, "0,67", 1.0)]
    [InlineData(1, false, "0,7", 1.0)]
    [InlineData(1, false, "0,67", 0.0)]
    [InlineData(3, true, "0,667", 1.0)]
    [InlineData(1, true, "0,7", 1.0)]
    public void TheNumberAsItWouldBeShownIsRight(int places, bool significant, string given, double expected) =>
        Assert.Equal((decimal)expected, Fraction(new Calculated { Prompt = "?", Names = ["a"], Rows = [[3]], Answers = [new("2/{a}", 0, Places: places, IsSignificant: significant)] }, given));

    [Fact]
    public void SignificantFiguresReachAboveThePoint() =>
        Assert.Equal(12_300, new Calculated { Names = ["a"], Rows = [[12_345]] }.Right(new CalculatedAnswer("{a}", 0, Places: 3, IsSignificant: true), [12_345]));

    [Fact]
    public void AnItemThatCannotBeReckonedHasAProblem()
    {
        Assert.Null(Area.Problem());
        Assert.Equal("assessment.refusal.no-values", (Area with { Rows = [] }).Problem());
        Assert.Equal("assessment.refusal.names", (Area with { Names = ["a", "1"] }).Problem());
        Assert.Equal("assessment.refusal.names", (Area with { Names = ["a", "a"] }).Problem());
        Assert.Equal("assessment.refusal.values", (Area with { Rows = [[1]] }).Problem());
        Assert.Equal("assessment.refusal.formula", (Area with { Answers = [new("{a} *", 0)] }).Problem());
        Assert.Equal("assessment.refusal.formula", (Area with { Prompt = "{={z}}" }).Problem());
        Assert.Equal("assessment.refusal.number", (Area with { Answers = [new("{a}", -1)] }).Problem());
        Assert.Equal("assessment.refusal.places", (Area with { Answers = [new("{a}", 0, Places: 16)] }).Problem());
        Assert.Equal("assessment.refusal.no-right-answer", (Area with { Answers = [new("{a}", 0, Weight: 50)] }).Problem());
        Assert.Equal("assessment.refusal.no-value", (Area with { Answers = [new("1/({a}-4)", 0)] }).Problem());
        var json = BodyJson.Write(Area);
        Assert.Contains("\"kind\":\"calculated\"", json);
        Assert.Equal(json, BodyJson.Write(BodyJson.Read(json)));
    }
}
