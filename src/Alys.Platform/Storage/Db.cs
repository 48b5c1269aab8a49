using System.Reflection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Alys.Platform;

/// <summary>The one database of the institution, composed of the modules' entity configurations.</summary>
public sealed class Db(DbContextOptions<Db> options) : DbContext(options), IDataProtectionKeyContext
{
    /// <summary>Assemblies whose entity configurations make the model; set once by the host before the first context.</summary>
    internal static IReadOnlyList<Assembly> ModuleAssemblies { get; set; } = [typeof(Db).Assembly];

    DbSet<DataProtectionKey> IDataProtectionKeyContext.DataProtectionKeys => Set<DataProtectionKey>();

    internal bool IsSqlite => Database.ProviderName == "Microsoft.EntityFrameworkCore.Sqlite";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<DataProtectionKey>().ToTable("platform_data_protection_keys");
        foreach (var assembly in ModuleAssemblies) modelBuilder.ApplyConfigurationsFromAssembly(assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            if (typeof(Entity).IsAssignableFrom(entity.ClrType) && entity.FindPrimaryKey() is { Properties: [{ Name: "Id" } id] }) id.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
            if (typeof(IVersionedRow).IsAssignableFrom(entity.ClrType)) entity.FindProperty(nameof(IVersionedRow.RowVersion))!.IsConcurrencyToken = true;
        }
        if (!IsSqlite) JournalEntryConfiguration.ForPostgres(modelBuilder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        conventions.Properties<DateTime>().HaveConversion<UtcMicroseconds>();
        if (!IsSqlite) return;
        conventions.Properties<Guid>().HaveConversion<GuidBytes>();
        conventions.Properties<decimal>().HaveConversion<double>();
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var row in ChangeTracker.Entries<IVersionedRow>())
        {
            if (row.State == EntityState.Modified) row.Entity.RowVersion++;
        }
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }
}

/// <summary>UTC, rounded down to microseconds, which both engines keep.</summary>
internal sealed class UtcMicroseconds() : ValueConverter<DateTime, DateTime>(
    time => ToStore(time), time => DateTime.SpecifyKind(time, DateTimeKind.Utc))
{
    internal static DateTime ToStore(DateTime time)
    {
        if (time.Kind == DateTimeKind.Local) throw new InvalidOperationException("A local time may not be stored; give UTC.");
        return new DateTime(time.Ticks - time.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
    }
}

/// <summary>UUIDs as 16 big-endian bytes, so that SQLite orders them as PostgreSQL does.</summary>
internal sealed class GuidBytes() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));
