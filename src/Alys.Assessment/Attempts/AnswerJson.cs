using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alys.Assessment.Attempts;

/// <summary>One post of the attempt page. <see cref="AnswerEvent.At"/> is in Unix milliseconds of the server's clock.</summary>
internal sealed record AnswerBatch(string? Client, IReadOnlyList<AnswerEvent>? Answers);

internal sealed record AnswerEvent(int Seq, int Item, JsonElement Response, long At);

/// <param name="Saved">Sequence numbers that are durably stored.</param>
/// <param name="Late">Stored, but after the attempt was closed.</param>
/// <param name="Refused">Not answers to that item; will never be stored.</param>
/// <param name="Left">Milliseconds until the deadline.</param>
/// <param name="Now">The server's clock, Unix milliseconds.</param>
internal sealed record AnswerReply(IReadOnlyList<int> Saved, IReadOnlyList<int> Late, IReadOnlyList<int> Refused, long Left, long Now, string State);

/// <param name="Answers">How many answers of this client were acknowledged; handing in waits until the server has them.</param>
internal sealed record HandIn(string? Client, int Answers);

internal sealed record Complaint(string Error);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AnswerBatch))]
[JsonSerializable(typeof(AnswerReply))]
[JsonSerializable(typeof(HandIn))]
[JsonSerializable(typeof(Complaint))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class AnswerJson : JsonSerializerContext;
