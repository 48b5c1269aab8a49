namespace Alys.Platform;

/// <summary>A deed that the rules do not allow, in one sentence that the person understands (a text key and its arguments). Shown with status 422 and the form still filled.</summary>
public sealed class Refusal(string textKey, params object?[] args) : Exception(textKey)
{
    public string TextKey { get; } = textKey;
    public object?[] Args { get; } = args;
    /// <summary>The form field that the sentence belongs to, if to one.</summary>
    public string? Field { get; init; }
    public int Status { get; init; } = StatusCodes.Status422UnprocessableEntity;
}
