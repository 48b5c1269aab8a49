using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Communication;

/// <summary>Something that a person should know. Numbered for each person in the order of the commits, so that a stream resumes exactly.</summary>
internal sealed class Notice : NumberedEntity
{
    public Guid PersonId { get; init; }
    public required string TextKey { get; init; }
    /// <summary>JSON array of the text's arguments.</summary>
    public required string Args { get; init; }
    /// <summary>Where it leads, a path of this site.</summary>
    public required string Url { get; init; }
    public DateTime At { get; init; }
    public DateTime? ReadAt { get; set; }

    public static string Topic(Guid personId) => $"communication.notices.{personId:N}";

    /// <summary>The sentence in the language of whoever reads it now.</summary>
    public string In(Texts t) => t[TextKey, NoticeArgs.Read(Args)];
}

/// <summary>Arguments of a notice's text as JSON: names, numbers, dates, texts in three languages.</summary>
internal static class NoticeArgs
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(object?[] args) => JsonSerializer.Serialize(args, Options);

    public static object?[] Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(Value)];
    }

    private static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String when DateOnly.TryParseExact(element.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt32(out var whole) ? whole : element.GetDouble(),
        JsonValueKind.Object => new LocalText(Part(element, "Kk"), Part(element, "Ru"), Part(element, "En")),
        _ => null,
    };

    private static string Part(JsonElement element, string name) => element.TryGetProperty(name, out var part) ? part.GetString() ?? "" : "";
}

internal sealed class NoticeConfiguration : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> b)
    {
        b.ToTable("communication_notices");
        b.Property(x => x.TextKey).HasMaxLength(80);
        b.Property(x => x.Args).HasMaxLength(4000);
        b.Property(x => x.Url).HasMaxLength(200);
        b.HasIndex(x => new { x.PersonId, x.No }).IsUnique();
        b.HasIndex(x => new { x.PersonId, x.ReadAt });
    }
}
