namespace Alys.Content.Orders;

/// <summary>What the didactics service develops, buys and introduces (clause 13).</summary>
internal enum OrderedKind
{
    Pack,
    Textbook,
    MultimediaCourse,
    Guide,
    TestMethod,
}

internal enum OrderOrigin
{
    Own,
    Purchased,
}
