using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Platform;

public delegate Task Hear(Act act, JournalRow row, IServiceProvider services);

/// <summary>Who listens to which facts. A listener's cursor moves in the transaction of its own writes, so a fact is heard once, even after a crash.</summary>
public sealed class Listeners
{
    internal List<Listener> All { get; } = [];

    /// <param name="what">The fact, or a prefix of facts ending with a full stop.</param>
    /// <param name="name">Name of the listener, for its cursor: never change it.</param>
    /// <param name="hear">The reaction; idempotent, quick.</param>
    public void To(string what, string name, Hear hear)
    {
        if (All.Any(l => l.Name == name)) throw new InvalidOperationException($"Two listeners are called {name}.");
        All.Add(new(what, name, hear));
    }

    /// <summary>SQL condition on journal rows that anyone listens to; made of names in the code only.</summary>
    internal string Condition => string.Join(" or ", All.Select(l => l.What).Distinct().Select(what => what.EndsWith('.') ? $"\"What\" like '{what}%'" : $"\"What\" = '{what}'").DefaultIfEmpty("1=0"));

    internal sealed record Listener(string What, string Name, Hear Hear)
    {
        public bool Wants(string what) => What.EndsWith('.') ? what.StartsWith(What, StringComparison.Ordinal) : what == What;
    }
}

internal sealed class ListenerCursor
{
    public required string Name { get; init; }
    public long Xid { get; set; }
    public long Seq { get; set; }
    public DateTime At { get; set; }
}

internal sealed class ListenerCursorConfiguration : IEntityTypeConfiguration<ListenerCursor>
{
    public void Configure(EntityTypeBuilder<ListenerCursor> b)
    {
        b.ToTable("platform_listeners");
        b.HasKey(x => x.Name);
        b.Property(x => x.Name).HasMaxLength(80);
    }
}
