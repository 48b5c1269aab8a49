using Alys.Assessment.Draw;

namespace Alys.Tests.Assessment;

public sealed class DrawTests
{
    private static Candidate Item(int no, params string[] tags) => new(no, new Guid(no, 0, 0, new byte[8]), 4, true, tags.ToHashSet());

    [Fact]
    public void TheSameSeedGivesTheSameFormAndAnotherSeedAnother()
    {
        var bank = Enumerable.Range(1, 40).Select(n => Item(n, n % 2 == 0 ? "even" : "odd")).ToList();
        var plan = new Plan([new("even", 5, 2), new("odd", 5, 1), new(null, 5, 1)], ShuffleItems: true);
        var once = Form.Draw(plan, bank, 42)!;
        var again = Form.Draw(plan, bank.AsEnumerable().Reverse(), 42)!;
        Assert.Equal(once, again);
        Assert.NotEqual(once, Form.Draw(plan, bank, 43)!);
        Assert.Equal(15, once.Select(d => d.Item.ItemNo).Distinct().Count());
        Assert.Equal(5, once.Count(d => d.Points == 2));
        Assert.All(once.Where(d => d.Points == 2), d => Assert.Contains("even", d.Item.Tags));
        Assert.All(once, d => Assert.Equal([0, 1, 2, 3], d.Order.Places().Order()));
    }

    [Fact]
    public void TheDiceAreThoseOfTheirFirstDay()
    {
        var dice = new Dice(2026);
        Assert.Equal([857, 471, 667], new[] { dice.Next(1000), dice.Next(1000), dice.Next(1000) });
    }

    [Fact]
    public void OverlappingTagsStillGiveAFormWheneverThereIsOne()
    {
        Candidate[] bank = [Item(1, "a", "b"), Item(2, "a"), Item(3, "a")];
        var plan = new Plan([new("a", 2, 1), new("b", 1, 1)], ShuffleItems: false);
        for (var seed = 0; seed < 200; seed++)
        {
            var form = Form.Draw(plan, bank, seed)!;
            Assert.Equal(1, form[2].Item.ItemNo);
        }
    }

    [Fact]
    public void ABankThatIsTooSmallIsNamedBySection()
    {
        Candidate[] bank = [Item(1, "a", "b"), Item(2, "a")];
        var plan = new Plan([new("a", 2, 1), new("b", 1, 1)], ShuffleItems: false);
        Assert.Null(Form.Draw(plan, bank, 7));
        var check = Form.Check(plan, bank);
        Assert.True(check[0].IsMet);
        Assert.False(check[1].IsMet);
        Assert.Equal((1, 0, 1), (check[1].Wanted, check[1].Found, check[1].Tagged));
    }

    [Fact]
    public void EveryItemIsDrawnAboutEquallyOften()
    {
        var bank = Enumerable.Range(1, 10).Select(n => Item(n)).ToList();
        var plan = new Plan([new(null, 3, 1)], ShuffleItems: true);
        var counts = new int[11];
        for (var seed = 0; seed < 5000; seed++)
            foreach (var drawn in Form.Draw(plan, bank, seed)!) counts[drawn.Item.ItemNo]++;
        Assert.All(counts[1..], c => Assert.InRange(c, 1350, 1650));
    }

    [Fact]
    public void WithoutShufflingItemsStandInTheOrderOfSections()
    {
        var bank = Enumerable.Range(1, 10).Select(n => Item(n, n <= 5 ? "a" : "b")).ToList();
        var form = Form.Draw(new Plan([new("b", 3, 1), new("a", 3, 1)], false), bank, 1)!;
        Assert.All(form.Take(3), d => Assert.Contains("b", d.Item.Tags));
        Assert.Equal(form.Take(3).Select(d => d.Item.ItemNo).Order(), form.Take(3).Select(d => d.Item.ItemNo));
    }
}
