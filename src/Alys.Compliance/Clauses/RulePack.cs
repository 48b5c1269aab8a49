namespace Alys.Compliance;

/// <summary>A set of rules as data: the clauses of an order and the rules by which each is checked. A later order is another pack.</summary>
internal sealed class RulePack
{
    private readonly Dictionary<string, Rule> _rules;

    private RulePack(IReadOnlyList<Clause> clauses, IEnumerable<Rule> rules) => (Clauses, _rules) = (clauses, rules.ToDictionary(x => x.Code));

    public IReadOnlyList<Clause> Clauses { get; }
    public IEnumerable<Rule> Rules => _rules.Values;

    public Rule? Find(string? code) => code != null && _rules.TryGetValue(code, out var rule) ? rule : null;

    public IEnumerable<Rule> Of(Clause clause) => clause.RuleCodes.Select(x => _rules[x]);

    public static RulePack Order404() => new(
        [.. Rows("order-404.tsv").Select(x => new Clause(int.Parse(x[0], CultureInfo.InvariantCulture), int.Parse(x[1], CultureInfo.InvariantCulture),
            new LocalText(x[2], x[3], x[4]), new LocalText(x[5], x[6], x[7]), x[8].Split(' '), x[9]))],
        Rows("order-404.rules.tsv").Select(x => new Rule(x[0], int.Parse(x[1], CultureInfo.InvariantCulture), x[2], x[3], new LocalText(x[4], x[5], x[6]))));

    private static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(RulePack).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The rules {name} are not in the program.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Skip(1).Where(x => x.Length > 0).Select(x => x.TrimEnd('\r').Split('\t'))];
    }
}

/// <param name="Role">Code of the role that answers for it.</param>
internal sealed record Clause(int No, int Chapter, LocalText Title, LocalText Meaning, IReadOnlyList<string> RuleCodes, string Role);

/// <param name="State">automatic: the program computes the verdict; recorded: people record it with a document; not-yet: neither.</param>
/// <param name="Sentence">When the rule is met.</param>
internal sealed record Rule(string Code, int Version, string State, string Role, LocalText Sentence)
{
    public bool IsAutomatic => State == "automatic";
    public bool IsRecorded => State == "recorded";
}
