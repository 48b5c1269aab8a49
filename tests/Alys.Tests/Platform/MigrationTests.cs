using Alys.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Tests.Platform;

public sealed class MigrationTests(AlysHost alys) : IClassFixture<AlysHost>
{
    [Fact]
    public async Task TheMigrationsOfThisEngineMatchTheModel() =>
        Assert.False(await alys.Read(db => Task.FromResult(db.Database.HasPendingModelChanges())), "The model has changed: run bin/migrations");

    [Fact]
    public async Task TheProgramStartsOnAnEmptyDatabaseByItsMigrationsAndAgainOnItsOwn()
    {
        var arguments = await TestDatabase.Fresh(world: false);
        for (var start = 0; start < 2; start++)
        {
            await using var app = AlysApp.Build(arguments, Composition.Modules);
            await AlysApp.Prepare(app);
            Assert.False(app.Services.GetRequiredService<Founding>().IsDone);
        }
    }
}
