using System.Text;
using System.Text.Encodings.Web;
using Alys.Access;
using Alys.Staffing;

namespace Alys.Communication.Forum;

/// <summary>A post as a page or the live stream shows it: the same HTML in both.</summary>
internal sealed class PostView
{
    public int No { get; init; }
    public Guid ByPersonId { get; init; }
    public required string By { get; init; }
    public Duty? Duty { get; init; }
    public DateTime At { get; init; }
    public DateTime? EditedAt { get; init; }
    public required string Text { get; init; }

    /// <summary>Posts of a thread by their numbers, both ends included.</summary>
    public static Func<Db, Guid, Guid, int, int, IAsyncEnumerable<PostView>> Range { get; } = EF.CompileAsyncQuery((Db db, Guid courseId, Guid threadId, int first, int last) =>
        from p in db.Set<Post>()
        where p.ThreadId == threadId && p.No >= first && p.No <= last
        join person in db.Set<PersonRow>() on p.ByPersonId equals person.Id
        orderby p.No
        select new PostView
        {
            No = p.No,
            ByPersonId = p.ByPersonId,
            By = person.Name,
            Duty = db.Set<AssignmentRow>().Where(a => a.CourseId == courseId && a.PersonId == p.ByPersonId).OrderBy(a => a.From).Select(a => (Duty?)a.Duty).FirstOrDefault(),
            At = p.At,
            EditedAt = p.EditedAt,
            Text = p.Text,
        });

    public string Html(Reader reader, Texts t, HtmlEncoder encoder, string? editUrl = null)
    {
        var html = new StringBuilder(Text.Length + 200);
        html.Append(CultureInfo.InvariantCulture, $"<article class=\"post{(ByPersonId == reader.PersonId ? " mine" : "")}\" id=p{No} data-no={No}><p class=meta><b>").Append(encoder.Encode(By)).Append("</b> ");
        if (Duty is { } duty) html.Append("<span class=badge>").Append(encoder.Encode(t[$"communication.duty.{duty}"])).Append("</span> ");
        html.Append("· ").Append(encoder.Encode(t.DateTime(At)));
        if (EditedAt is { } edited) html.Append(" · ").Append(encoder.Encode(t["communication.post.edited", edited]));
        if (editUrl is not null) html.Append(" · <a href=\"").Append(encoder.Encode(editUrl)).Append("\">").Append(encoder.Encode(t["communication.post.edit"])).Append("</a>");
        return html.Append("</p>").Append(PostText.Html(Text, encoder)).Append("</article>").ToString();
    }
}
