using System.Text.Json;

namespace Alys.Documents;

/// <summary>A document that an act has just issued.</summary>
/// <param name="Id">The document; all its versions share it.</param>
/// <param name="Number">Registration number, by the numbering rule of its kind.</param>
/// <param name="Version">From 1.</param>
/// <param name="Hash">SHA-256 of the canonical data (RFC 8785, UTF-8), 64 lower-case hexadecimal digits.</param>
/// <param name="Token">Unguessable (128 bits, base64url) end of the address of the verification page, <c>/v/{Token}</c>.</param>
public sealed record IssuedDocument(Guid Id, string Number, int Version, string Hash, string Token);

/// <summary>What is to be issued.</summary>
/// <param name="Kind">Code of a registered <see cref="DocumentKind"/>.</param>
/// <param name="Data">What the document says, as an object that becomes JSON. Numbers must be exact as doubles.</param>
/// <param name="Title">Its title for lists.</param>
/// <param name="AboutId">The object that it is about, for example a grade sheet.</param>
/// <param name="Scope">Where the right to see it may be held, for example the course.</param>
public sealed record NewDocument(string Kind, object Data, LocalText Title, Guid AboutId, Scope Scope)
{
    /// <summary>Language of the paper: kk, ru or en.</summary>
    public string Language { get; init; } = "kk";

    /// <summary>The people whom it concerns: each may read the part of it that is about them.</summary>
    public IReadOnlyCollection<Guid> Concerning { get; init; } = [];
}

/// <summary>A version of a document on its way to paper.</summary>
/// <param name="Data">The data that the hash covers (what <see cref="NewDocument.Data"/> was).</param>
/// <param name="Number">Registration number.</param>
/// <param name="Version">From 1.</param>
/// <param name="IssuedAt">UTC.</param>
/// <param name="Footer">The foot of each page: number, version, hash, address and QR code.</param>
public sealed record DocumentPaper(JsonElement Data, string Number, int Version, DateTime IssuedAt, PdfFooter Footer)
{
    /// <summary>Set for an extract: only what concerns this person may be printed.</summary>
    public Guid? OnlyPerson { get; init; }

    /// <summary>The data as what they were before they became JSON.</summary>
    public T Read<T>() => Data.Deserialize<T>(DocumentStore.JsonOptions)!;
}

/// <summary>A kind of document, given by the module whose document it is: register it as a singleton service of this type.</summary>
public abstract class DocumentKind
{
    /// <summary>Code in lower case, for example <c>grade-sheet</c>; the text <c>document.{Code}</c> is its name.</summary>
    public abstract string Code { get; }

    /// <summary>Numbering rule until the institution sets another: {n} is the running number within the year, {year} the year.</summary>
    public abstract string NumberPattern { get; }

    /// <summary>Prints it; the bytes of a PDF file.</summary>
    public abstract byte[] Print(DocumentPaper paper, Texts texts);

    /// <summary>Text key of the kind's name.</summary>
    public string NameKey => "document." + Code;
}

/// <summary>A document as upper modules list it.</summary>
public sealed class DocumentRow
{
    public Guid Id { get; init; }
    public int No { get; init; }
    public required string Kind { get; init; }
    public required string Number { get; init; }
    public Guid AboutId { get; init; }
    /// <summary>The newest version.</summary>
    public int Version { get; init; }
    public required string Hash { get; init; }
    public required string Token { get; init; }
    public DateTime IssuedAt { get; init; }
    /// <summary>The newest version was taken out of force.</summary>
    public bool IsAnnulled { get; init; }
}
