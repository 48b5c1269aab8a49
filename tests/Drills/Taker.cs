using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Alys.Drills;

internal sealed record Given(string Client, int Seq, int Item, string Response, long At);

/// <summary>
/// A learner with an open attempt page, as the player's script is one: several clients that send, what was acknowledged, and the check that the
/// server has exactly that.
/// </summary>
internal sealed class Taker(Person person)
{
    private readonly List<Given> _given = [];
    private readonly HashSet<Given> _acknowledged = [];
    private readonly Dictionary<string, int> _last = [];
    private string _code = "", _token = "";
    private string[][] _options = [];

    public int Acknowledged => _acknowledged.Count;
    public int Given => _given.Count;

    /// <summary>A fresh attempt at the sitting.</summary>
    public async Task Begin(string startUrl)
    {
        var page = await person.Submit(await person.Get(startUrl), "main form");
        var root = page.Document.QuerySelector("[data-attempt]") ?? throw new InvalidOperationException($"{page.Url} is no attempt page.");
        (_code, _token) = (root.GetAttribute("data-attempt")!, root.GetAttribute("data-token")!);
        _options = [.. page.Document.QuerySelectorAll("[data-item]").Select(q => q.QuerySelectorAll("input[type=radio]").Select(r => r.GetAttribute("value")!).ToArray())];
        _given.Clear();
        _acknowledged.Clear();
        _last.Clear();
    }

    /// <summary>Answers one item and waits for the acknowledgement.</summary>
    /// <returns>The status, or 0 where there was no reply.</returns>
    public async Task<int> Answer(string client, Random random)
    {
        Given given;
        lock (_given)
        {
            var choices = Enumerable.Range(1, _options.Length).Where(i => _options[i - 1].Length > 0).ToArray();
            var item = choices[random.Next(choices.Length)];
            _last[client] = _last.GetValueOrDefault(client) + 1;
            given = new Given(client, _last[client], item, _options[item - 1][random.Next(_options[item - 1].Length)], DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
            _given.Add(given);
        }
        return await Send([given]);
    }

    /// <summary>Sends again whatever was never acknowledged, and some that was: as after a cut link.</summary>
    public async Task SendAgain(Random random)
    {
        foreach (var client in _given.GroupBy(g => g.Client))
        {
            var again = client.Where(g => !_acknowledged.Contains(g) || random.Next(5) == 0).ToArray();
            foreach (var some in again.Chunk(40))
            {
                if (await Send(some) != 200) throw new BrokenPromise("After the restart an answer was not taken.");
            }
        }
        if (_acknowledged.Count != _given.Count) throw new BrokenPromise($"{_given.Count - _acknowledged.Count} answers were not acknowledged although sent again.");
    }

    /// <summary>Everything that was acknowledged must stand in the receipt, once.</summary>
    public async Task CheckAcknowledged()
    {
        var page = await person.Get($"/a/{_code}/receipt");
        var there = page.Document.QuerySelectorAll("tbody td:nth-child(5) code").Select(c => c.TextContent).ToArray();
        var lost = _acknowledged.Select(g => $"{g.Client}-{g.Seq}").Except(there).ToArray();
        if (lost.Length > 0) throw new BrokenPromise($"Acknowledged and lost: {string.Join(", ", lost)}");
        if (there.Distinct().Count() != there.Length) throw new BrokenPromise($"Doubled: {string.Join(", ", there.CountBy(t => t).Where(t => t.Value > 1).Select(t => t.Key))}");
        var unknown = there.Except(_given.Select(g => $"{g.Client}-{g.Seq}")).ToArray();
        if (unknown.Length > 0) throw new BrokenPromise($"Never given: {string.Join(", ", unknown)}");
    }

    /// <summary>What the receipt's code says must be what was given, to the letter.</summary>
    public async Task CheckReceipt(bool onlyAcknowledged = false)
    {
        var page = await person.Get($"/a/{_code}/receipt");
        var lines = _given.Where(g => !onlyAcknowledged || _acknowledged.Contains(g)).OrderBy(g => g.Client, StringComparer.Ordinal).ThenBy(g => g.Seq)
            .Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Client} {g.Seq} {g.Item} {DateTimeOffset.FromUnixTimeMilliseconds(g.At).UtcDateTime:O} {g.Response}\n"));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
        if (!page.Document.QuerySelectorAll("code").Any(c => c.TextContent == hash)) throw new BrokenPromise("The receipt's code is not that of the answers given: one is lost, doubled or changed.");
    }

    public async Task HandIn()
    {
        var client = _last.Keys.FirstOrDefault() ?? "none";
        var (status, _) = await Post("submit", $$"""{"client":"{{client}}","answers":{{_last.GetValueOrDefault(client)}}}""");
        if (status != 200) throw new BrokenPromise($"Handing in was answered with {status}.");
    }

    private async Task<int> Send(IReadOnlyList<Given> some)
    {
        var answers = string.Join(',', some.Select(g => $$"""{"seq":{{g.Seq}},"item":{{g.Item}},"response":{{g.Response}},"at":{{g.At}}}"""));
        var (status, body) = await Post("answers", $$"""{"client":"{{some[0].Client}}","answers":[{{answers}}]}""");
        if (status != 200) return status;
        var saved = JsonDocument.Parse(body).RootElement.GetProperty("saved").EnumerateArray().Select(s => s.GetInt32()).ToHashSet();
        lock (_given) _acknowledged.UnionWith(some.Where(g => saved.Contains(g.Seq)));
        return status;
    }

    private async Task<(int Status, string Body)> Post(string path, string json)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/a/{_code}/{path}") { Content = new StringContent(json, new MediaTypeHeaderValue("application/json")) };
            request.Headers.Add("RequestVerificationToken", _token);
            using var response = await person.Http.SendAsync(request);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
        }
        catch (Exception error) when (error is HttpRequestException or System.Net.Sockets.SocketException or IOException or TaskCanceledException)
        {
            return (0, "");
        }
    }
}
