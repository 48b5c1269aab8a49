using System.Text.Json;
using Alys.Assessment.Bank;
using Alys.Assessment.Draw;
using Alys.Assessment.Scoring;

namespace Alys.Tests.Assessment;

public sealed class ScoringTests
{
    private static decimal? Fraction(ItemBody item, string response, string order = "") =>
        item.Score(JsonDocument.Parse(response).RootElement, new Order(order)).Fraction;

    private static bool Accepts(ItemBody item, string response) => item.Accepts(JsonDocument.Parse(response).RootElement);

    private static readonly SingleChoice Single = new() { Prompt = "?", Choices = [new("a", 100), new("b", 0), new("c", 50), new("d", -25)] };
    private static readonly MultipleChoice Multiple = new() { Prompt = "?", Choices = [new("a", 50), new("b", 50), new("c", -50), new("d", -100)] };

    [Theory]
    [InlineData("0", 1.0)]
    [InlineData("1", 0.0)]
    [InlineData("2", 0.5)]
    [InlineData("3", 0.0)]
    [InlineData("null", 0.0)]
    public void ASingleChoiceGivesTheWeightOfItsOptionAndNeverLessThanNothing(string response, double expected) =>
        Assert.Equal((decimal)expected, Fraction(Single, response));

    [Theory]
    [InlineData("[0,1]", 1.0)]
    [InlineData("[0]", 0.5)]
    [InlineData("[0,1,2]", 0.5)]
    [InlineData("[0,1,2,3]", 0.0)]
    [InlineData("[]", 0.0)]
    public void AMultipleChoiceSumsItsWeightsAndIsFlooredAtNothing(string response, double expected) =>
        Assert.Equal((decimal)expected, Fraction(Multiple, response));

    [Fact]
    public void AResponseIsReadInTheOrderInWhichTheLearnerSawTheOptions()
    {
        Assert.Equal(1m, Fraction(Single, "2", "3,1,0,2"));
        Assert.Equal(1m, Fraction(Multiple, "[3,1]", "3,1,2,0"));
    }

    [Fact]
    public void ThreeThirdsMakeAWhole()
    {
        var thirds = new MultipleChoice { Prompt = "?", Choices = [new("a", 33.33333m), new("b", 33.33333m), new("c", 33.33333m)] };
        Assert.Equal(1m, Fraction(thirds, "[0,1,2]"));
        Assert.Null(thirds.Problem());
    }

    [Fact]
    public void TrueOrFalseIsAllOrNothing()
    {
        var item = new TrueFalse { Prompt = "?", Right = false };
        Assert.Equal(1m, Fraction(item, "false"));
        Assert.Equal(0m, Fraction(item, "true"));
    }

    [Fact]
    public void MatchingGivesAPartForEachRightPairAndCountsEqualAnswersAsEqual()
    {
        var item = new Matching { Prompt = "?", Pairs = [new("Қазақстан", "Азия"), new("Франция", "Еуропа"), new("Жапония", "Азия")], Distractors = ["Африка"] };
        Assert.Equal(["Азия", "Еуропа", "Африка"], item.Answers);
        Assert.Equal(1m, Fraction(item, "[0,1,0]"));
        Assert.Equal(0.3333m, Fraction(item, "[0,null,2]"));
        Assert.Equal(1m, Fraction(item, "[2,0,2]", "1,2,0"));
    }

    [Theory]
    [InlineData("3,15", 1.0)]
    [InlineData("3.13", 1.0)]
    [InlineData(" 3.140 ", 1.0)]
    [InlineData("3.2", 0.5)]
    [InlineData("3.26", 0.0)]
    [InlineData("314e-2", 1.0)]
    [InlineData("0,314·10^1", 1.0)]
    [InlineData("three", 0.0)]
    [InlineData("", 0.0)]
    public void ANumberWithinTheToleranceIsRightHoweverItIsWritten(string written, double expected)
    {
        var item = new Numeric { Prompt = "?", Answers = [new(3.14, 0.01), new(3.14, 0.1, 50)] };
        Assert.Equal((decimal)expected, Fraction(item, JsonSerializer.Serialize(written)));
    }

