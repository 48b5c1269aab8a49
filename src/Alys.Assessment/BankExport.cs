using Alys.Assessment.Bank;
using Alys.Assessment.Packages;
using Alys.Formats.Questions;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Assessment;

/// <summary>An item of a bank for another format.</summary>
/// <param name="No">Number in the bank.</param>
/// <param name="Title">Its title.</param>
/// <param name="KindText">Text key of the name of its kind.</param>
/// <param name="Question">The item as a question of a file; null when a question of a file cannot be of this kind.</param>
/// <param name="Losses">Text keys of what the question does not say of the item.</param>
public sealed record ExportedItem(int No, string Title, string KindText, Question? Question, IReadOnlyList<string> Losses);

/// <summary>A test of a bank for another format.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Test">What a file says of a test.</param>
/// <param name="Items">Numbers of the items that it may draw, in their order.</param>
/// <param name="Draws">How many of them a learner gets.</param>
public sealed record ExportedTest(Guid Id, QuestionTest Test, IReadOnlyList<int> Items, int Draws);

/// <summary>The live items of a subject's bank in one language, and some of its tests.</summary>
/// <param name="Items">By their numbers.</param>
/// <param name="Tests">Those that were asked for and exist.</param>
public sealed record ExportedBank(IReadOnlyList<ExportedItem> Items, IReadOnlyList<ExportedTest> Tests)
{
    /// <summary>Reads a bank.</summary>
    /// <param name="db">Where it is read.</param>
    /// <param name="services">Those of the request.</param>
    /// <param name="subjectId">Subject of the bank.</param>
    /// <param name="language">kk, ru or en.</param>
    /// <param name="tests">Keys of tests, of any language; their items come in, too.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task<ExportedBank> Of(Db db, IServiceProvider services, Guid subjectId, string language, IReadOnlyCollection<Guid> tests, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var found = await db.Tests.AsNoTracking().Include(t => t.Sections).Where(t => t.SubjectId == subjectId && tests.Contains(t.Id)).OrderBy(t => t.No).ToListAsync(ct);
        var languages = found.Select(t => t.Language).Append(language).Distinct().ToArray();
        var items = await db.Items.AsNoTracking().Include(i => i.Tags).Where(i => i.SubjectId == subjectId && languages.Contains(i.Language) && i.RetiredAt == null).OrderBy(i => i.No).ToListAsync(ct);
        var bodies = await services.GetRequiredService<ItemBodies>().Of(db, items.Select(i => i.LiveVersionId), ct);
        var exported = found.ConvertAll(t => new ExportedTest(t.Id, new QuestionTest(t.Title.In(t.Language), t.Minutes, t.Attempts),
            [.. items.Where(i => i.Language == t.Language && i.Kind != ItemKind.Description && t.Sections.Any(s => s.Tag is null || i.Tags.Any(x => x.Tag == s.Tag))).Select(i => i.No)], t.Plan.Items));
        var drawn = exported.SelectMany(t => t.Items).ToHashSet();
        return new([.. items.Where(i => i.Language == language || drawn.Contains(i.No)).Select(i => QuestionOf.Item(i, bodies[i.LiveVersionId]))], exported);
    }
}
