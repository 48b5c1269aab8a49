using Alys.Compliance;
using Alys.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Tests.Compliance;

/// <summary>Looks at rules, on tables that a test changes for the time of a look.</summary>
public abstract class RuleWorld(AlysHost alys)
{
    protected AlysHost Host { get; } = alys;
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private protected async Task<Finding> Look(string rule)
    {
        await using var scope = Host.Service<IServiceScopeFactory>().CreateAsyncScope();
        return await scope.ServiceProvider.GetServices<ICheck>().Single(x => x.Rule == rule)
            .Look(scope.ServiceProvider.GetRequiredService<Db>(), DateOnly.FromDateTime(Story.Now), Ct);
    }

    /// <summary>Changes a table for the time of a look and restores its rows.</summary>
    protected async Task During(string deed, string table, Func<Task> look)
    {
        await Execute($"drop table if exists kept_{table}");
        await Execute($"create table kept_{table} as select * from {table}");
        try
        {
            await WithoutForeignKeys(deed);
            await look();
        }
        finally
        {
            await WithoutForeignKeys($"delete from {table}; insert into {table} select * from kept_{table}");
            await Execute($"drop table kept_{table}");
        }
    }

    protected async Task Execute(string sql)
    {
        await using var connection = Host.Service<StorageEngine>().Open();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Ct);
    }

    private Task WithoutForeignKeys(string sql) =>
        Execute(TestDatabase.IsPostgres ? $"set session_replication_role = replica; {sql}; set session_replication_role = default" : $"pragma foreign_keys = off; {sql}; pragma foreign_keys = on");
}
