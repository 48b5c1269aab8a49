namespace Alys.Learning;

/// <summary>Permissions of the module; their sentences are the texts <c>right.learning.*</c>.</summary>
internal static class Rights
{
    /// <summary>Study the courses of one's group.</summary>
    public const string Study = "learning.study";

    /// <summary>See a course and the progress of its learners.</summary>
    public const string Follow = "learning.follow";

    /// <summary>Review what learners hand in.</summary>
    public const string Review = "learning.review";

    /// <summary>Move the last days of the tasks of a course.</summary>
    public const string SetDays = "learning.set-days";

    /// <summary>Open a course to its group.</summary>
    public const string Open = "learning.open";

    /// <summary>Open a course whose pack is not complete, for a stated time and reason.</summary>
    public const string Except = "learning.except";
}
