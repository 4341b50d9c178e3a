using System.Numerics;
using Indexer.Simulator.Ethereum.Governors;

namespace Indexer.Simulator;

/// <summary>The books of the Ethereum network after the block <see cref="Height"/>, kept by the simulated contracts themselves.</summary>
public sealed class EthereumBooks
{
    private readonly EthereumRecords _records;

    internal EthereumBooks(EthereumRecords records, long height, ulong time)
    {
        _records = records;
        Height = height;
        Time = time;
    }

    /// <summary>The block after which the books stand.</summary>
    public long Height { get; }

    /// <summary>The time of that block, unix seconds.</summary>
    public ulong Time { get; }

    /// <summary>The vault; null before its deployment.</summary>
    public VaultBook? Vault => _records.Vault.TryAt(0, Height, out var vault) ? vault : null;

    /// <summary>vPHA shares in 10^-18 by account; accounts that once held some stay with zero.</summary>
    public IReadOnlyDictionary<EvmAddress, UInt128> Shares =>
        _records
            .Shares.At(Height)
            .OrderBy(entry => entry.Key.Hex, StringComparer.Ordinal)
            .ToDictionary(entry => entry.Key, entry => entry.Value);

    /// <summary>The open unlock requests, by owner in the order of the contract's list.</summary>
    public IReadOnlyList<UnlockRequestBook> Requests =>
        [.. _records.Requests.At(Height).SelectMany(entry => entry.Value)];

    /// <summary>All settlements of streamed rewards up to this block.</summary>
    public IReadOnlyList<VaultSettlement> Settlements =>
        [.. _records.Settlements.TakeWhile(settlement => settlement.Height <= Height)];

    /// <summary>All movements in the vault up to this block, in chain order.</summary>
    public IReadOnlyList<VaultMove> Moves => [.. _records.Moves.TakeWhile(move => move.Height <= Height)];

    /// <summary>All claims of parachain holdings up to this block, in chain order.</summary>
    public IReadOnlyList<ClaimBook> Claims => [.. _records.Claims.TakeWhile(claim => claim.Height <= Height)];

    /// <summary>The proposals of all governors, in the order in which they were made.</summary>
    public IReadOnlyList<GovernorProposalBook> Proposals =>
        [
            .. Governors.SelectMany(governor =>
                _records
                    .Proposals.At(Height)
                    .Where(entry => entry.Key.Governor == governor.Address)
                    .Select(entry => Book(governor, entry.Value))
            ),
        ];

    /// <summary>What accounts have of the voting tokens; accounts that once had some stay with zero.</summary>
    public IReadOnlyList<VotingAccountBook> VotingAccounts =>
        [.. _records.VotingAccounts.At(Height).Select(entry => entry.Value)];

    internal IReadOnlyList<GovernorContract> Governors =>
        _records.Governors.TryAt(0, Height, out var governors) ? governors : [];

    /// <summary>How many logs of each "role.Event" were emitted up to this block, foreign contracts as "foreign.Event".</summary>
    public IReadOnlyDictionary<string, int> LogCounts => _records.CountLogs(Height);

    internal GovernorProposalBook? Proposal(GovernorContract governor, BigInteger id) =>
        _records.Proposals.TryAt((governor.Address, id), Height, out var proposal) ? Book(governor, proposal) : null;

    internal VotingAccountBook? VotingAccount(EvmAddress token, EvmAddress account) =>
        _records.VotingAccounts.TryAt((token, account), Height, out var book) ? book : null;

    private GovernorProposalBook Book(GovernorContract governor, GovernorProposal proposal)
    {
        var weighs = proposal.Snapshot < governor.Token.Clock(Height, Time);
        ulong? eta = proposal.Eta == 0 ? null : proposal.Eta;
        return new(
            governor.Address,
            proposal.Id,
            proposal.Proposer,
            proposal.Height,
            proposal.Actions.Description,
            governor.Token.CountsSeconds,
            proposal.Snapshot,
            proposal.Deadline,
            governor.StateOf(proposal, Height, Time),
            proposal.For,
            proposal.Against,
            proposal.Abstain,
            weighs ? governor.Quorum(proposal.Snapshot) : null,
            weighs ? governor.Token.SupplyAt(proposal.Snapshot) : null,
            eta,
            eta + governor.Timelock.GracePeriod,
            proposal.Operation is { } operation ? Hex.Encode(operation) : null,
            proposal.Ballots,
            proposal.Steps
        );
    }
}
