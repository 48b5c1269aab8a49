namespace Alys.Documents;

internal enum DocumentState { Current, Superseded, Annulled }

/// <summary>A registered document: its number and what it is about. What it says stands in its versions, which never change.</summary>
internal sealed class Document : NumberedEntity
{
    public required string Kind { get; init; }
    public required string Number { get; init; }
    public required LocalText Title { get; init; }
    public required string Language { get; init; }
    public Guid AboutId { get; init; }
    public required string ScopeKind { get; init; }
    public Guid ScopeId { get; init; }
    public List<DocumentVersion> Versions { get; } = [];

    public Scope Scope => new(ScopeKind, ScopeId);

    public DocumentVersion Newest => Versions.MaxBy(v => v.Version)!;

    public static readonly Visibility<Document> Visibility = new(
        new Rule<Document>("documents.everywhere", r => r.Everywhere(Rights.See) ? d => true : null),
        new Rule<Document>("documents.course", r => r.ScopesOf(Rights.See, ScopeKinds.Course) is { Length: > 0 } courses
            ? d => d.ScopeKind == ScopeKinds.Course && courses.Contains(d.ScopeId) : null),
        new Rule<Document>("documents.concerned", r => r.IsSignedIn ? d => d.Versions.Any(v => v.People.Any(p => p.PersonId == r.PersonId)) : null));

    /// <summary>Whether the reader may read all of it, not only what concerns her.</summary>
    public bool MayBeReadWholeBy(Reader reader) => reader.May(Rights.See, Scope);

    public DocumentState StateOf(DocumentVersion version)
    {
        if (version.Annulment is not null) return DocumentState.Annulled;
        return version.Version == Newest.Version ? DocumentState.Current : DocumentState.Superseded;
    }

    /// <summary>Takes the newest version out of force. It stays readable, marked as annulled.</summary>
    public void Annul(Act act, string reason)
    {
        if (Newest.Annulment is not null) throw new Refusal("documents.refusal.annulled-already");
        Newest.Annulment = new DocumentAnnulment { VersionId = Newest.Id, At = act.Now, ByPersonId = act.Reader.PersonId, Reason = reason };
        act.Db.Add(Newest.Annulment);
        act.Wrote("documents.document.annulled", this, Scope, after: new { Number, Newest.Version, reason });
    }
}

/// <summary>What a document says since a moment: canonical bytes, their hash, the paper made of them. Never edited.</summary>
internal sealed class DocumentVersion : Entity
{
    public Guid DocumentId { get; init; }
    public int Version { get; init; }
    public required byte[] Data { get; init; }
    public required string Hash { get; init; }
    public required string Token { get; init; }
    public required string PaperHash { get; init; }
    public DateTime IssuedAt { get; init; }
    public Guid? IssuedByPersonId { get; init; }
    /// <summary>Why there is a further version; none in the first.</summary>
    public string? Reason { get; init; }
    public List<DocumentPerson> People { get; } = [];
    public DocumentAnnulment? Annulment { get; set; }
}

/// <summary>A person whom a version concerns.</summary>
internal sealed class DocumentPerson
{
    public Guid VersionId { get; init; }
    public Guid PersonId { get; init; }
}

/// <summary>The act by which a version lost its force.</summary>
internal sealed class DocumentAnnulment : Entity
{
    public Guid VersionId { get; init; }
    public DateTime At { get; init; }
    public Guid ByPersonId { get; init; }
    public required string Reason { get; init; }
}
