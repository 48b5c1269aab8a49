namespace Alys.Documents.Numbering;

/// <summary>The numbering rule of each kind of document.</summary>
[Needs(Rights.Numbering)]
internal sealed class IndexModel : AppPage
{
    public IReadOnlyList<(DocumentKind Kind, string Pattern)> Kinds { get; private set; } = [];

    public async Task OnGet()
    {
        var rules = await Db.NumberingRules.AsNoTracking().ToDictionaryAsync(r => r.Kind, r => r.Pattern, Ct);
        Kinds = [.. Service<DocumentStore>().Kinds.Select(k => (k, rules.GetValueOrDefault(k.Code, k.NumberPattern)))];
    }
}
