using Alys.Content;
using Alys.Staffing;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Communication;

/// <summary>Tells reviewers, approvers and authors what waits for them or came back, and authors and heads of packs that must be looked at again; makers of materials of their orders.</summary>
internal static class ReviewListeners
{
    public static void Add(Listeners on)
    {
        on.To(Facts.ReviewSent, "communication.notice.review-sent", Sent);
        on.To(Facts.ReviewPassed, "communication.notice.review-passed", Passed);
        on.To(Facts.ReviewReturned, "communication.notice.review-returned", (act, row, services) => Ended(act, row, services, "communication.notice.review-returned"));
        on.To(Facts.ReviewApproved, "communication.notice.review-approved", (act, row, services) => Ended(act, row, services, "communication.notice.review-approved"));
        on.To(Facts.CommentAnswered, "communication.notice.comment-answered", Answered);
        on.To(Facts.PackDue, "communication.notice.pack-due", Due);
        on.To(Facts.OrderPlaced, "communication.notice.order-placed", (act, row, services) => Order(act, row, services, "communication.notice.order-placed"));
        on.To(Facts.OrderOverdue, "communication.notice.order-overdue", (act, row, services) => Order(act, row, services, "communication.notice.order-overdue"));
    }

    private static async Task Sent(Act act, JournalRow row, IServiceProvider services)
    {
        if (row.After<ReviewFact>() is not { } fact) return;
        await Give(act, services, await ReviewPeople.Reviewers(act.Db, fact.SubjectId, Today(act), Own(fact), act.Ct), "communication.notice.review-sent", fact);
    }

    private static async Task Passed(Act act, JournalRow row, IServiceProvider services)
    {
        if (row.After<ReviewFact>() is not { } fact) return;
        await Give(act, services, await ReviewPeople.Approvers(act.Db, fact.SubjectId, Today(act), Own(fact), act.Ct), "communication.notice.review-passed", fact);
    }

    private static async Task Ended(Act act, JournalRow row, IServiceProvider services, string textKey)
    {
        if (row.After<ReviewFact>() is not { } fact) return;
        await Give(act, services, Own(fact).Where(p => p != row.ByPersonId), textKey, fact);
    }

    private static async Task Answered(Act act, JournalRow row, IServiceProvider services)
    {
        if (row.After<CommentFact>() is not { } fact || row.PersonId is not { } writer || writer == row.ByPersonId) return;
        await Board(services).GiveOnce(act, [writer], "communication.notice.comment-answered", [fact.Title], $"/content/reviews/show/{fact.ReviewNo}?p={Math.Max(1, fact.Page)}#c{fact.ReviewNo}-{fact.Comment}");
    }

    private static async Task Due(Act act, JournalRow row, IServiceProvider services)
    {
        if (row.After<PackDueFact>() is not { } fact) return;
        var today = Today(act);
        var people = await act.Db.Set<AuthorRow>().Where(a => a.SubjectId == fact.SubjectId && a.From <= today && (a.To == null || a.To >= today)).Select(a => a.PersonId).ToListAsync(act.Ct);
        people.AddRange(await ReviewPeople.Approvers(act.Db, fact.SubjectId, today, [], act.Ct));
        await Board(services).GiveOnce(act, people, "communication.notice.pack-due", [fact.Title], $"/content/packs/looked/{fact.PackNo}");
    }

    /// <summary>Whoever makes it, and, once a day is missed, whoever keeps the orders.</summary>
    private static async Task Order(Act act, JournalRow row, IServiceProvider services, string textKey)
    {
        if (row.After<OrderFact>() is not { } fact) return;
        List<Guid> people = fact.MakerId == row.ByPersonId ? [] : [fact.MakerId];
        if (row.What == Facts.OrderOverdue) people.AddRange(await OrderPeople.Keepers(act.Db, fact.SubjectId, Today(act), act.Ct));
        foreach (var person in people.Distinct().Order()) await Board(services).Give(act, person, textKey, [fact.Title, fact.DueOn], $"/content/orders/show/{fact.OrderNo}");
    }

    /// <summary>Each step of a review is news of its own, though it leads to the same page.</summary>
    private static async Task Give(Act act, IServiceProvider services, IEnumerable<Guid> people, string textKey, ReviewFact fact)
    {
        foreach (var person in people.Order()) await Board(services).Give(act, person, textKey, [fact.Title, fact.Version], $"/content/reviews/show/{fact.ReviewNo}");
    }

    private static Guid[] Own(ReviewFact fact) => [.. new[] { fact.Author, fact.SentBy }.OfType<Guid>().Distinct()];

    private static Notices Board(IServiceProvider services) => services.GetRequiredService<Notices>();

    private static DateOnly Today(Act act) => DateOnly.FromDateTime(Texts.Local(act.Now));
}
