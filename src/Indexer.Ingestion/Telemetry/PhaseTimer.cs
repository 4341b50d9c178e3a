using System.Diagnostics;

namespace Indexer.Ingestion;

/// <summary>A phase that goes on until it is disposed: <c>using (IngestionTelemetry.Phase(network, IngestionPhase.Commit)) { … }</c>.</summary>
public readonly struct PhaseTimer : IDisposable
{
    private readonly string network;
    private readonly string phase;
    private readonly long start;
    private readonly Activity? activity;

    internal PhaseTimer(string network, string phase, Activity? activity) =>
        (this.network, this.phase, this.activity, start) = (network, phase, activity, Stopwatch.GetTimestamp());

    /// <summary>Ends the phase: its time is recorded, and its span if it is traced.</summary>
    public void Dispose()
    {
        IngestionTelemetry.Record(network, phase, Stopwatch.GetElapsedTime(start));
        activity?.Dispose();
    }
}
