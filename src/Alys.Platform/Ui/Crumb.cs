namespace Alys.Platform;

/// <summary>A step of the way to a page; the last has no address. Set as <c>ViewData["Crumbs"] = Crumb.Trail(…)</c>.</summary>
public sealed record Crumb(string Text, string? Url)
{
    public static IReadOnlyList<Crumb> Trail(params IEnumerable<Crumb> steps) => [.. steps];
}

/// <summary>How many unread notices the reader has; the module Communication gives it. Must be cheap: every page asks.</summary>
public delegate ValueTask<int> UnreadCount(HttpContext context);
