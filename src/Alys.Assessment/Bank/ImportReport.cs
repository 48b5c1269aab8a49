using System.Text.Json;
using Alys.Formats;
using Alys.Formats.Questions;

namespace Alys.Assessment.Bank;

internal enum ImportOutcome { Created, Changed, Skipped }

/// <summary>Why something was skipped, or what to look at.</summary>
/// <param name="Key">Text key of the sentence.</param>
/// <param name="Line">Line of the file, or 0 when the sentence concerns the whole of what it stands beside.</param>
internal sealed record ImportRemark(string Key, IReadOnlyList<string> Args, int Line = 0)
{
    public static ImportRemark Of(Problem problem) => new(problem.Key, [.. problem.Args.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture)!)], problem.Line);
}

/// <param name="File">Document within a package.</param>
internal sealed record ImportLine(int Line, string Title, ImportOutcome Outcome, IReadOnlyList<ImportRemark> Remarks, string? File = null);

/// <summary>One line for each object of a file, and what concerns the file as a whole.</summary>
internal sealed record ImportReport(QuestionFormat? Format, string? Encoding, IReadOnlyList<ImportRemark> Remarks, IReadOnlyList<ImportLine> Lines)
{
    public static ImportReport Empty { get; } = new(null, null, [], []);

    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Earlier reports were their lines alone, each with one remark.</summary>
    public static ImportReport FromJson(string json) => !json.StartsWith('[') ? JsonSerializer.Deserialize<ImportReport>(json)!
        : Empty with { Lines = [.. JsonSerializer.Deserialize<List<EarlierLine>>(json)!.Select(l => new ImportLine(l.Line, l.Title, l.Outcome, l.Reason is null ? [] : [new(l.Reason, l.Args ?? [])]))] };

    private sealed record EarlierLine(int Line, string Title, ImportOutcome Outcome, string? Reason, IReadOnlyList<string>? Args);
}
