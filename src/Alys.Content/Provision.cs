using Alys.Content.Library;
using Alys.Curriculum;
using Alys.Documents;

namespace Alys.Content;

/// <summary>How a subject is provided with resources (clause 46).</summary>
/// <param name="Electronic">Resources of the subject that can be read from afar on the day.</param>
/// <param name="MainSources">Main sources of its newest approved working syllabus.</param>
/// <param name="MainCovered">Those of them whose copies serve enough learners at once.</param>
/// <param name="CardIssuedAt">UTC; when its newest provision card was issued.</param>
public sealed record ProvisionState(int Electronic, int MainSources, int MainCovered, DateTime? CardIssuedAt);

/// <summary>Provision of subjects with resources of the library.</summary>
public sealed class Provision
{
    private readonly ContentOptions _options;

    internal Provision(ContentOptions options) => _options = options;

    /// <summary>The state of a subject on a day; about six statements.</summary>
    /// <exception cref="InvalidOperationException">No such subject.</exception>
    public async Task<ProvisionState> Of(Db db, Guid subjectId, DateOnly day, CancellationToken ct)
    {
        var card = await ProvisionCard.Of(db, await db.Set<SubjectRow>().SingleAsync(s => s.Id == subjectId, ct), day, ct);
        var issued = await db.Set<DocumentRow>().Where(d => d.Kind == ProvisionCardKind.KindCode && d.AboutId == subjectId && !d.IsAnnulled).MaxAsync(d => (DateTime?)d.IssuedAt, ct);
        return new(card.Electronic, card.MainSources, card.MainCovered(_options.ProvisionPercent / 100m), issued);
    }
}
