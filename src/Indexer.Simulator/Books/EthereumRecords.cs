using System.Numerics;
using Indexer.Simulator.Ethereum.Governors;

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

    public History<int, IReadOnlyList<GovernorContract>> Governors { get; } = new();

    public History<(EvmAddress Governor, BigInteger Id), GovernorProposal> Proposals { get; } = new();

    /// <summary>The operations of timelocks: when they are due, 1 when they are done, 0 when there are none any more.</summary>
    public History<(EvmAddress Timelock, string Id), ulong> Operations { get; } = new();

    public History<(EvmAddress Token, EvmAddress Account), VotingAccountBook> VotingAccounts { get; } = new();

    public void CountLog(long height, string name) => _logs.Add((height, name));

    public Dictionary<string, int> CountLogs(long height) =>
        _logs.TakeWhile(entry => entry.Height <= height).CountBy(entry => entry.Name).ToDictionary();
}
