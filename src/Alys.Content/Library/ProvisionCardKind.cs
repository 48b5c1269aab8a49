using Alys.Curriculum;
using Alys.Documents;
using Alys.Institution;

namespace Alys.Content.Library;

/// <summary>What an issued card says; its canonical JSON is what the hash on the paper covers.</summary>
internal sealed record CardData(LocalText Institution, LocalText? Chair, string Code, LocalText Subject, DateOnly Day, int Learners, decimal Norm, IReadOnlyList<CardDataLine> Lines)
{
    public static async Task<CardData> Of(Db db, ProvisionCard card, decimal norm, CancellationToken ct)
    {
        var institution = await db.Set<InstitutionRow>().SingleAsync(ct);
        var chair = await db.Set<UnitRow>().Where(u => u.Id == card.Subject.ChairId).Select(u => new LocalText(u.NameKk, u.NameRu, u.NameEn)).FirstOrDefaultAsync(ct);
        return new(new(institution.NameKk, institution.NameRu, institution.NameEn), chair, card.Subject.Code, card.Subject.Name(), card.Day, card.Learners, norm,
            [.. card.Lines.Select(l => new CardDataLine(l.Source?.Title, l.Source?.Kind, l.Resource?.Citation, l.Resource?.Language, l.Resource?.Kind)
            {
                InLibrary = l.Resource?.CopiesInLibrary ?? 0, InChair = l.Resource?.CopiesInChair ?? 0,
                Electronic = l.Resource is { } r && r.IsElectronicOn(card.Day) ? r.Url ?? r.FileName : null,
                Coverage = Math.Round(l.Coverage, 2),
            })]);
    }
}

internal sealed record CardDataLine(LocalText? Source, LiteratureKind? Use, string? Resource, string? Language, ResourceKind? Kind)
{
    public int InLibrary { get; init; }
    public int InChair { get; init; }
    public string? Electronic { get; init; }
    public decimal Coverage { get; init; }
}

/// <summary>The provision card of a subject as a registered document.</summary>
internal sealed class ProvisionCardKind : DocumentKind
{
    public const string KindCode = "provision-card";

    public override string Code => KindCode;

    public override string NumberPattern => "{year}/ҚК-{n}";

    public override byte[] Print(DocumentPaper paper, Texts t)
    {
        var data = paper.Read<CardData>();
        return new Pdf($"{t[NameKey]} {paper.Number}", paper.Footer)
            .Letterhead(data.Institution.In(t.Language), data.Chair?.In(t.Language))
            .Title(t[NameKey], t["content.card.number", paper.Number])
            .Facts([(t["content.pack.subject"], $"{data.Code} · {data.Subject.In(t.Language)}"), (t["content.card.day"], t.Date(data.Day)), (t["content.card.learners"], t.Number(data.Learners)), (t["content.card.norm"], t.Number(data.Norm))])
            .Table(Columns(t), data.Lines.Select(l => Row(l, t)))
            .Signatures([(t["content.card.librarian"], ""), (t["content.card.chair"], "")])
            .Build();
    }

    private static PdfColumn[] Columns(Texts t) =>
    [
        new(t["content.card.source"], 150),
        new(t["content.card.use"], 60),
        new(t["content.card.resource"], 150),
        new(t["content.resource.kind"], 60),
        new(t["content.card.in-library"], 40, PdfAlign.Right),
        new(t["content.card.in-chair"], 40, PdfAlign.Right),
        new(t["content.card.electronic"], 90),
        new(t["content.card.coverage"], 40, PdfAlign.Right),
    ];

    private static IReadOnlyList<string> Row(CardDataLine line, Texts t) =>
    [
        line.Source?.In(t.Language) ?? t["content.card.beyond"], line.Use is { } use ? t["enum.LiteratureKind." + use] : "–", line.Resource ?? t["content.card.missing"],
        line.Kind is { } kind ? t["enum.ResourceKind." + kind] : "–", t.Number(line.InLibrary), t.Number(line.InChair), line.Electronic ?? "–", t.Number(line.Coverage),
    ];
}
