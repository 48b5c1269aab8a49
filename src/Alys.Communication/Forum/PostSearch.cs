namespace Alys.Communication.Forum;

/// <summary>Posts of a course's forum can be found by whoever may read the forum.</summary>
internal static class PostSearch
{
    public static void Add(Listeners on)
    {
        on.To(CommunicationFacts.ThreadStarted, "communication.search.started", async (act, row, _) =>
            await Refresh(act, await act.Db.Posts.Where(p => p.ThreadId == row.ObjectId && p.No == 1).Select(p => p.Id).FirstOrDefaultAsync(act.Ct)));
        on.To(CommunicationFacts.PostWritten, "communication.search.written", (act, row, _) => Refresh(act, row.ObjectId));
        on.To("communication.post.edited", "communication.search.edited", (act, row, _) => Refresh(act, row.ObjectId));
    }

    internal static async Task Refresh(Act act, Guid postId)
    {
        var post = await (from p in act.Db.Posts
                          join t in act.Db.Threads on p.ThreadId equals t.Id
                          where p.Id == postId
                          select new { p.No, p.Text, t.CourseId, ThreadNo = t.No, t.Title }).FirstOrDefaultAsync(act.Ct);
        if (post is not null) await SearchIndex.Replace(act, postId, [new SearchText(post.CourseId, post.No, post.Title, post.Text, $"f/{post.ThreadNo}?p={ForumThread.PageOf(post.No)}#p{post.No}")]);
    }
}
