namespace Alys.Assessment.Draw;

/// <summary>What a test asks for: so many items with such a tag, so many points each. A sitting keeps its own copy.</summary>
internal sealed record Plan(IReadOnlyList<PlanSection> Sections, bool ShuffleItems)
{
    public decimal MaxPoints => Sections.Sum(s => s.Draw * s.Points);
    public int Items => Sections.Sum(s => s.Draw);
}

/// <param name="Tag">Null draws from every item of the subject.</param>
/// <param name="Draw">1…200 items.</param>
/// <param name="Points">Points for each item, above 0.</param>
internal sealed record PlanSection(string? Tag, int Draw, decimal Points);

/// <summary>An item that may be drawn, with the version that is live now.</summary>
internal sealed record Candidate(int ItemNo, Guid VersionId, int Shown, bool Shuffles, IReadOnlySet<string> Tags)
{
    public bool Fits(PlanSection section) => section.Tag is null || Tags.Contains(section.Tag);
}

internal sealed record Drawn(Candidate Item, decimal Points, Order Order);

/// <param name="Wanted">Items asked for by the section.</param>
/// <param name="Found">Items that the section can have, once no item serves twice.</param>
internal sealed record Feasibility(PlanSection Section, int Wanted, int Found, int Tagged)
{
    public bool IsMet => Found >= Wanted;
}
