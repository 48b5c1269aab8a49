using System.Text.Json;
using Alys.Content.Text;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Content.Units;

/// <summary>What a unit said at a time, source and rendered pages. Never changed after it is stored.</summary>
internal sealed class UnitVersion : Entity
{
    public const int MaxTitle = 300;
    public const int MaxWhy = 500;
    public const int MaxTaskPoints = 1000;
    public const int UsualTaskPoints = 100;

    public Guid UnitId { get; set; }
    public int Number { get; set; }
    public UnitKind Kind { get; init; }
    public required string Title { get; init; }
    public Guid? TopicId { get; init; }
    public TextForm Form { get; init; }
    public required string Source { get; init; }

    /// <summary>Tasks: the highest mark, and how it is answered.</summary>
    public int? MaxPoints { get; init; }
    public bool AnswerByText { get; init; }
    public bool AnswerByFiles { get; init; }

    /// <summary>File units: the file. Question sets: the test of the bank.</summary>
    public Guid? MediaId { get; init; }
    public Guid? TestId { get; init; }

    /// <summary>Came from an archive as it stands; false once a person has saved it.</summary>
    public bool IsImported { get; init; }

    public int Pages { get; init; }

    /// <summary>Compressed bytes of all pages.</summary>
    public int Bytes { get; init; }

    /// <summary>What the author should know about how the text was read (JSON list of <see cref="TextNote"/>).</summary>
    public string Notes { get; init; } = "[]";
    public DateTime At { get; init; }
    public Guid? ByPersonId { get; init; }

    /// <summary>What its author said of the change; the reason, where an older version was taken up again.</summary>
    public string? Why { get; init; }

    /// <summary>Number of the older version that was taken up again.</summary>
    public int? TakenFrom { get; init; }

    public IReadOnlyList<TextNote> TextNotes => JsonSerializer.Deserialize<TextNote[]>(Notes)!;

    /// <summary>A new version that says what this one said, with its pages as they were.</summary>
    public ComposedVersion Again(Act act, IEnumerable<VersionPage> pages, string why)
    {
        var version = new UnitVersion
        {
            Kind = Kind, Title = Title, TopicId = TopicId, Form = Form, Source = Source, MaxPoints = MaxPoints, AnswerByText = AnswerByText, AnswerByFiles = AnswerByFiles,
            MediaId = MediaId, TestId = TestId, Pages = Pages, Bytes = Bytes, Notes = Notes, At = act.Now, ByPersonId = act.Reader.IsSignedIn ? act.Reader.PersonId : null, Why = why, TakenFrom = Number,
        };
        return new ComposedVersion(version, [.. pages.Select(p => new VersionPage { VersionId = version.Id, Number = p.Number, Html = p.Html, Bytes = p.Bytes, HasMaths = p.HasMaths })], TextNotes);
    }

    /// <summary>Whether the other version would look the same to learners and authors.</summary>
    public bool SaysTheSame(UnitVersion other, IEnumerable<VersionPage> mine, IEnumerable<VersionPage> others) =>
        Kind == other.Kind && Title == other.Title && TopicId == other.TopicId && Form == other.Form && Source == other.Source
        && MaxPoints == other.MaxPoints && AnswerByText == other.AnswerByText && AnswerByFiles == other.AnswerByFiles
        && MediaId == other.MediaId && TestId == other.TestId
        && mine.OrderBy(p => p.Number).Select(p => p.Html).SequenceEqual(others.OrderBy(p => p.Number).Select(p => p.Html));
}

/// <summary>One rendered page of a version, as it goes to a learner.</summary>
internal sealed class VersionPage
{
    public Guid VersionId { get; init; }
    public int Number { get; init; }
    public required string Html { get; init; }
    public int Bytes { get; init; }
    public bool HasMaths { get; init; }
}

/// <summary>What an author has typed but not saved as a version yet; kept so that nothing typed is lost.</summary>
internal sealed class UnitDraft
{
    public Guid UnitId { get; init; }
    public Guid PersonId { get; init; }
    public required string Title { get; set; }
    public required string Source { get; set; }
    public TextForm Form { get; set; }
    public DateTime KeptAt { get; set; }
}

internal sealed class UnitVersionConfiguration : IEntityTypeConfiguration<UnitVersion>
{
    public void Configure(EntityTypeBuilder<UnitVersion> b)
    {
        b.ToTable("content_unit_versions");
        b.HasIndex(x => new { x.UnitId, x.Number }).IsUnique();
        b.Property(x => x.Title).HasMaxLength(UnitVersion.MaxTitle);
        b.Property(x => x.Why).HasMaxLength(UnitVersion.MaxWhy);
        b.HasOne<Unit>().WithMany().HasForeignKey(x => x.UnitId);
        b.Ignore(x => x.TextNotes);
    }
}

internal sealed class VersionPageConfiguration : IEntityTypeConfiguration<VersionPage>
{
    public void Configure(EntityTypeBuilder<VersionPage> b)
    {
        b.ToTable("content_version_pages");
        b.HasKey(x => new { x.VersionId, x.Number });
        b.HasOne<UnitVersion>().WithMany().HasForeignKey(x => x.VersionId);
    }
}

internal sealed class UnitDraftConfiguration : IEntityTypeConfiguration<UnitDraft>
{
    public void Configure(EntityTypeBuilder<UnitDraft> b)
    {
        b.ToTable("content_unit_drafts");
        b.HasKey(x => new { x.UnitId, x.PersonId });
        b.Property(x => x.Title).HasMaxLength(UnitVersion.MaxTitle);
        b.HasOne<Unit>().WithMany().HasForeignKey(x => x.UnitId);
    }
}
