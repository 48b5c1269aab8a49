namespace Alys.Content.Import;

internal enum LessonOutcome { Created, Changed, Unchanged, Skipped }

/// <summary>What an import does, or did, with one object of the archive.</summary>
/// <param name="Path">Where it stands in the archive.</param>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="Reason">Text key of the sentence why, with its arguments; null where the outcome says all.</param>
/// <param name="Args">Arguments of the reason.</param>
internal sealed record ImportLine(string Path, LessonOutcome Outcome, string? Reason, params string[] Args)
{
    public string? Lesson { get; init; }
    public string? Slot { get; init; }
    public int? UnitNo { get; init; }
    public string? Title { get; init; }
    public bool IsMedia { get; init; }

    /// <summary>A question within a document.</summary>
    public bool IsQuestion { get; init; }

    /// <summary>Where the author goes next, and the text key of the link's words; null where there is nothing to do.</summary>
    public string? Url { get; init; }
    public string? UrlText { get; init; }

    /// <summary>Pictures that the text names and the archive does not hold.</summary>
    public IReadOnlyList<string> MissingImages { get; init; } = [];

    /// <summary>What the author should look at: text key and detail.</summary>
    public IReadOnlyList<ImportRemark> Remarks { get; init; } = [];
}

internal sealed record ImportRemark(string TextKey, string Detail)
{
    /// <summary>Further values of the sentence.</summary>
    public IReadOnlyList<string> More { get; init; } = [];
}
