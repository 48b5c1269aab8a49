using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Access;

/// <summary>The account of a person (same id): password, lockout; second factors and passkeys find their columns here.</summary>
internal sealed class Account : IdentityUser<Guid>;

internal static class Passwords
{
    public const int Least = 10;
}

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> b)
    {
        b.ToTable("access_accounts");
        b.HasKey(x => x.Id);
        b.Property(x => x.Id).ValueGeneratedNever();
        b.HasIndex(x => x.NormalizedUserName).IsUnique();
        b.Property(x => x.UserName).HasMaxLength(60);
        b.Property(x => x.NormalizedUserName).HasMaxLength(60);
        b.Property(x => x.Email).HasMaxLength(200);
        b.Property(x => x.NormalizedEmail).HasMaxLength(200);
        b.Property(x => x.ConcurrencyStamp).IsConcurrencyToken();
        b.HasOne<Person>().WithOne().HasForeignKey<Account>(x => x.Id);
    }
}

internal sealed class AccountClaims :
    IEntityTypeConfiguration<IdentityUserClaim<Guid>>, IEntityTypeConfiguration<IdentityUserLogin<Guid>>, IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> b) { b.ToTable("access_account_claims"); b.HasKey(x => x.Id); b.HasIndex(x => x.UserId); }
    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> b) { b.ToTable("access_account_logins"); b.HasKey(x => new { x.LoginProvider, x.ProviderKey }); b.HasIndex(x => x.UserId); }
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> b) { b.ToTable("access_account_tokens"); b.HasKey(x => new { x.UserId, x.LoginProvider, x.Name }); }
}
