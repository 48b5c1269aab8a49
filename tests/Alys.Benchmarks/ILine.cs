using Alys.Link;

namespace Alys.Benchmarks;

/// <summary>What lies between browser and server: it counts what passes, and is poor when it is asked to be.</summary>
internal interface ILine : IDisposable
{
    /// <summary>What the tables call it.</summary>
    string Name { get; }
    /// <summary>Where the server's name leads to on the browser's side of it.</summary>
    string Host { get; }
    int Port { get; }
    /// <summary>The line whose client side the browser runs on; null: the browser runs beside us.</summary>
    PoorLine? Side { get; }
    /// <summary>How often a figure is taken: losses make each run another one.</summary>
    int Runs { get; }
    /// <summary>How long nothing may move before it is over: longer where a lost packet is sent again only after a second.</summary>
    int QuietTenths { get; }

    void Open();
    void BePoor(int seed);
    /// <summary>TCP payload since the last call.</summary>
    Payload Take();
}
