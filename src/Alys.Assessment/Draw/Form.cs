namespace Alys.Assessment.Draw;

/// <summary>
/// Draws a form: no item twice, also where tags overlap. Each place looks for an item among a shuffled list and may move
/// another place's item to a free one (augmenting paths), so a form is found whenever there is one.
/// </summary>
internal static class Form
{
    /// <returns>The form, or null when the bank has too few items.</returns>
    public static IReadOnlyList<Drawn>? Draw(Plan plan, IEnumerable<Candidate> bank, long seed)
    {
        var dice = new Dice(seed);
        var items = dice.Shuffle([.. bank.OrderBy(c => c.ItemNo)]);
        var places = plan.Sections.SelectMany(s => Enumerable.Repeat(s, s.Draw)).ToArray();
        var taken = Assign(places, items, dice.Shuffle([.. Enumerable.Range(0, places.Length)]));
        if (taken.Contains(-1)) return null;
        var section = plan.Sections.SelectMany((s, i) => Enumerable.Repeat(i, s.Draw)).ToArray();
        var order = Enumerable.Range(0, places.Length).OrderBy(place => section[place]).ThenBy(place => items[taken[place]].ItemNo).ToArray();
        if (plan.ShuffleItems) dice.Shuffle(order);
        return [.. order.Select(place =>
        {
            var item = items[taken[place]];
            return new Drawn(item, places[place].Points, item.Shuffles ? Order.Shuffled(item.Shown, dice) : Order.AsStored);
        })];
    }

    /// <summary>For each section what it asks and what it can have while the others have theirs.</summary>
    public static IReadOnlyList<Feasibility> Check(Plan plan, IEnumerable<Candidate> bank)
    {
        var items = bank.OrderBy(c => c.ItemNo).ToArray();
        var places = plan.Sections.SelectMany((s, i) => Enumerable.Repeat((Section: s, Index: i), s.Draw)).ToArray();
        var taken = Assign([.. places.Select(p => p.Section)], items, [.. Enumerable.Range(0, places.Length)]);
        return [.. plan.Sections.Select((s, i) => new Feasibility(s, s.Draw,
            places.Where((p, at) => p.Index == i && taken[at] >= 0).Count(), items.Count(c => c.Fits(s))))];
    }

    private static int[] Assign(PlanSection[] places, Candidate[] items, int[] turns)
    {
        var itemOf = new int[places.Length];
        var placeOf = new int[items.Length];
        Array.Fill(itemOf, -1);
        Array.Fill(placeOf, -1);
        foreach (var place in turns) Place(place, new bool[items.Length]);
        return itemOf;

        bool Place(int place, bool[] tried)
        {
            for (var i = 0; i < items.Length; i++)
            {
                if (tried[i] || placeOf[i] >= 0 || !items[i].Fits(places[place])) continue;
                return Take(place, i);
            }
            for (var i = 0; i < items.Length; i++)
            {
                if (tried[i] || !items[i].Fits(places[place])) continue;
                tried[i] = true;
                if (Place(placeOf[i], tried)) return Take(place, i);
            }
            return false;
        }

        bool Take(int place, int item)
        {
            itemOf[place] = item;
            placeOf[item] = place;
            return true;
        }
    }
}
