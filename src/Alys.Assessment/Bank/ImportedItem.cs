using System.Security.Cryptography;
using System.Text;
using Alys.Formats.Questions;

namespace Alys.Assessment.Bank;

/// <summary>A question of a file as an item of the bank.</summary>
/// <param name="Code">Finds the same item again at the next import: its id, or category and title, or a hash of its text.</param>
/// <param name="Problem">Text key of why it cannot stand in the bank, or null.</param>
/// <param name="LeftOut">Names of files, addresses and active elements that its texts may not hold.</param>
internal sealed record ImportedItem(string Code, string Title, IReadOnlyList<string> Tags, ItemBody Body, string? Problem, IReadOnlyCollection<string> LeftOut)
{
    /// <summary>All questions of a file. Titles and texts that several questions share do not name one of them.</summary>
    public static IReadOnlyList<ImportedItem> Of(IReadOnlyList<Question> questions)
    {
        var names = questions.CountBy(NameOf).ToDictionary(StringComparer.Ordinal);
        var titles = questions.CountBy(q => q.Title ?? "").ToDictionary(StringComparer.Ordinal);
        return [.. questions.Select(q => One(q, names[NameOf(q)] == 1 ? NameOf(q) : LongNameOf(q), titles[q.Title ?? ""] == 1 ? q.Title : null))];
    }

    private static string NameOf(Question q) => q.Id ?? (q.Title is null ? "sha:" + Hash(q.Text.Text) : string.Join('/', q.Category.Append(q.Title)));

    // Moodle's id numbers are unique within their category only.
    private static string LongNameOf(Question q) => q.Id is null ? "sha:" + Hash(Content(q)) : string.Join('/', q.Category.Append(q.Id));

    /// <summary>What the question asks and takes as right, as one text.</summary>
    internal static string Content(Question q) => string.Join('\n', q.Answers.Select(a => a.Text.Text).Concat(q.Pairs.Select(p => $"{p.Prompt?.Text}\t{p.Answer}"))
        .Concat(q.Numbers.Select(n => n.Value.ToString("R", CultureInfo.InvariantCulture))).Concat(q.Elements.Select(e => e.Text)).Concat(q.Formulas.Select(f => f.Formula)).Concat(q.Gaps.Select(g => Content(g.Question))).Prepend($"{q.Kind} {q.Truth} {q.Text.Text}"));

    private static ImportedItem One(Question question, string code, string? title)
    {
        var leftOut = new HashSet<string>(question.Files, StringComparer.Ordinal);
        var (body, problem) = BodyOf(question, leftOut);
        var tags = question.Tags.Concat(question.Category.TakeLast(1)).Select(t => Short(t, Item.MaxTag)).Distinct().Take(Item.MaxTags);
        title = Short((title ?? body.Words).ReplaceLineEndings(" ").Trim(), 200);
        return new(code.Length <= 200 ? code : "sha:" + Hash(code), title.Length > 0 ? title : question.Title ?? "", [.. tags], body, problem, leftOut);
    }

    private static (ItemBody Body, string? Problem) BodyOf(Question question, HashSet<string> leftOut)
    {
        try
        {
            var body = new QuestionBody(leftOut).Of(question);
            return (body, body.Problem());
        }
        catch (Refusal refusal)
        {
            // One text that cannot be cleaned keeps its question out, not the file.
            return (new Description { Prompt = question.Title ?? "" }, refusal.TextKey);
        }
    }

    private static string Short(string text, int most) => text.Length <= most ? text : text[..(most - 1)].TrimEnd() + "…";
    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..24];
}

/// <summary>A question file as it was read, with its questions as items. Reading and cleaning take their time and are done before an act, which holds up every other writer.</summary>
internal sealed record ImportedFile(QuestionFile File, IReadOnlyList<ImportedItem> Items)
{
    public static ImportedFile Of(byte[] bytes)
    {
        var file = QuestionReader.Read(bytes);
        return new(file, ImportedItem.Of(file.Questions));
    }
}
