using System.Collections.Concurrent;

namespace Alys.Platform;

/// <summary>"There is something new in X": wakes waiters in this process and, on PostgreSQL, in the other nodes. Carries no data; whoever is woken reads the database.</summary>
public sealed class Pulses
{
    public const string Journal = "journal";
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Action> _told = new(StringComparer.Ordinal);

    /// <summary>The topic of acts that left this fact in the journal.</summary>
    internal static string Fact(string what) => "fact." + what;

    /// <summary>Calls back whenever the topic is sent, for as long as the program runs. The call must be quick.</summary>
    internal void On(string topic, Action told) => _told.AddOrUpdate(topic, told, (_, others) => others + told);

    /// <summary>Sends a topic on to other nodes; set by the PostgreSQL relay.</summary>
    internal Action<string>? Relay { get; set; }

    /// <summary>Completes when the topic is sent after this call. Take it before reading, so that nothing falls between.</summary>
    public Task Wait(string topic, CancellationToken ct) =>
        _waiting.GetOrAdd(topic, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task.WaitAsync(ct);

    /// <summary>Completes at the topic or after the time, whichever comes first.</summary>
    public async Task Wait(string topic, TimeSpan most, CancellationToken ct)
    {
        var waiting = _waiting.GetOrAdd(topic, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        await Task.WhenAny(waiting, Task.Delay(most, ct));
        ct.ThrowIfCancellationRequested();
    }

    public void Send(string topic)
    {
        Local(topic);
        Relay?.Invoke(topic);
    }

    internal void Local(string topic)
    {
        if (_told.TryGetValue(topic, out var told)) told();
        if (_waiting.TryRemove(topic, out var waiting)) waiting.TrySetResult();
    }

    /// <summary>After a broken line to the database nobody knows what was missed: wake everyone.</summary>
    internal void All()
    {
        foreach (var topic in _told.Keys.Union(_waiting.Keys)) Local(topic);
    }
}
