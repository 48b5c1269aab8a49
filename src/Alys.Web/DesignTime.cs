using Alys.Platform;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

/// <summary>For the migration tool: the model as the program has it, on the engine that ALYS_DATABASE names.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<Db>
{
    public Db CreateDbContext(string[] args) =>
        AlysApp.Build([], Composition.Modules).Services.CreateScope().ServiceProvider.GetRequiredService<Db>();
}
