namespace Alys.Platform;

/// <summary>Lets one act at a time write on an engine with a single writer, in the order in which they came; lets all pass on the other.</summary>
internal sealed class Gate(StorageEngine engine)
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async ValueTask<Turn> Enter(CancellationToken ct)
    {
        if (!engine.HasSingleWriter) return new Turn(null);
        await _turn.WaitAsync(ct);
        return new Turn(_turn);
    }

    internal readonly struct Turn(SemaphoreSlim? turn) : IDisposable
    {
        public void Dispose() => turn?.Release();
    }
}
