using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Staffing;

/// <summary>A person's leave to write the pack of a subject.</summary>
internal sealed class Author : NumberedEntity, IVersionedRow, IDuty
{
    public required Guid SubjectId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; set; }
    public DateTime? RoleGivenAt { get; set; }
    public DateTime? RoleWithdrawnAt { get; set; }
    public int RowVersion { get; set; }

    public Scope Scope => new(ScopeKinds.Subject, SubjectId);
    public string Role => Roles.Author;
}

internal sealed class AuthorConfiguration : IEntityTypeConfiguration<Author>
{
    public void Configure(EntityTypeBuilder<Author> b)
    {
        b.ToTable("staffing_authors");
        b.HasIndex(x => x.No).IsUnique();
        b.HasIndex(x => new { x.SubjectId, x.PersonId });
        b.Ignore(x => x.Scope);
        b.Ignore(x => x.Role);
    }
}
