using Alys.Curriculum;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Content.Library;

/// <summary>Kinds of resources, in the order in which lists offer them.</summary>
internal enum ResourceKind
{
    Textbook,
    Guide,
    Methodical,
    Lectures,
    Reference,
    Periodical,
    Database,
    Multimedia,
    Other,
}

/// <summary>
/// A record of the library (clause 46): a book, a database or another resource, where it can be read from afar, how many copies stand on the shelves,
/// and by what right the institution has it.
/// </summary>
internal sealed class Resource : NumberedEntity, IVersionedRow
{
    /// <summary>The owner of all records in the search index.</summary>
    public static readonly Guid SearchOwnerId = new("0196a000-0000-7000-8000-6c6962726172");

    public static readonly LocalText LibraryName = new("Кітапхана", "Библиотека", "Library");

    public required string Title { get; set; }
    public string? Authors { get; set; }
    public string? Publisher { get; set; }
    public int? Year { get; set; }
    public required string Language { get; set; }
    public ResourceKind Kind { get; set; }
    public string? Isbn { get; set; }

    /// <summary>Where it is read in the network; null: nowhere, or from the file.</summary>
    public string? Url { get; set; }
    public string? FileHash { get; set; }
    public string? FileName { get; set; }
    public long? FileBytes { get; set; }
    /// <summary>Last day of the subscription or licence; null: without end.</summary>
    public DateOnly? AvailableUntil { get; set; }
    /// <summary>How many may read it at the same time by the contract; null: any number.</summary>
    public int? Seats { get; set; }
    public int CopiesInLibrary { get; set; }
    public int CopiesInChair { get; set; }
    /// <summary>Licence, contract or other ground on which the institution has it.</summary>
    public required string Ground { get; set; }
    public DateTime At { get; init; }
    public Guid? ByPersonId { get; init; }
    public int RowVersion { get; set; }

    public ResourceWithdrawal? Withdrawal { get; private set; }
    public List<ResourceUse> Uses { get; } = [];

    /// <summary>Can be read from afar on the day.</summary>
    public bool IsElectronicOn(DateOnly day) => Withdrawal is null && (Url ?? FileHash) is not null && (AvailableUntil is null || day <= AvailableUntil);

    /// <summary>Author, title, publisher and year as one line.</summary>
    public string Citation => string.Join(" ", new[] { Dotted(Authors), Dotted(Title), string.Join(", ", new[] { Publisher, Year?.ToString(CultureInfo.InvariantCulture) }.OfType<string>()) }.Where(x => x.Length > 0));

    /// <summary>Learners that it serves at once out of so many, 0 to 1; with copies on the shelves and in the network.</summary>
    public decimal CoverageOf(int learners, DateOnly day)
    {
        if (Withdrawal is not null) return 0;
        if (IsElectronicOn(day) && Seats is null) return 1;
        if (learners == 0) return CopiesInLibrary + CopiesInChair > 0 || IsElectronicOn(day) ? 1 : 0;
        return Math.Min(1, (CopiesInLibrary + CopiesInChair + (IsElectronicOn(day) ? Seats!.Value : 0)) / (decimal)learners);
    }

    public static async Task<Resource> Take(Act act, ResourceForm form, StoredFile? file, string? fileName)
    {
        var resource = new Resource { No = await act.NextNumber("content.resource"), Title = "", Language = "", Ground = "", At = act.Now, ByPersonId = act.Reader.IsSignedIn ? act.Reader.PersonId : null };
        resource.Apply(form, file, fileName);
        act.Db.Add(resource);
        act.Wrote("content.resource.taken", resource, after: resource.State());
        await resource.LetFind(act);
        return resource;
    }

    public async Task Change(Act act, ResourceForm form, StoredFile? file, string? fileName)
    {
        RefuseWithdrawn();
        var before = State();
        Apply(form, file, fileName);
        act.Wrote("content.resource.changed", this, before: before, after: State());
        await LetFind(act);
    }

    public async Task Withdraw(Act act, string? why)
    {
        RefuseWithdrawn();
        var said = Typed.Words(why, 1000, "content.refusal.order-why", "Why");
        Withdrawal = new ResourceWithdrawal { ResourceId = Id, Why = said, At = act.Now, ByPersonId = act.Reader.PersonId };
        act.Db.Add(Withdrawal);
        act.Wrote("content.resource.withdrawn", this, after: new { No, Title, why = said });
        await SearchIndex.Replace(act, Id, []);
    }

    /// <summary>Says that a subject uses it, and which source of the syllabus it answers, if one.</summary>
    public void UseIn(Act act, SubjectRow subject, LiteratureKind kind, string? source)
    {
        RefuseWithdrawn();
        if (Uses.Exists(u => u.SubjectId == subject.Id && u.Source == source)) throw new Refusal("content.refusal.resource-used") { Field = "Source" };
        var use = new ResourceUse { ResourceId = Id, SubjectId = subject.Id, Kind = kind, Source = source, At = act.Now };
        Uses.Add(use);
        act.Db.Add(use);
        act.Wrote("content.resource.used", this, new Scope(ScopeKinds.Subject, subject.Id), after: new { No, Title, kind, source });
    }

    public void Release(Act act, ResourceUse use)
    {
        act.Db.Remove(use);
        act.Wrote("content.resource.released", this, new Scope(ScopeKinds.Subject, use.SubjectId), before: new { No, Title, use.Kind, use.Source });
    }

    private Task LetFind(Act act) =>
        SearchIndex.Replace(act, Id, [new SearchText(SearchOwnerId, 1, Title, string.Join(' ', new[] { Authors, Title, Publisher, Year?.ToString(CultureInfo.InvariantCulture), Isbn }.OfType<string>()), string.Create(CultureInfo.InvariantCulture, $"show/{No}"))]);

