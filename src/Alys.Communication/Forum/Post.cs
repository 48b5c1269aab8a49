using Alys.Communication.Courses;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Communication.Forum;

internal sealed class Post : NumberedEntity
{
    public Guid ThreadId { get; init; }
    public Guid ByPersonId { get; init; }
    public DateTime At { get; init; }
    public required string Text { get; set; }
    public DateTime? EditedAt { get; set; }
    /// <summary>The sender's idempotency key.</summary>
    public string? Key { get; init; }

    public bool MayEdit(Reader reader, DateTime now, CommunicationOptions options) =>
        ByPersonId == reader.PersonId && now < At.AddMinutes(options.EditMinutes);

    /// <summary>Changes the text; the earlier one is kept.</summary>
    public void Edit(Act act, CourseView course, CommunicationOptions options, string? text)
    {
        if (!MayEdit(act.Reader, act.Now, options)) throw new Refusal("communication.refusal.edit-over", options.EditMinutes) { Field = "Text" };
        var changed = PostText.Checked(text);
        if (changed == Text) return;
        act.Db.Add(new PostVersion { PostId = Id, Text = Text, WrittenAt = EditedAt ?? At, ReplacedAt = act.Now });
        act.Wrote("communication.post.edited", this, course.Scope, before: new { Text }, after: new { Text = changed });
        (Text, EditedAt) = (changed, act.Now);
    }
}

/// <summary>What a post said before it was edited.</summary>
internal sealed class PostVersion : Entity
{
    public Guid PostId { get; init; }
    public required string Text { get; init; }
    public DateTime WrittenAt { get; init; }
    public DateTime ReplacedAt { get; init; }
}

/// <summary>Up to which post a person has seen a thread.</summary>
internal sealed class ReadMark
{
    public Guid PersonId { get; init; }
    public Guid ThreadId { get; init; }
    public int PostNo { get; init; }
    public DateTime At { get; init; }

    /// <summary>Moves the mark forward and takes the thread's notices as read; nothing moves back.</summary>
    public static Task Move(Lane lane, Reader reader, Guid threadId, int postNo, string url, DateTime now, CancellationToken ct) => lane.Write(
    [
        new("""
            insert into communication_read_marks ("PersonId","ThreadId","PostNo","At") values (@p0,@p1,@p2,@p3)
            on conflict ("PersonId","ThreadId") do update set "PostNo"=excluded."PostNo","At"=excluded."At" where communication_read_marks."PostNo"<excluded."PostNo"
            """, reader.PersonId, threadId, postNo, now),
        new("""update communication_notices set "ReadAt"=@p0 where "PersonId"=@p1 and "Url"=@p2 and "ReadAt" is null""", now, reader.PersonId, url),
    ], ct);
}

internal sealed class PostConfiguration : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> b)
    {
        b.ToTable("communication_posts");
        b.Property(x => x.Text).HasMaxLength(PostText.Most);
        b.Property(x => x.Key).HasMaxLength(40);
        b.HasIndex(x => new { x.ThreadId, x.No }).IsUnique();
        b.HasIndex(x => new { x.ByPersonId, x.Key }).IsUnique();
        b.HasIndex(x => new { x.ThreadId, x.ByPersonId });
    }
}

internal sealed class PostVersionConfiguration : IEntityTypeConfiguration<PostVersion>
{
    public void Configure(EntityTypeBuilder<PostVersion> b)
    {
        b.ToTable("communication_post_versions");
        b.Property(x => x.Text).HasMaxLength(PostText.Most);
        b.HasIndex(x => x.PostId);
    }
}

internal sealed class ReadMarkConfiguration : IEntityTypeConfiguration<ReadMark>
{
    public void Configure(EntityTypeBuilder<ReadMark> b)
    {
        b.ToTable("communication_read_marks");
        b.HasKey(x => new { x.PersonId, x.ThreadId });
    }
}
