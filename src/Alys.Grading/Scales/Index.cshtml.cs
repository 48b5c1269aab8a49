namespace Alys.Grading.ScalePages;

/// <summary>The letter scales by date.</summary>
[Needs(Rights.Scale)]
internal sealed class IndexModel : AppPage
{
    public IReadOnlyList<GradeScale> Scales { get; private set; } = [];

    public async Task OnGet() => Scales = [.. (await Grading.Scales.All(Db, Ct)).OrderByDescending(s => s.From)];
}
