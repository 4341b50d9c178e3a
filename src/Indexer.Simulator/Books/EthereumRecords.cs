namespace Indexer.Simulator;

/// <summary>Everything the simulated contracts write down while they run.</summary>
internal sealed class EthereumRecords
{
    private readonly List<(long Height, string Name)> _logs = [];

    public History<int, VaultBook> Vault { get; } = new();

    public History<EvmAddress, UInt128> Shares { get; } = new();

    public History<EvmAddress, IReadOnlyList<UnlockRequestBook>> Requests { get; } = new();

    public List<VaultSettlement> Settlements { get; } = [];

    public List<VaultMove> Moves { get; } = [];

    public List<ClaimBook> Claims { get; } = [];

    public void CountLog(long height, string name) => _logs.Add((height, name));

    public Dictionary<string, int> CountLogs(long height) =>
        _logs.TakeWhile(entry => entry.Height <= height).CountBy(entry => entry.Name).ToDictionary();
}
