namespace Alys.Content;

internal static class Rights
{
    /// <summary>Read the packs of one's courses, or all of them.</summary>
    public const string Read = "content.read";

    /// <summary>Write units, store files, import lessons.</summary>
    public const string Write = "content.write";

    /// <summary>Put a version before the learners.</summary>
    public const string Publish = "content.publish";

    /// <summary>Read what others have sent to review, comment on it, return it or hand it on.</summary>
    public const string Review = "content.review";

    /// <summary>Approve what was reviewed, which publishes it; say of which packs this is asked.</summary>
    public const string Approve = "content.approve";

    /// <summary>Order teaching materials to be made or bought, move their days, put them to use.</summary>
    public const string Order = "content.order";

    /// <summary>Keep the library: its records, what subjects use them, provision cards.</summary>
    public const string Library = "content.catalogue";
}
