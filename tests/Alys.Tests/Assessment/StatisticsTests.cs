using Alys.Assessment.Bank;
using Alys.Assessment.Statistics;
using Alys.Platform;

namespace Alys.Tests.Assessment;

/// <summary>The arithmetic of item and test statistics, against a second and plainer way to reckon the same.</summary>
public sealed class StatisticsTests
{
    private static readonly DateTime Start = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    /// <summary>Learners of different strength at items of different difficulty; some items give part of their points.</summary>
    private static List<ScoredAttempt> Generated(int learners, int items, int seed, bool partial)
    {
        var random = new Random(seed);
        var versions = Enumerable.Range(0, items).Select(_ => Guid.CreateVersion7()).ToArray();
        return [.. Enumerable.Range(0, learners).Select(_ =>
        {
            var ability = random.NextDouble() + random.NextDouble();
            return new ScoredAttempt(Guid.CreateVersion7(), Start, [.. versions.Select((v, i) =>
            {
                var chance = Math.Clamp((ability / 2) + (i / (double)items) - 0.5, 0.05, 0.95);
                var share = random.NextDouble() < chance ? 1 : partial && random.NextDouble() < 0.4 ? 0.5 : 0;
                return new ScoredItem(v, i + 1, share * 2, 2, Start.AddSeconds((i + 1) * 30));
            })]);
        })];
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void EveryFigureOfAnItemAgreesWithAPlainSecondReckoning(int seed, bool partial)
    {
        var attempts = Generated(200, 12, seed, partial);
        var answers = new AttemptSample(attempts, 0, 0).ByVersion();
        for (var at = 0; at < 12; at++)
        {
            var figures = ItemFigures.Of([.. answers[attempts[0].Items[at].VersionId]]);
            double n = attempts.Count, sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0;
            foreach (var attempt in attempts)
            {
                var x = attempt.Items[at].Points / 2;
                var y = attempt.Items.Where((_, i) => i != at).Sum(i => i.Points) / 22;
                (sx, sy, sxx, syy, sxy) = (sx + x, sy + y, sxx + (x * x), syy + (y * y), sxy + (x * y));
            }
            Assert.Equal(sx / n, figures.Facility, 9);
            Assert.Equal(Math.Sqrt((sxx - (sx * sx / n)) / (n - 1)), figures.Deviation!.Value, 9);
            Assert.Equal(((n * sxy) - (sx * sy)) / Math.Sqrt(((n * sxx) - (sx * sx)) * ((n * syy) - (sy * sy))), figures.Correlation!.Value, 9);
            Assert.Equal(30, figures.Seconds!.Value, 9);
            Assert.Equal(ByEveryOrderOfTies(attempts, at), figures.Discrimination!.Value, 9);
        }
    }

    /// <summary>The index of many orders in which equal totals stand, averaged exactly: each of a tied group takes the border's places equally often.</summary>
    private static double ByEveryOrderOfTies(List<ScoredAttempt> attempts, int item)
    {
        const int Size = 54; // 27 % of 200
        double End(IEnumerable<ScoredAttempt> sorted)
        {
            var all = sorted.ToList();
            var border = all[Size - 1].Points;
            var sure = all.Take(Size).Where(a => a.Points != border).ToList();
            var tied = all.Where(a => a.Points == border).ToList();
            return (sure.Sum(a => a.Items[item].Points / 2) + (tied.Sum(a => a.Items[item].Points / 2) / tied.Count * (Size - sure.Count))) / Size;
        }
        return End(attempts.OrderByDescending(a => a.Points)) - End(attempts.OrderBy(a => a.Points));
    }

    [Fact]
    public void AlphaOfRightOrWrongItemsIsKuderAndRichardsonsFormulaTwenty()
    {
        var attempts = Generated(300, 20, 7, partial: false);
        var figures = TestFigures.Of(attempts);
        var totals = attempts.Select(a => a.Items.Sum(i => i.Points / 2)).ToList();
        var mean = totals.Sum() / totals.Count;
        var variance = totals.Sum(t => Math.Pow(t - mean, 2)) / totals.Count;
        var pq = Enumerable.Range(0, 20).Sum(i => attempts.Average(a => a.Items[i].Points / 2) is var p ? p * (1 - p) : 0);
        var kr20 = 20.0 / 19 * (1 - (pq / variance));
        Assert.Equal(kr20, figures.Alpha!.Value, 9);
        Assert.Equal(mean / 20, figures.Mean, 9);
        var deviation = Math.Sqrt(totals.Sum(t => Math.Pow((t - mean) / 20, 2)) / (totals.Count - 1));
        Assert.Equal(deviation * Math.Sqrt(1 - kr20), figures.Error!.Value, 9);
        Assert.False(figures.IsEstimate);
        totals.Sort();
        Assert.Equal((totals[149] + totals[150]) / 40, figures.Median, 9);
        Assert.Equal(300, figures.Bands.Sum());
        Assert.Equal(totals.Count(t => t is >= 10 and < 12), figures.Bands[5]);
        Assert.Equal(totals.Count(t => t >= 18), figures.Bands[9]);
    }

    [Fact]
    public void WhereLearnersHadDifferentItemsAlphaIsCalledAnEstimateAndStaysNearTheWhole()
    {
        var whole = Generated(400, 40, 11, partial: true);
        var random = new Random(5);
        var drawn = whole.ConvertAll(a => a with { Items = [.. a.Items.OrderBy(_ => random.Next()).Take(30)] });
        var figures = TestFigures.Of([.. drawn.Select(a => new ScoredAttempt(a.Id, a.StartedAt, a.Items))]);
        Assert.True(figures.IsEstimate);
        Assert.InRange(figures.Alpha!.Value, TestFigures.Of(whole).Alpha!.Value - 0.12, TestFigures.Of(whole).Alpha!.Value + 0.05);
    }

    [Fact]
    public void TheWordsSayWhatToDoAndNothingIsConcludedFromFew()
    {
        static ItemFigures Made(int answers, double facility, double correlation, double discrimination) => new(answers, facility, 0.4, correlation, discrimination, null);
        Assert.Equal(["negative"], Made(40, 0.5, -0.1, -0.2).Says());
        Assert.Equal(["weak"], Made(40, 0.5, 0.1, 0.15).Says());
        Assert.Equal(["hard"], Made(40, 0.2, 0.1, 0.1).Says());
        Assert.Equal(["easy"], Made(40, 0.95, 0.1, 0.1).Says());
        Assert.Equal(["good"], Made(40, 0.6, 0.5, 0.6).Says());
        Assert.Equal(["few"], Made(9, 0.5, -0.9, -0.9).Says());
        Assert.Null(ItemFigures.Of([]).Correlation);
        Assert.Equal("no-alpha", TestFigures.Of(Generated(12, 1, 1, false)).Says());
        Assert.Equal("few-attempts", TestFigures.Of(Generated(3, 5, 1, false)).Says());
        Assert.Equal(0, TestFigures.Of([]).Attempts);
    }

    [Fact]
    public void OptionsAreCountedByWhatWasChosenAndNotByWhereItStood()
    {
        var t = new TextTable([typeof(Db).Assembly]).For("en");
        var body = new SingleChoice { Prompt = "?", Choices = [new("right", 100), new("trap", 0), new("idle", 0)] };
        // 30 strong ones take the trap, 30 weak ones the right option; half of them see the options the other way round.
        var given = Enumerable.Range(0, 60).Select(i => new GivenResponse(i < 30 ? "1" : i % 2 == 0 ? "0" : "2", i % 2 == 0 ? "" : "2,1,0", i < 30 ? 0.9 : 0.2)).ToList();
        var options = OptionFigures.Of(body, given, t);
        Assert.Equal([30, 30, 0], options.Select(o => o.Count));
        Assert.Equal(["right-by-the-weak", "draws-the-strong", "idle"], options.Select(o => o.Says(60)));
        Assert.Equal((1.0, 0.0), (options[1].Upper!.Value, options[1].Lower!.Value));
        Assert.Equal(0.2, options[0].Total!.Value, 9);
        Assert.All(options, o => Assert.Null(o.Says(9)));
        var words = new ShortAnswer { Prompt = "?", Answers = [new("index")] };
        var said = OptionFigures.Of(words, [new("\"Index\"", "", 1), new("\" index \"", "", 1), new("\"key\"", "", 0), new(null, "", 0)], t);
        Assert.Equal([("Index", 2, 1.0), ("key", 1, 0.0)], said.Select(o => (o.Html, o.Count, o.Worth!.Value)));
    }
}
