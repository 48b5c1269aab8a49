using Alys.Assessment.Scoring;

namespace Alys.Assessment.Bank;

/// <summary>A row of the item form: an option, a pair, a number or a word.</summary>
internal sealed class ItemFormRow
{
    public string? Text { get; set; }
    /// <summary>The answer of a pair, or the tolerance of a number.</summary>
    public string? Second { get; set; }
    /// <summary>Decimal places of a reckoned number.</summary>
    public string? Places { get; set; }
    /// <summary>Percent.</summary>
    public string? Weight { get; set; }
    public string? Feedback { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Second);
}

/// <summary>An item as it is typed; becomes a body and comes from one.</summary>
internal sealed class ItemForm
{
    private const int SpareRows = 3, FirstRows = 6;

    public string? Title { get; set; }
    public string? Tags { get; set; }
    public string Prompt { get; set; } = "";
    public TextFormat Format { get; set; }
    public string? Feedback { get; set; }
    public string? WhenRight { get; set; }
    public string? WhenPartly { get; set; }
    public string? WhenWrong { get; set; }
    public string? Otherwise { get; set; }
    public bool AllOrNothing { get; set; }
    public bool Shuffle { get; set; } = true;
    /// <summary>Names of wild cards in the first line, a row of their values in each further one.</summary>
    public string? Values { get; set; }
    public bool IsSignificant { get; set; }
    public OrderRule Rule { get; set; } = OrderRule.Position;
    public bool Right { get; set; } = true;
    public bool CaseSensitive { get; set; }
    public bool WithoutKazakhLetters { get; set; }
    public string? MarkingNotes { get; set; }
    public List<ItemFormRow> Rows { get; set; } = [];

