using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Access;

/// <summary>A person as other modules read them.</summary>
public sealed class PersonRow
{
    public Guid Id { get; init; }
    public int No { get; init; }
    public string UserName { get; init; } = "";
    /// <summary>Surname, given name, patronymic, in this order; parts that a person has not are left out.</summary>
    public string Name { get; init; } = "";
    public string Surname { get; init; } = "";
    public string Given { get; init; } = "";
    public string? Patronymic { get; init; }
    public string? Email { get; init; }
    /// <summary>kk, ru or en.</summary>
    public string Language { get; init; } = "";
}

internal sealed class PersonRowConfiguration : IEntityTypeConfiguration<PersonRow>
{
    public void Configure(EntityTypeBuilder<PersonRow> b) => b.HasNoKey().ToSqlQuery("""
        select "Id", "No", "UserName", "Name", "Surname", "Given", "Patronymic", "Email", "Language" from access_people
        """);
}

/// <summary>Somebody holds a right in a scope by a role.</summary>
public sealed class RightHolderRow
{
    public Guid PersonId { get; init; }
    public string Role { get; init; } = "";
    public string Right { get; init; } = "";
    /// <summary>One of <see cref="ScopeKinds"/>.</summary>
    public string ScopeKind { get; init; } = "";
    public Guid ScopeId { get; init; }
    /// <summary>First day.</summary>
    public DateOnly From { get; init; }
    /// <summary>Last day, included; null while it lasts.</summary>
    public DateOnly? Until { get; init; }
}

internal sealed class RightHolderRowConfiguration : IEntityTypeConfiguration<RightHolderRow>
{
    public void Configure(EntityTypeBuilder<RightHolderRow> b) => b.HasNoKey().ToSqlQuery("""
        select g."PersonId", g."Role", r."Right", g."ScopeKind", g."ScopeId", g."From", g."Until"
        from access_grants g join access_role_rights r on r."Role" = g."Role" where g."WithdrawnAt" is null
        """);
}

/// <summary>A person to be registered.</summary>
/// <param name="UserName">Latin letters, digits, full stops and hyphens; unique.</param>
/// <param name="Surname">Surname; may be empty where a person has only a given name.</param>
/// <param name="Given">Given name.</param>
/// <param name="Iin">Individual identification number: 12 digits with a right check digit, or null (domain: IIN).</param>
/// <param name="Password">First password, or null: the account cannot sign in until one is set.</param>
public sealed record NewPerson(string UserName, string Surname, string Given, string? Patronymic = null, string? Email = null, string Language = "kk", string? Iin = null, DateOnly? Born = null, string? Password = null);
