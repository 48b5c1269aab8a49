using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Audit;

/// <summary>A row of the journal for the eye, with the name of who did it.</summary>
internal sealed class JournalLine
{
    public long Xid { get; init; }
    public long Seq { get; init; }
    public DateTime At { get; init; }
    public Guid? ByPersonId { get; init; }
    public string What { get; init; } = "";
    public string ObjectKind { get; init; } = "";
    public Guid ObjectId { get; init; }
    public Guid? PersonId { get; init; }
    public string Data { get; init; } = "";
    public string? From { get; init; }

    public JournalCursor Cursor => new(Xid, Seq);
}

internal sealed class JournalLineConfiguration : IEntityTypeConfiguration<JournalLine>
{
    public void Configure(EntityTypeBuilder<JournalLine> b)
    {
        b.HasNoKey();
        b.ToSqlQuery("""select "Xid", "Seq", "At", "ByPersonId", "What", "ObjectKind", "ObjectId", "PersonId", "Data", "From" from platform_journal""");
        b.Ignore(x => x.Cursor);
    }
}