    [Theory]
    [InlineData("1 234,5", 1234.5)]
    [InlineData("1\u00a0234.5", 1234.5)]
    [InlineData("1.234,5", 1234.5)]
    [InlineData("1,234.5", 1234.5)]
    [InlineData("−12", -12.0)]
    [InlineData("6,02 × 10^23", 6.02e23)]
    [InlineData("6,626*10^(-34", 6.626e-34)]
    public void NumbersAreReadAsPeopleTypeThem(string written, double expected) => Assert.Equal(expected, Number.Parse(written));

    [Theory]
    [InlineData("фото*з", "Фотосинтез", true)]
    [InlineData("фото*з", "фотон", false)]
    [InlineData("*", "", true)]
    [InlineData(@"a\*b", "a*b", true)]
    [InlineData(@"a\*b", "axb", false)]
    [InlineData("екі сөз", "  Екі   сөз ", true)]
    [InlineData("ёлка", "елка", true)]
    [InlineData("сор", "cop", true)]            // Latin letters in the answer
    [InlineData("АВС", "ABC", true)]
    [InlineData("BIOS", "ВІОS", true)]          // Cyrillic letters in the answer
    [InlineData("BIOS", "bios", true)]
    [InlineData("өріс", "ɵріс", false)]
    [InlineData("әлем", "əлем", true)]          // the Latin schwa
    [InlineData("қазақ", "казак", false)]
    [InlineData("*a*a*a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    public void AShortAnswerIsComparedAsAPersonWould(string pattern, string answer, bool same) =>
        Assert.Equal(same, Pattern.Matches(pattern, answer));

    [Fact]
    public void AnAuthorMayAcceptAnswersTypedWithoutKazakhLetters()
    {
        var strict = new ShortAnswer { Prompt = "?", Answers = [new("қашықтықтан оқыту")] };
        Assert.Equal(0m, Fraction(strict, "\"кашыктыктан окыту\""));
        Assert.Equal(1m, Fraction(strict with { WithoutKazakhLetters = true }, "\"кашыктыктан окыту\""));
    }

    [Fact]
    public void CaseMattersOnlyWhereTheAuthorSaysSo()
    {
        var item = new ShortAnswer { Prompt = "?", Answers = [new("CO2"), new("co*", 30)], CaseSensitive = true };
        Assert.Equal(1m, Fraction(item, "\"CO2\""));
        Assert.Equal(0.3m, Fraction(item, "\"co2\""));
    }

    [Fact]
    public void AnEssayWaitsForAPersonUnlessNothingWasWritten()
    {
        var item = new Essay { Prompt = "?" };
        Assert.True(item.Score(JsonDocument.Parse("\"text\"").RootElement, Order.AsStored).NeedsPerson);
        Assert.Equal(0m, Fraction(item, "\"  \""));
        Assert.Equal(0m, item.Score(null, Order.AsStored).Fraction);
    }

    [Fact]
    public void OnlyTheShapesOfAnItemsKindAreResponses()
    {
        var matching = new Matching { Prompt = "?", Pairs = [new("a", "1"), new("b", "2")] };
        foreach (var good in new[] { "0", "3", "null" }) Assert.True(Accepts(Single, good), good);
        foreach (var bad in new[] { "4", "-1", "1.5", "\"0\"", "[0]", "{}", "true", "99999999999" }) Assert.False(Accepts(Single, bad), bad);
        foreach (var good in new[] { "[]", "[0,3]" }) Assert.True(Accepts(Multiple, good), good);
        foreach (var bad in new[] { "[0,0]", "[4]", "[null]", "0", "{\"0\":1}" }) Assert.False(Accepts(Multiple, bad), bad);
        Assert.True(Accepts(matching, "[null,1]"));
        foreach (var bad in new[] { "[0]", "[0,1,0]", "[0,2]" }) Assert.False(Accepts(matching, bad), bad);
        Assert.False(Accepts(new TrueFalse { Prompt = "?" }, "1"));
        Assert.False(Accepts(new ShortAnswer { Prompt = "?" }, JsonSerializer.Serialize(new string('x', 1001))));
        Assert.True(Accepts(new Essay { Prompt = "?" }, JsonSerializer.Serialize(new string('x', 60_000))));
        Assert.False(Accepts(new Essay { Prompt = "?" }, JsonSerializer.Serialize(new string('x', 60_001))));
        Assert.False(Accepts(new Description { Prompt = "?" }, "0"));
    }

    [Theory]
    [InlineData("Whole", "[0,1,2,3]", "", 1.0)]
    [InlineData("Whole", "[0,1,3,2]", "", 0.0)]
    [InlineData("Position", "[0,1,3,2]", "", 0.5)]
    [InlineData("Position", "[1,2,3,0]", "", 0.0)]
    [InlineData("Position", "[0,null,null,null]", "", 0.25)]
    [InlineData("Neighbours", "[1,2,3,0]", "", 0.6667)]
    [InlineData("Neighbours", "[3,2,1,0]", "", 0.0)]
    [InlineData("Neighbours", "[0,1,0,1]", "", 0.0)]
    [InlineData("Neighbours", "[0,1,2,3]", "", 1.0)]
    [InlineData("Whole", "[3,0,2,1]", "3,0,2,1", 1.0)]
    [InlineData("Position", "[0,1,2,3]", "1,0,2,3", 0.5)]
    public void AnOrderIsScoredByItsRule(string rule, string response, string order, double expected) =>
        Assert.Equal((decimal)expected, Fraction(new Ordering { Prompt = "?", Rule = Enum.Parse<OrderRule>(rule), Elements = ["a", "b", "c", "d"] }, response, order));

    private static readonly Cloze Gaps = new()
    {
        Prompt = "[[1]] және [[2]], [[3]], [[4]]",
        Gaps =
        [
            new(new ShortAnswer { Answers = [new("Астана"), new("Алматы", 50)] }, 2), new(new Numeric { Answers = [new(6, 1)] }),
            new(new SingleChoice { Choices = [new("a", 100), new("b", 0), new("c", 50)] }), new(new MultipleChoice { Choices = [new("a", 50), new("b", 50), new("c", -50)], Shuffle = false }),
        ],
    };

    [Theory]
    [InlineData("[\"астана\",\"6,5\",0,[0,1]]", 1.0)]
    [InlineData("[\"Алматы\",null,2,[0]]", 0.4)]
    [InlineData("[null,null,null,[0,1,2]]", 0.1)]
    [InlineData("[null,null,null,null]", 0.0)]
    public void AGapGivesItsShare(string response, double expected) => Assert.Equal((decimal)expected, Fraction(Gaps, response));

    [Fact]
    public void TheOptionsOfAGapAreShuffledByTheItemsOwnOrderAndReadBackTheSameForEver()
    {
        Assert.True(Gaps.Shuffles);
        var orders = Enumerable.Range(0, 30).Select(seed => Order.Shuffled(Gaps.Shown, new Dice(seed))).ToList();
        Assert.All(orders, order => Assert.True(order.Text.Length <= 200));
        Assert.True(orders.Select(o => Gaps.Orders(o)[2].Text).Distinct().Count() > 3);
        Assert.All(orders, order => Assert.Equal("", Gaps.Orders(order)[3].Text));
        foreach (var order in orders)
        {
            var right = Array.IndexOf(Gaps.Orders(order)[2].Places(), 0);
            Assert.Equal(0.2m, Fraction(Gaps, $"[null,null,{right},null]", order.Text));
        }
        // Known for ever: an attempt of today is read again in ten years.
        Assert.Equal("1,2,0", Gaps.Orders(new Order("3,1,2,0"))[2].Text);
    }

    [Fact]
    public void AMarkWithinATagIsNoGap()
    {
        var cloze = Gaps with { Prompt = new("x", TextFormat.Html, "<p lang=\"[[1]] >\">[[1]]</p>"), Gaps = [Gaps.Gaps[0]] };
        Assert.Equal([("<p lang=\"[[1]] >\">", (int?)0), ("</p>", null)], cloze.Parts.Select(p => (p.Html, p.Gap)));
        Assert.Null(cloze.Problem());
        Assert.Equal("assessment.refusal.gap-place", (Gaps with { Prompt = "[[1]] [[2]] [[3]]" }).Problem());
        Assert.Equal("assessment.refusal.gap-place", (Gaps with { Prompt = "[[1]] [[2]] [[3]] [[4]] [[4]]" }).Problem());
        Assert.Equal("cloze.problem.no-gaps", (Gaps with { Gaps = [] }).Problem());
        Assert.Equal("assessment.refusal.gap-weight", (Gaps with { Gaps = [.. Gaps.Gaps.Take(3), Gaps.Gaps[3] with { Weight = 0 }] }).Problem());
        Assert.Equal("assessment.refusal.gap-kind", (Gaps with { Gaps = [.. Gaps.Gaps.Take(3), new(new Essay())] }).Problem());
        Assert.Equal("assessment.refusal.no-right-answer", (Gaps with { Gaps = [.. Gaps.Gaps.Take(3), new(new ShortAnswer())] }).Problem());
        Assert.Null(Gaps.Problem());
        Assert.Equal("_____ және _____, _____, _____", Gaps.Words);
    }

    [Fact]
    public void OnlyTheShapesOfAnOrderOrOfGapsAreResponses()
    {
        var ordering = new Ordering { Prompt = "?", Elements = ["a", "b"] };
        foreach (var good in new[] { "[0,1]", "[null,1]", "[1,1]", "null" }) Assert.True(Accepts(ordering, good), good);
        foreach (var bad in new[] { "[0]", "[0,2]", "[0,1,0]", "[\"0\",1]", "{}", "0" }) Assert.False(Accepts(ordering, bad), bad);
        foreach (var good in new[] { "[\"\",\"x\",2,[]]", "[null,null,null,null]" }) Assert.True(Accepts(Gaps, good), good);
        foreach (var bad in new[] { "[null,null,null]", "[1,null,null,null]", "[null,null,3,null]", "[null,null,null,[0,0]]", "\"a\"", "[[],null,null,null]" }) Assert.False(Accepts(Gaps, bad), bad);
        Assert.Equal("assessment.refusal.two-elements", (ordering with { Elements = ["a"] }).Problem());
        Assert.Equal("assessment.refusal.equal-elements", (ordering with { Elements = ["a", "a "] }).Problem());
        Assert.Equal("assessment.refusal.empty-element", (ordering with { Elements = ["a", " "] }).Problem());
        Assert.Equal("assessment.refusal.too-many-elements", (ordering with { Elements = [.. Enumerable.Range(0, 31).Select(i => (RichText)$"{i}")] }).Problem());
    }

    [Fact]
    public void AnItemThatCannotBeAnsweredRightHasAProblem()
    {
        Assert.Equal("assessment.refusal.prompt", (Single with { Prompt = " " }).Problem());
        Assert.Equal("assessment.refusal.two-choices", (Single with { Choices = [new("a", 100)] }).Problem());
        Assert.Equal("assessment.refusal.no-right-choice", (Single with { Choices = [new("a", 50), new("b", 0)] }).Problem());
        Assert.Equal("assessment.refusal.weights-100", (Multiple with { Choices = [new("a", 50), new("b", 20)] }).Problem());
        Assert.Equal("assessment.refusal.no-right-answer", new ShortAnswer { Prompt = "?", Answers = [new("a", 50)] }.Problem());
        Assert.Equal("assessment.refusal.number", new Numeric { Prompt = "?", Answers = [new(double.NaN, 0)] }.Problem());
        Assert.Null(Single.Problem());
    }

    [Fact]
    public void AnItemComesBackFromItsJsonUnchanged()
    {
        ItemBody item = new Matching { Prompt = new("**Әлем**", TextFormat.Markdown, "<b>Әлем</b>"), Pairs = [new("a", "1"), new("b", "2")], Distractors = ["3"] };
        var json = BodyJson.Write(item);
        Assert.Contains("\"kind\":\"matching\"", json);
        Assert.Contains("Әлем", json);
        Assert.Equal(json, BodyJson.Write(BodyJson.Read(json)));
        Assert.Equal("<b>Әлем</b>", BodyJson.Read(json).Prompt.Html);
        foreach (var other in new ItemBody[] { Gaps, new Ordering { Prompt = "?", Elements = ["a", "b"], Rule = OrderRule.Whole } }) Assert.Equal(BodyJson.Write(other), BodyJson.Write(BodyJson.Read(BodyJson.Write(other))));
        Assert.Contains("\"rule\":\"Whole\"", BodyJson.Write(new Ordering { Rule = OrderRule.Whole }));
    }
}
