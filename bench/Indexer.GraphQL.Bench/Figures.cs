namespace Indexer.GraphQL.Bench;

/// <summary>All rounds of one side of a comparison.</summary>
internal sealed class Figures
{
    private readonly List<double> milliseconds = [];
    private double seconds;
    private double allocated;
    private double own;
    private double clients;

    /// <summary>Requests per second.</summary>
    public double PerSecond => milliseconds.Count / seconds;

    /// <summary>Bytes allocated in this process per request.</summary>
    public double Bytes => allocated / milliseconds.Count;

    /// <summary>Processor microseconds of this process per request.</summary>
    public double OwnMicroseconds => own * 1e6 / milliseconds.Count;

    /// <summary>Processor microseconds of the process of the clients per request.</summary>
    public double ClientMicroseconds => clients * 1e6 / milliseconds.Count;

    /// <summary>The latency in milliseconds that a share of the requests did not exceed.</summary>
    public double At(double share) => milliseconds[(int)(share * (milliseconds.Count - 1))];

    /// <summary>Runs one round and adds it.</summary>
    public async Task AddAsync(Func<Task<Load>> run)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Environment.CpuUsage.TotalTime;
        var load = await run();
        own += (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
        clients += load.ProcessorSeconds;
        allocated += GC.GetTotalAllocatedBytes(precise: true) - before;
        seconds += load.Seconds;
        milliseconds.AddRange(load.Milliseconds);
        milliseconds.Sort();
    }
}
