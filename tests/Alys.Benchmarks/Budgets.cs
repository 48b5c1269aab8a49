using System.Text.Json;

namespace Alys.Benchmarks;

/// <summary>budgets.json at the root of the repository.</summary>
internal sealed record Budgets(Budgets.LineBudget Line, Budgets.WireBudget Wire, Budgets.JourneyBudget Journey, Budgets.ServerBudget Server)
{
    public sealed record LineBudget(int KilobitsPerSecond, int RoundTripMilliseconds, double LossPercent);
    public sealed record WireBudget(int FrameFirstBytes, int FrameNextBytes, int FrameNextMedianBytes, int AuthoredTextBytes, int AnswerSaveBytes, int MessageBytes);
    public sealed record JourneyBudget(int Requests, int Bytes, double Seconds);
    public sealed record ServerBudget(int SqlStatementsPerLearnerPage, double PageToBareEndpointRatio, double PageCpuMilliseconds, double AnswerSavesToBareWriterRatio, double StartSeconds, double ResidentMegabytes);

    public static Budgets Read(string root) =>
        JsonSerializer.Deserialize<Budgets>(File.ReadAllText(Path.Combine(root, "budgets.json")), new JsonSerializerOptions(JsonSerializerDefaults.Web))!;
}
