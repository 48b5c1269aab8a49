using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Documents;

/// <summary>How the documents of a kind are numbered, where the institution has set it. The running number begins anew each year.</summary>
internal sealed class NumberingRule : Entity, IVersionedRow
{
    public required string Kind { get; init; }
    public required string Pattern { get; set; }
    public int RowVersion { get; set; }

    /// <summary>Checks a pattern: it must bear {n} and {year}, or numbers of two years would be equal; 50 letters at most.</summary>
    public static string Checked(string? pattern)
    {
        var text = pattern?.Trim() ?? "";
        if (!text.Contains("{n}", StringComparison.Ordinal) || !text.Contains("{year}", StringComparison.Ordinal) || text.Length > 50)
            throw new Refusal("documents.refusal.pattern") { Field = "Pattern" };
        return text;
    }

    public static async Task<string> Next(Act act, DocumentKind kind, NumberingRule? rule)
    {
        var year = Texts.Local(act.Now).Year.ToString(CultureInfo.InvariantCulture);
        var number = await act.NextNumber($"documents.number.{kind.Code}.{year}");
        return (rule?.Pattern ?? kind.NumberPattern)
            .Replace("{year}", year, StringComparison.Ordinal)
            .Replace("{n}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}

internal sealed class NumberingRuleConfiguration : IEntityTypeConfiguration<NumberingRule>
{
    public void Configure(EntityTypeBuilder<NumberingRule> b)
    {
        b.ToTable("documents_numbering_rules");
        b.Property(x => x.Kind).HasMaxLength(40);
        b.Property(x => x.Pattern).HasMaxLength(60);
        b.HasIndex(x => x.Kind).IsUnique();
    }
}
