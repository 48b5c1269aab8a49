namespace Alys.Communication;

/// <summary>Gives people notices, in the portal and live.</summary>
public sealed class Notices
{
    internal Notices() { }

    /// <summary>Gives a person a notice within the act; it is seen once the act is committed.</summary>
    /// <param name="act">The act that it belongs to.</param>
    /// <param name="person">Whom it is for.</param>
    /// <param name="textKey">Text key of the sentence; it is put in the reader's language when shown.</param>
    /// <param name="args">Names, numbers, <see cref="LocalText"/>.</param>
    /// <param name="url">Path of this site that it leads to, at most 200 characters.</param>
    public async Task Give(Act act, Guid person, string textKey, object?[] args, string url)
    {
        act.Db.Add(new Notice
        {
            No = await act.NextNumber("communication.notice", person),
            PersonId = person,
            TextKey = textKey,
            Args = NoticeArgs.Write(args),
            Url = url,
            At = act.Now,
        });
        act.Pulse(Notice.Topic(person));
    }

    /// <summary>As <see cref="Give"/>, to each of them but those who have not yet read an earlier notice of the same place.</summary>
    internal async Task GiveOnce(Act act, IEnumerable<Guid> people, string textKey, object?[] args, string url)
    {
        var wanted = people.Distinct().Order().ToList();
        var waiting = await act.Db.Notices.Where(n => wanted.Contains(n.PersonId) && n.Url == url && n.ReadAt == null).Select(n => n.PersonId).ToListAsync(act.Ct);
        waiting.AddRange(act.Db.Notices.Local.Where(n => n.Url == url && n.ReadAt is null).Select(n => n.PersonId));
        foreach (var person in wanted.Except(waiting)) await Give(act, person, textKey, args, url);
    }
}
