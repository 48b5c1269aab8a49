using Alys.Communication.Courses;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Communication.Forum;

/// <summary>A thread of a course's forum. Its posts are numbered from 1 without gaps, in the order of their commits.</summary>
internal sealed class ForumThread : NumberedEntity
{
    public const int PageSize = 30;

    public Guid CourseId { get; init; }
    public required string Title { get; init; }
    public Guid ByPersonId { get; init; }
    public DateTime At { get; init; }
    public int LastPostNo { get; set; }
    public DateTime LastPostAt { get; set; }
    public DateTime? PinnedAt { get; set; }
    public DateTime? ClosedAt { get; set; }
    public Guid? ClosedByPersonId { get; set; }

    public static string Topic(Guid threadId) => $"communication.thread.{threadId:N}";
    public static int PageOf(int postNo) => Math.Max(1, (postNo + PageSize - 1) / PageSize);

    public static async Task<ForumThread> Start(Act act, CourseView course, string? title, string? text)
    {
        if (!course.Lets(act.Reader, Rights.TakePart)) throw new Refusal("communication.refusal.not-yours");
        if (string.IsNullOrWhiteSpace(title)) throw new Refusal("communication.refusal.no-title") { Field = "Title" };
        if (title.Trim().Length > 200) throw new Refusal("communication.refusal.long-title", 200) { Field = "Title" };
        var thread = new ForumThread
        {
            No = await act.NextNumber("communication.thread", course.Id),
            CourseId = course.Id,
            Title = title.Trim(),
            ByPersonId = act.Reader.PersonId,
            At = act.Now,
        };
        act.Db.Add(thread);
        await thread.Add(act, text, null);
        act.Wrote(CommunicationFacts.ThreadStarted, thread, course.Scope, after: thread.Fact(course));
        return thread;
    }

    /// <summary>Adds a post. The same key of the same author gives the post that is there already.</summary>
    public async Task<Post> Reply(Act act, CourseView course, string? text, string? key)
    {
        if (!course.Lets(act.Reader, Rights.TakePart)) throw new Refusal("communication.refusal.not-yours");
        if (ClosedAt is not null) throw new Refusal("communication.refusal.closed") { Field = "Text" };
        if (key is not null && await act.Db.Posts.FirstOrDefaultAsync(p => p.ByPersonId == act.Reader.PersonId && p.Key == key, act.Ct) is { } known) return known;
        var post = await Add(act, text, key);
        act.Wrote(CommunicationFacts.PostWritten, post, course.Scope, after: Fact(course));
        return post;
    }

    public void Arrange(Act act, CourseView course, bool pinned, bool closed)
    {
        if (!course.Lets(act.Reader, Rights.Moderate)) throw new Refusal("communication.refusal.not-yours");
        var before = new { pinned = PinnedAt is not null, closed = ClosedAt is not null };
        PinnedAt = pinned ? PinnedAt ?? act.Now : null;
        ClosedAt = closed ? ClosedAt ?? act.Now : null;
        ClosedByPersonId = closed ? ClosedByPersonId ?? act.Reader.PersonId : null;
        act.Wrote("communication.thread.arranged", this, course.Scope, before: before, after: new { pinned, closed });
    }

    private async Task<Post> Add(Act act, string? text, string? key)
    {
        var post = new Post
        {
            No = await act.NextNumber("communication.post", Id),
            ThreadId = Id,
            ByPersonId = act.Reader.PersonId,
            At = act.Now,
            Text = PostText.Checked(text),
            Key = key,
        };
        act.Db.Add(post);
        (LastPostNo, LastPostAt) = (post.No, act.Now);
        act.Pulse(Topic(Id));
        return post;
    }

    private ThreadFact Fact(CourseView course) => new(course.No, Id, No, Title, LastPostNo);
}

/// <summary>What the journal says of a thread or a post in it.</summary>
internal sealed record ThreadFact(int CourseNo, Guid ThreadId, int ThreadNo, string Title, int PostNo)
{
    public string Url => $"/s/{CourseNo}/f/{ThreadNo}";
}

internal sealed class ForumThreadConfiguration : IEntityTypeConfiguration<ForumThread>
{
    public void Configure(EntityTypeBuilder<ForumThread> b)
    {
        b.ToTable("communication_threads");
        b.Property(x => x.Title).HasMaxLength(200);
        b.HasIndex(x => new { x.CourseId, x.No }).IsUnique();
        b.HasIndex(x => new { x.CourseId, x.LastPostAt });
    }
}
