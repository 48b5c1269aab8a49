using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Access;

/// <summary>A person known to the institution: learner, employee, guest.</summary>
internal sealed class Person : NumberedEntity, IVersionedRow
{
    public required string UserName { get; init; }
    public required string Surname { get; set; }
    public required string Given { get; set; }
    public string? Patronymic { get; set; }
    /// <summary>The parts in the order in which documents write them.</summary>
    public string Name { get; private set; } = "";
    public string? Email { get; set; }
    public string Language { get; set; } = "kk";
    public string? Iin { get; set; }
    public DateOnly? Born { get; set; }
    public DateTime RegisteredAt { get; init; }
    public int RowVersion { get; set; }

    public void NameAgain() => Name = string.Join(' ', new[] { Surname, Given, Patronymic }.Where(p => !string.IsNullOrWhiteSpace(p)));

    public static readonly Visibility<Person> Visibility = new(
        new Rule<Person>("access.person.self", r => r.IsSignedIn ? p => p.Id == r.PersonId : null),
        new Rule<Person>("access.person.register", r => r.Everywhere(AccessRights.SeePeople) ? _ => true : null));
}

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> b)
    {
        b.ToTable("access_people");
        b.HasIndex(x => x.No).IsUnique();
        b.HasIndex(x => x.UserName).IsUnique();
        b.HasIndex(x => x.Iin).IsUnique();
        b.Property(x => x.UserName).HasMaxLength(60);
        b.Property(x => x.Name).HasMaxLength(300);
        b.Property(x => x.Surname).HasMaxLength(100);
        b.Property(x => x.Given).HasMaxLength(100);
        b.Property(x => x.Patronymic).HasMaxLength(100);
        b.Property(x => x.Email).HasMaxLength(200);
        b.Property(x => x.Language).HasMaxLength(2);
        b.Property(x => x.Iin).HasMaxLength(12);
    }
}
