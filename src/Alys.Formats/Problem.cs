namespace Alys.Formats;

/// <summary>How much of the material a <see cref="Problem"/> touches.</summary>
public enum Severity
{
    /// <summary>The object was understood; a person should look at it.</summary>
    Warning,
    /// <summary>The object could not be understood and was left out.</summary>
    Error,
}

/// <summary>
/// One thing that a reader could not take as it stood. Readers of this library never throw on bad input: they return what they
/// understood and a list of these.
/// </summary>
/// <param name="Line">Line of the source, from 1; 0 when the problem concerns the whole file.</param>
/// <param name="Key">Text key of the sentence, such as <c>gift.problem.unclosed-brace</c>.</param>
/// <param name="Severity">Whether the object was left out.</param>
/// <param name="Args">Values for the placeholders of the sentence; never null.</param>
public sealed record Problem(int Line, string Key, Severity Severity, params IReadOnlyList<object> Args)
{
    /// <summary>Title of the object concerned, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Path of the document within its package, or null.</summary>
    public string? File { get; init; }

    /// <summary>True when the object was left out.</summary>
    public bool IsError => Severity == Severity.Error;

    internal static Problem Error(int line, string key, params object[] args) => new(line, key, Severity.Error, args);

    internal static Problem Warning(int line, string key, params object[] args) => new(line, key, Severity.Warning, args);

    /// <summary>The key with its line and values, for logs and tests; people read the sentence behind the key.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Line}: {Key}{(Args.Count == 0 ? "" : " (" + string.Join(", ", Args) + ")")}");
}