    private void Apply(ResourceForm form, StoredFile? file, string? fileName)
    {
        Title = Typed.Words(form.Title, 500, "content.refusal.resource-title", "Form.Title");
        Authors = Typed.Optional(form.Authors, 300, "Form.Authors");
        Publisher = Typed.Optional(form.Publisher, 200, "Form.Publisher");
        if (form.Year is < 1000 or > 2200) throw new Refusal("content.refusal.resource-year") { Field = "Form.Year" };
        Year = form.Year;
        Language = form.Language is "kk" or "ru" or "en" or "other" ? form.Language : throw new Refusal("content.refusal.language") { Field = "Form.Language" };
        Kind = form.Kind;
        Isbn = Typed.Optional(form.Isbn, 40, "Form.Isbn");
        Url = Address(form.Url);
        AvailableUntil = form.AvailableUntil;
        Seats = form.Seats is null or >= 1 and <= 1_000_000 ? form.Seats : throw new Refusal("content.refusal.resource-seats") { Field = "Form.Seats" };
        CopiesInLibrary = form.CopiesInLibrary is >= 0 and <= 1_000_000 ? form.CopiesInLibrary : throw new Refusal("content.refusal.resource-number") { Field = "Form.CopiesInLibrary" };
        CopiesInChair = form.CopiesInChair is >= 0 and <= 1_000_000 ? form.CopiesInChair : throw new Refusal("content.refusal.resource-number") { Field = "Form.CopiesInChair" };
        Ground = Typed.Words(form.Ground, 300, "content.refusal.resource-ground", "Form.Ground");
        if (file is { } stored) (FileHash, FileName, FileBytes) = (stored.Hash, fileName, stored.Length);
        else if (form.WithoutFile) (FileHash, FileName, FileBytes) = (null, null, null);
        if (Url is null && FileHash is null && CopiesInLibrary + CopiesInChair == 0) throw new Refusal("content.refusal.resource-nowhere") { Field = "Form.Url" };
    }

    private object State() => new { No, Title, Authors, Publisher, Year, Language, Kind, Isbn, Url, FileName, FileHash, AvailableUntil, Seats, CopiesInLibrary, CopiesInChair, Ground };

    private static string? Address(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && text.Length <= 1000 ? address.AbsoluteUri : throw new Refusal("content.refusal.resource-url") { Field = "Form.Url" };
    }

    private static string Dotted(string? text) => string.IsNullOrEmpty(text) || text[^1] is '.' or '?' or '!' ? text ?? "" : text + ".";

    private void RefuseWithdrawn()
    {
        if (Withdrawal is not null) throw new Refusal("content.refusal.resource-withdrawn");
    }
}

/// <summary>That a record was taken out of the library, and why.</summary>
internal sealed class ResourceWithdrawal : Entity
{
    public Guid ResourceId { get; init; }
    public required string Why { get; init; }
    public DateTime At { get; init; }
    public Guid ByPersonId { get; init; }
}

/// <summary>That a subject uses a resource.</summary>
internal sealed class ResourceUse : Entity
{
    public const int MaxSource = 500;

    public Guid ResourceId { get; init; }
    public Guid SubjectId { get; init; }
    public LiteratureKind Kind { get; init; }
    /// <summary>
    /// The source of the syllabus that it answers, as the syllabus cites it; null: beyond the syllabus. By its words, so that it holds for later versions
    /// of the syllabus that cite the same.
    /// </summary>
    public string? Source { get; init; }
    public DateTime At { get; init; }
}

internal sealed class ResourceConfiguration : IEntityTypeConfiguration<Resource>
{
    public void Configure(EntityTypeBuilder<Resource> b)
    {
        b.ToTable("content_resources");
        b.HasIndex(x => x.No).IsUnique();
        b.Property(x => x.Title).HasMaxLength(500);
        b.Property(x => x.Authors).HasMaxLength(300);
        b.Property(x => x.Publisher).HasMaxLength(200);
        b.Property(x => x.Language).HasMaxLength(5);
        b.Property(x => x.Isbn).HasMaxLength(40);
        b.Property(x => x.Url).HasMaxLength(1000);
        b.Property(x => x.FileHash).HasMaxLength(64);
        b.Property(x => x.FileName).HasMaxLength(260);
        b.Property(x => x.Ground).HasMaxLength(300);
        b.Ignore(x => x.Citation);
        b.HasOne(x => x.Withdrawal).WithOne().HasForeignKey<ResourceWithdrawal>(x => x.ResourceId);
        b.HasMany(x => x.Uses).WithOne().HasForeignKey(x => x.ResourceId);
    }
}

internal sealed class ResourceWithdrawalConfiguration : IEntityTypeConfiguration<ResourceWithdrawal>
{
    public void Configure(EntityTypeBuilder<ResourceWithdrawal> b)
    {
        b.ToTable("content_resource_withdrawals");
        b.HasIndex(x => x.ResourceId).IsUnique();
        b.Property(x => x.Why).HasMaxLength(1000);
    }
}

internal sealed class ResourceUseConfiguration : IEntityTypeConfiguration<ResourceUse>
{
    public void Configure(EntityTypeBuilder<ResourceUse> b)
    {
        b.ToTable("content_resource_uses");
        b.HasIndex(x => x.SubjectId);
        b.HasIndex(x => new { x.ResourceId, x.SubjectId });
        b.Property(x => x.Source).HasMaxLength(ResourceUse.MaxSource);
    }
}