    public IEnumerable<string> TagList => (Tags ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    public bool HasOverall => (WhenRight ?? WhenPartly ?? WhenWrong ?? Otherwise) is not null;
    private IEnumerable<ItemFormRow> Filled => Rows.Where(r => !r.IsEmpty);

    public void Pad()
    {
        var wanted = Math.Max(FirstRows, Rows.Count(r => !r.IsEmpty) + SpareRows);
        while (Rows.Count < wanted) Rows.Add(new());
    }

    /// <exception cref="Refusal">A number cannot be read.</exception>
    public ItemBody Body(ItemKind kind)
    {
        ItemBody body = kind switch
        {
            ItemKind.SingleChoice => new SingleChoice { Shuffle = Shuffle, Choices = Choices() },
            ItemKind.MultipleChoice => new MultipleChoice { Shuffle = Shuffle, AllOrNothing = AllOrNothing, Choices = Choices() },
            ItemKind.TrueFalse => new TrueFalse { Right = Right },
            ItemKind.Matching => new Matching
            {
                Pairs = [.. Filled.Where(r => !string.IsNullOrWhiteSpace(r.Text)).Select(r => new Pair(Inline(r.Text)!, (r.Second ?? "").Trim(), Inline(r.Feedback)))],
                Distractors = [.. Filled.Where(r => string.IsNullOrWhiteSpace(r.Text)).Select(r => r.Second!.Trim())],
            },
            ItemKind.Numeric => new Numeric
            {
                Otherwise = Inline(Otherwise),
                Answers = [.. Filled.Select(r => new NumericAnswer(Value(r.Text), string.IsNullOrWhiteSpace(r.Second) ? 0 : Value(r.Second), Weight(r, 100), Inline(r.Feedback)))],
            },
            ItemKind.ShortAnswer => new ShortAnswer
            {
                CaseSensitive = CaseSensitive, WithoutKazakhLetters = WithoutKazakhLetters,
                Answers = [.. Filled.Select(r => new TextAnswer(r.Text!.Trim(), Weight(r, 100), Inline(r.Feedback)))],
            },
            ItemKind.Calculated => CalculatedEditing.Body(this, Filled, Inline),
            ItemKind.Ordering => new Ordering { Rule = Rule, Elements = [.. Filled.Select(r => Inline(r.Text)!)] },
            ItemKind.Cloze => ClozeEditing.Body(Prompt, Format),
            ItemKind.Essay => new Essay { MarkingNotes = string.IsNullOrWhiteSpace(MarkingNotes) ? null : MarkingNotes.Trim() },
            _ => new Description(),
        };
        return body with
        {
            Prompt = body is Cloze ? body.Prompt : Cleaning.Block(Prompt, Format),
            Feedback = string.IsNullOrWhiteSpace(Feedback) ? null : Cleaning.Block(Feedback, Format),
            WhenRight = Inline(WhenRight), WhenPartly = Inline(WhenPartly), WhenWrong = Inline(WhenWrong),
        };
    }

    public static ItemForm Of(Item item, ItemBody body) => new()
    {
        Title = item.Title,
        Tags = string.Join(", ", item.Tags.Select(t => t.Tag).Order(StringComparer.Ordinal)),
        Prompt = body is Cloze cloze ? ClozeEditing.Of(cloze) : body.Prompt.Source,
        Format = body.Prompt.Format,
        Feedback = body.Feedback?.Source,
        WhenRight = body.WhenRight?.Source,
        WhenPartly = body.WhenPartly?.Source,
        WhenWrong = body.WhenWrong?.Source,
        Otherwise = ((body as Numeric)?.Otherwise ?? (body as Calculated)?.Otherwise)?.Source,
        Values = body is Calculated values ? CalculatedEditing.Values(values) : null,
        IsSignificant = body is Calculated figures && figures.Answers.Any(a => a.IsSignificant),
        AllOrNothing = body is MultipleChoice { AllOrNothing: true },
        Shuffle = body is not ChoiceItem choice || choice.Shuffle,
        Rule = (body as Ordering)?.Rule ?? OrderRule.Position,
        Right = body is TrueFalse { Right: true },
        CaseSensitive = body is ShortAnswer { CaseSensitive: true },
        WithoutKazakhLetters = body is ShortAnswer { WithoutKazakhLetters: true },
        MarkingNotes = (body as Essay)?.MarkingNotes,
        Rows = body switch
        {
            ChoiceItem c => [.. c.Choices.Select(x => Row(x.Text.Source, null, x.Weight, x.Feedback))],
            Matching m => [.. m.Pairs.Select(x => Row(x.Premise.Source, x.Answer, 0, x.Feedback)), .. m.Distractors.Select(d => Row(null, d, 0, null))],
            Numeric n => [.. n.Answers.Select(x => Row(Written(x.Value), Written(x.Tolerance), x.Weight, x.Feedback))],
            Calculated c => [.. c.Answers.Select(x => Row(x.Formula, CalculatedEditing.Written(x), x.Weight, x.Feedback, x.Places))],
            Ordering o => [.. o.Elements.Select(x => Row(x.Source, null, 0, null))],
            ShortAnswer s => [.. s.Answers.Select(x => Row(x.Pattern, null, x.Weight, x.Feedback))],
            _ => [],
        },
    };

    private IReadOnlyList<Choice> Choices() => [.. Filled.Select(r => new Choice(Inline(r.Text)!, Weight(r, 0), Inline(r.Feedback)))];

    // Options that stand as HTML or Markdown follow the prompt's format.
    private RichText? Inline(string? text) => string.IsNullOrWhiteSpace(text) ? null : Cleaning.Inline(text, Format);

    public static decimal Weight(ItemFormRow row, decimal otherwise) => string.IsNullOrWhiteSpace(row.Weight) ? otherwise
        : Number.Parse(row.Weight) is { } weight and >= -100 and <= 100 ? (decimal)weight : throw new Refusal("assessment.refusal.weight");

    private static double Value(string? text) => Number.Parse(text ?? "") ?? throw new Refusal("assessment.refusal.number");
    private static string Written(double value) => value.ToString("R", CultureInfo.InvariantCulture);
    private static ItemFormRow Row(string? text, string? second, decimal weight, RichText? feedback, int? places = null) =>
        new() { Places = places?.ToString(CultureInfo.InvariantCulture), Text = text, Second = second, Weight = weight == 0 ? "" : weight.ToString("0.#####", CultureInfo.InvariantCulture), Feedback = feedback?.Source };
}
