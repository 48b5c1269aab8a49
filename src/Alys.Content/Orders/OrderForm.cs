namespace Alys.Content.Orders;

/// <summary>What the form of an order asks.</summary>
internal sealed class OrderForm
{
    public const int StepLines = 6;

    public int SubjectNo { get; set; }
    public string? Language { get; set; } = "kk";
    public OrderedKind Kind { get; set; }
    public OrderOrigin Origin { get; set; }
    public string? Title { get; set; }
    public string? Ground { get; set; }
    public DateOnly? GroundDate { get; set; }
    public int MakerNo { get; set; }
    public string? Supplier { get; set; }
    public string? Contract { get; set; }
    public DateOnly? DueOn { get; set; }
    public List<StepLine> Steps { get; set; } = [];

    internal sealed class StepLine
    {
        public string? Title { get; set; }
        public DateOnly? DueOn { get; set; }
    }

    /// <summary>As many lines as the form has, the first with the usual steps.</summary>
    public void Fill(Texts t)
    {
        if (Steps.Count == 0) Steps.AddRange(new[] { "content.order.step.plan", "content.order.step.text", "content.order.step.review", "content.order.step.trial" }.Select(k => new StepLine { Title = t[k] }));
        while (Steps.Count < StepLines) Steps.Add(new());
    }
}
