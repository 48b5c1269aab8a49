namespace Alys.Platform;

/// <summary>Whether the institution has been founded; until then every page leads to the set-up.</summary>
public sealed class Founding
{
    public volatile bool IsDone;

    /// <summary>Sets the institution's time zone for the whole program.</summary>
    /// <exception cref="TimeZoneNotFoundException">No such zone.</exception>
    public void SetZone(string id) => Texts.Zone = TimeZoneInfo.FindSystemTimeZoneById(id);
}
