namespace Indexer.Exports.Bench;

/// <summary>The most memory that was seen, looked at with every part that goes out.</summary>
internal sealed class PeakMemory
{
    public long Peak { get; private set; }

    public long PeakHeap { get; private set; }

    public void Look()
    {
        Peak = Math.Max(Peak, Environment.WorkingSet);
        PeakHeap = Math.Max(PeakHeap, GC.GetTotalMemory(forceFullCollection: false));
    }
}
