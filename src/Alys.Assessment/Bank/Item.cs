using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Assessment.Bank;

/// <summary>A test item: its identity. What it asks stands in its versions; attempts point at a version, never at this.</summary>
internal sealed class Item : NumberedEntity
{
    public const int MaxTags = 20, MaxTag = 100;

    public Guid SubjectId { get; init; }
    /// <summary>kk, ru or en.</summary>
    public required string Language { get; init; }
    /// <summary>The author's own name of the item, equal in every language; unique within subject and language.</summary>
    public string? Code { get; init; }
    public required string Title { get; set; }
    public ItemKind Kind { get; private set; }
    public Guid LiveVersionId { get; private set; }
    public int Versions { get; private set; }
    public string LiveHash { get; private set; } = "";
    public DateTime? RetiredAt { get; private set; }
    public List<ItemTag> Tags { get; } = [];

    /// <summary>Makes a new version live; earlier ones stay for the attempts that used them. Null when nothing changed.</summary>
    public ItemVersion? Publish(ItemBody body, string origin, Guid? by, DateTime now)
    {
        if (body.Problem() is { } problem) throw new Refusal(problem);
        var json = BodyJson.Write(body);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        if (hash == LiveHash) return null;
        var version = new ItemVersion { ItemId = Id, Number = ++Versions, Kind = body.Kind, Body = json, Origin = origin, ById = by, At = now };
        (Kind, LiveVersionId, LiveHash) = (body.Kind, version.Id, hash);
        return version;
    }

    /// <returns>Whether the tags are others than before.</returns>
    public bool Tag(IEnumerable<string> tags)
    {
        var wanted = tags.Select(t => t.Trim()).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).ToHashSet();
        if (wanted.Count > MaxTags) throw new Refusal("assessment.refusal.too-many-tags", MaxTags) { Field = "Tags" };
        if (wanted.Any(t => t.Length > MaxTag)) throw new Refusal("assessment.refusal.long-tag", MaxTag) { Field = "Tags" };
        if (wanted.SetEquals(Tags.Select(t => t.Tag))) return false;
        Tags.RemoveAll(t => !wanted.Contains(t.Tag));
        Tags.AddRange(wanted.Where(w => Tags.All(t => t.Tag != w)).Select(t => new ItemTag { ItemId = Id, Tag = t }));
        return true;
    }

    /// <summary>No test draws it any more; attempts that have it keep it.</summary>
    public void Retire(DateTime now) => RetiredAt ??= now;

    public void Revive() => RetiredAt = null;
}

internal sealed class ItemTag
{
    public Guid ItemId { get; init; }
    public required string Tag { get; init; }
}

/// <summary>What an item asked from a moment on. Immutable.</summary>
internal sealed class ItemVersion : Entity
{
    public Guid ItemId { get; init; }
    public int Number { get; init; }
    public ItemKind Kind { get; init; }
    /// <summary>An <see cref="ItemBody"/> as JSON.</summary>
    public required string Body { get; init; }
    /// <summary>Where it came from: the name of an imported file, or "editor".</summary>
    public required string Origin { get; init; }
    public Guid? ById { get; init; }
    public DateTime At { get; init; }
}

internal sealed class ItemConfiguration : IEntityTypeConfiguration<Item>
{
    public void Configure(EntityTypeBuilder<Item> b)
    {
        b.ToTable("assessment_items");
        b.Property(x => x.Language).HasMaxLength(5);
        b.Property(x => x.Code).HasMaxLength(200);
        b.Property(x => x.Title).HasMaxLength(200);
        b.Property(x => x.LiveHash).HasMaxLength(64);
        b.HasIndex(x => x.No).IsUnique();
        b.HasIndex(x => new { x.SubjectId, x.Language, x.Code }).IsUnique();
        b.HasMany(x => x.Tags).WithOne().HasForeignKey(x => x.ItemId);
    }
}

internal sealed class ItemTagConfiguration : IEntityTypeConfiguration<ItemTag>
{
    public void Configure(EntityTypeBuilder<ItemTag> b)
    {
        b.ToTable("assessment_item_tags");
        b.HasKey(x => new { x.ItemId, x.Tag });
        b.Property(x => x.Tag).HasMaxLength(Item.MaxTag);
        b.HasIndex(x => x.Tag);
    }
}

internal sealed class ItemVersionConfiguration : IEntityTypeConfiguration<ItemVersion>
{
    public void Configure(EntityTypeBuilder<ItemVersion> b)
    {
        b.ToTable("assessment_item_versions");
        b.Property(x => x.Origin).HasMaxLength(200);
        b.HasIndex(x => new { x.ItemId, x.Number }).IsUnique();
    }
}
