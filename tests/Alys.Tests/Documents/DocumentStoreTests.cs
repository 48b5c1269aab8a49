using System.Security.Cryptography;
using System.Text;
using Alys.Documents;
using Alys.Platform;

namespace Alys.Tests.Documents;

public sealed class DocumentStoreTests(NoteHost alys) : IClassFixture<NoteHost>
{
    private Task<Document> Stored(Guid id) => alys.Read(db => db.Documents.Include(d => d.Versions).ThenInclude(v => v.People).SingleAsync(d => d.Id == id));

    [Fact]
    public async Task TheHashIsThatOfTheCanonicalBytes()
    {
        var issued = await alys.Issue();
        var version = (await Stored(issued.Id)).Newest;
        Assert.Equal(issued.Hash, Convert.ToHexStringLower(SHA256.HashData(version.Data)));
        var json = Encoding.UTF8.GetString(version.Data);
        Assert.StartsWith("""{"data":{"lines":[{"mark":75.8,"name":"Орлова Анна",""", json, StringComparison.Ordinal);
        Assert.Contains($"\"number\":\"{issued.Number}\"", json, StringComparison.Ordinal);
        Assert.Equal(version.Data, Alys.Formats.Json.CanonicalJson.Canonicalize(json));
    }

    [Fact]
    public async Task NumbersRunWithinTheYearAndTokensHave128Bits()
    {
        var (first, second) = (await alys.Issue(), await alys.Issue());
        int Running(IssuedDocument d) => int.Parse(d.Number.Split("/Е-")[1], CultureInfo.InvariantCulture);
        Assert.Equal(Running(first) + 1, Running(second));
        Assert.StartsWith(Texts.Local(Story.Now).Year.ToString(CultureInfo.InvariantCulture), first.Number, StringComparison.Ordinal);
        Assert.Equal(22, first.Token.Length);
        Assert.NotEqual(first.Token, second.Token);
    }

    [Fact]
    public async Task ANewVersionSupersedesAndTheOldOneStays()
    {
        var first = await alys.Issue();
        var second = await alys.NewVersion(first);
        Assert.Equal((first.Number, 2), (second.Number, second.Version));
        Assert.NotEqual(first.Hash, second.Hash);
        var document = await Stored(first.Id);
        Assert.Equal(first.Hash, document.Versions.Single(v => v.Version == 1).Hash);
        Assert.Equal(DocumentState.Superseded, document.StateOf(document.Versions.Single(v => v.Version == 1)));
        Assert.Equal(DocumentState.Current, document.StateOf(document.Newest));
        Assert.Equal("Протокол апелляции 3", document.Newest.Reason);
    }

    [Fact]
    public async Task IssuingLeavesOneEntryInTheJournal()
    {
        var issued = await alys.Issue();
        var journal = alys.Service<JournalReader>();
        IReadOnlyList<JournalRow> rows = [];
        // On PostgreSQL a reader sees the row once no older transaction runs any more, in whichever database of the server.
        await AlysHost.Until(async () => (rows = await alys.Read(db => journal.After(db, JournalCursor.Start, 10_000, TestContext.Current.CancellationToken, "documents.document.issued"))).Any(r => r.ObjectId == issued.Id));
        Assert.Contains(issued.Hash, Assert.Single(rows, r => r.ObjectId == issued.Id).Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnknownKindIsAnError() => await Assert.ThrowsAsync<InvalidOperationException>(() => alys.Act(act =>
        alys.Service<DocumentStore>().Issue(act, new NewDocument("unknown", new { }, new LocalText("а"), Guid.CreateVersion7(), Scope.Institution))));
}
