using Alys.Assessment;
using Alys.Formats.Cartridges;
using Alys.Formats.Qti12;
using Alys.Formats.Questions;

namespace Alys.Content.Export;

/// <summary>
/// The bank and the tests of a pack as QTI 1.2: the document of the standard holds what the profile of Common Cartridge can say; what only plain QTI can say stands in a copy beside it.
/// </summary>
internal sealed class ExportedQuestions(ExportedBank bank, string language, PackExport export)
{
    private readonly Dictionary<int, ExportedItem> _items = bank.Items.ToDictionary(i => i.No);
    private readonly HashSet<int> _inProfile = [.. bank.Items.Where(i => i.Question is not null && Qti12Writer.CanSay(i.Question, Qti12Profile.CommonCartridge, language)).Select(i => i.No)];
    private readonly HashSet<int> _inFull = [.. bank.Items.Where(i => i.Question is not null && Qti12Writer.CanSay(i.Question, Qti12Profile.Full, language)).Select(i => i.No)];
    private readonly Dictionary<Guid, string> _tests = [];

    /// <summary>Identifier of the resource, or null when there is no such test to write.</summary>
    public string? Test(Guid? testId, string title, string id)
    {
        if (testId is not { } wanted) return null;
        if (_tests.TryGetValue(wanted, out var known)) return known;
        var test = bank.Tests.FirstOrDefault(t => t.Id == wanted);
        var questions = (test?.Items ?? []).Where(_inFull.Contains).Select(n => _items[n].Question!).ToList();
        if (test is null || questions.Count == 0)
        {
            export.Lose(new Loss("content.export.loss.test") { Names = [title] });
            return null;
        }
        Write(id, $"tests/{id}/assessment_qti.xml", CartridgeWriter.Test, questions, (ident, some, profile) => Qti12Writer.Test(ident, test.Test with { Title = title }, some, profile, language));
        if (test.Draws != test.Items.Count) export.Lose(new Loss("content.export.loss.draw", test.Draws, test.Items.Count) { Names = [title] });
        export.CountTest();
        return _tests[wanted] = id;
    }

    public void AddBank()
    {
        var all = bank.Items.Where(i => _inFull.Contains(i.No)).Select(i => i.Question!).ToList();
        export.CountQuestions(all.Count);
        if (all.Count > 0) Write("bank", "bank/question-bank.xml", CartridgeWriter.Bank, all, (ident, some, profile) => Qti12Writer.Bank(ident, some, profile, language));
        foreach (var kind in bank.Items.Where(i => !_inFull.Contains(i.No)).GroupBy(i => i.KindText, StringComparer.Ordinal))
        {
            export.Lose(new Loss("content.export.loss.kind", kind.Count()) { KindText = kind.Key, Names = [.. kind.Select(i => i.Title)] });
        }
        foreach (var kind in bank.Items.Where(i => _inFull.Contains(i.No) && !_inProfile.Contains(i.No)).GroupBy(i => i.KindText, StringComparer.Ordinal))
        {
            export.Lose(new Loss("content.export.loss.beside", kind.Count()) { KindText = kind.Key, Names = [.. kind.Select(i => i.Title)] });
        }
        foreach (var loss in bank.Items.Where(i => _inFull.Contains(i.No)).SelectMany(i => i.Losses.Select(l => (Key: l, i.Title))).GroupBy(l => l.Key, StringComparer.Ordinal))
        {
            export.Lose(new Loss(loss.Key, loss.Count()) { Names = [.. loss.Select(l => l.Title)] });
        }
    }

    private void Write(string id, string path, string type, List<Question> questions, Func<string, IEnumerable<Question>, Qti12Profile, byte[]> document)
    {
        var isAllInProfile = questions.TrueForAll(q => Qti12Writer.CanSay(q, Qti12Profile.CommonCartridge, language));
        export.Add(new WrittenResource(id, type, path, isAllInProfile ? [] : [id + "-beside"]), document(id, questions, Qti12Profile.CommonCartridge));
        if (!isAllInProfile) export.Add(new WrittenResource(id + "-beside", CartridgeWriter.Beside, $"non_cc_assessments/{id}.xml.qti"), document(id, questions, Qti12Profile.Full));
    }
}
