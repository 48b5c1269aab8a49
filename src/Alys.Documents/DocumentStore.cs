using System.Security.Cryptography;
using System.Text.Json;
using Alys.Formats.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Alys.Documents;

/// <summary>Issues documents: number, canonical bytes, hash, token and paper, in the act that issues them.</summary>
public sealed class DocumentStore
{
    private readonly IReadOnlyDictionary<string, DocumentKind> kinds;
    private readonly Files files;
    private readonly TextTable texts;
    private readonly DocumentsOptions options;

    internal DocumentStore(IEnumerable<DocumentKind> kinds, Files files, TextTable texts, DocumentsOptions options)
    {
        (this.files, this.texts, this.options) = (files, texts, options);
        this.kinds = kinds.ToDictionary(k => k.Code);
    }

    internal IEnumerable<DocumentKind> Kinds => kinds.Values;

    /// <summary>Registers a document and issues its first version.</summary>
    /// <exception cref="InvalidOperationException">No module has registered the kind.</exception>
    public async Task<IssuedDocument> Issue(Act act, NewDocument what)
    {
        var kind = KindOf(what.Kind);
        var rule = await act.Db.NumberingRules.FirstOrDefaultAsync(r => r.Kind == what.Kind, act.Ct);
        var document = new Document
        {
            No = await act.NextNumber("documents.document"),
            Kind = what.Kind,
            Number = await NumberingRule.Next(act, kind, rule),
            Title = what.Title,
            Language = what.Language,
            AboutId = what.AboutId,
            ScopeKind = what.Scope.Kind,
            ScopeId = what.Scope.Id,
        };
        act.Db.Add(document);
        return await Add(act, document, what.Data, null, what.Concerning);
    }

    /// <summary>Issues a further version; those before it are superseded and stay readable.</summary>
    /// <param name="act">The act that issues it.</param>
    /// <param name="documentId">A document issued before.</param>
    /// <param name="data">What it says now.</param>
    /// <param name="reason">Why there is a further version, in a sentence that the reader of the document sees.</param>
    /// <param name="concerning">The people whom it concerns now.</param>
    public async Task<IssuedDocument> NewVersion(Act act, Guid documentId, object data, string reason, IReadOnlyCollection<Guid> concerning)
    {
        var document = await act.Db.Documents.Include(d => d.Versions).SingleAsync(d => d.Id == documentId, act.Ct);
        return await Add(act, document, data, reason, concerning);
    }

    internal DocumentKind KindOf(string code) =>
        kinds.TryGetValue(code, out var kind) ? kind : throw new InvalidOperationException($"No document kind {code}.");

    internal string UrlOf(string token) => options.PublicAddress.TrimEnd('/') + "/v/" + token;

    /// <summary>An extract for one person: printed anew from the frozen data.</summary>
    internal byte[] Extract(Document document, DocumentVersion version, Guid person) =>
        Print(document, version.Data, new(version.Version, version.IssuedAt, version.Hash, version.Token), person);

    private async Task<IssuedDocument> Add(Act act, Document document, object data, string? reason, IReadOnlyCollection<Guid> concerning)
    {
        var version = document.Versions.Count == 0 ? 1 : document.Newest.Version + 1;
        var bytes = CanonicalJson.Write(JsonSerializer.SerializeToElement(
            new { document.Kind, document.Number, Version = version, IssuedAt = act.Now, Reason = reason, Data = data }, JsonOptions));
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16));
        var paper = Print(document, bytes, new(version, act.Now, hash, token), null);
        var stored = await files.Put(new MemoryStream(paper), paper.Length, act.Ct);
        var issued = new DocumentVersion
        {
            DocumentId = document.Id,
            Version = version,
            Data = bytes,
            Hash = hash,
            Token = token,
            PaperHash = stored.Hash,
            IssuedAt = act.Now,
            IssuedByPersonId = act.Reader.IsSignedIn ? act.Reader.PersonId : null,
            Reason = reason,
        };
        issued.People.AddRange(concerning.Distinct().Select(p => new DocumentPerson { VersionId = issued.Id, PersonId = p }));
        act.Db.Add(issued);
        act.Wrote("documents.document.issued", document, document.Scope, after: new { document.Kind, document.Number, version, hash, reason });
        return new(document.Id, document.Number, version, hash, token);
    }

    private byte[] Print(Document document, byte[] bytes, Stamp stamp, Guid? onlyPerson)
    {
        var t = texts.For(document.Language);
        var url = UrlOf(stamp.Token);
        var footer = new PdfFooter(
            [t["documents.paper.line", document.Number, stamp.Version, stamp.IssuedAt], "SHA-256: " + stamp.Hash, t["documents.paper.verify", url]],
            t["documents.paper.page-of"], url);
        var data = JsonDocument.Parse(bytes).RootElement.GetProperty("data");
        return KindOf(document.Kind).Print(new DocumentPaper(data, document.Number, stamp.Version, stamp.IssuedAt, footer) { OnlyPerson = onlyPerson }, t);
    }

    private sealed record Stamp(int Version, DateTime IssuedAt, string Hash, string Token);

    internal static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}
