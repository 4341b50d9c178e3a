using Indexer.Simulator.Scale;
using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Governance;

/// <summary>The values of the governance pallets' storage; null where the chain has none.</summary>
internal static class GovernanceStorage
{
    public static object? Value(GovernanceState state, Ledger ledger, StorageCell cell) =>
        cell.Pallet switch
        {
            "Balances" => ledger.Issuance,
            "Democracy" => Democracy(state, cell),
            "Preimage" => StatusFor(state, (string)cell.First!),
            "PhalaWrappedBalances" => Wrapped(state, cell),
            "Council" or "TechnicalCommittee" => Collective(state.Collectives[cell.Pallet], cell),
            _ => FundStorage.Value(state, cell),
        };

    private static object? Democracy(GovernanceState state, StorageCell cell) =>
        cell.Item switch
        {
            "PublicPropCount" => (uint)state.AllProposals.Count,
            "PublicProps" => state.Proposals.Select(one => new object?[] { one.Index, one.Proposal, one.Proposer }),
            "DepositOf" => state.Proposals.Find(one => one.Index == (uint)cell.First!) is { } proposal
                ? new object?[] { proposal.Depositors, proposal.Deposit }
                : null,
            "ReferendumCount" => (uint)state.Referenda.Count,
            "ReferendumInfoOf" => Info(state.Referenda[(int)(uint)cell.First!]),
            "VotingOf" => Voting(state.VotingOf((AccountId)cell.First!)),
            "LastTabledWasExternal" => state.LastTabledWasExternal,
            "NextExternal" => state.NextExternal is { } next ? new object?[] { next.Proposal, next.Threshold } : null,
            "Blacklist" => state.Blacklist.TryGetValue((string)cell.First!, out var listed)
                ? new object?[] { listed.Until, listed.Vetoers }
                : null,
            "Cancellations" => state.Cancellations.Contains((string)cell.First!),
            "Preimages" => Available(state, (string)cell.First!),
            _ => throw new ArgumentException($"{cell} is no storage of the democracy pallet.", nameof(cell)),
        };

    private static ScaleChoice? Info(Referendum referendum) =>
        referendum.State switch
        {
            _ when referendum.IsForgotten => null,
            ReferendumState.Ongoing => new(
                "Ongoing",
                (object)
                    new object?[]
                    {
                        (uint)referendum.End,
                        referendum.Proposal,
                        referendum.Threshold,
                        referendum.Delay,
                        new object?[] { referendum.Tally.Ayes, referendum.Tally.Nays, referendum.Tally.Turnout },
                    }
            ),
            ReferendumState.Cancelled => null,
            _ => new("Finished", referendum.Approved, (uint)referendum.EndedAt!.Value),
        };

    private static ScaleChoice Voting(Voting voting)
    {
        object?[] received = [voting.Received.Votes, voting.Received.Capital];
        object?[] prior = [voting.Prior.Until, voting.Prior.Amount];
        return voting.Delegation is var (target, conviction, balance, _)
            ? new("Delegating", balance, target, conviction, received, prior)
            : new("Direct", voting.Votes.Select(vote => new object?[] { vote.Key, vote.Value }), received, prior);
    }

    private static ScaleChoice? Available(GovernanceState state, string hash) =>
        state.Preimages.GetValueOrDefault(hash) is { } preimage
            ? new(
                "Available",
                preimage.Proposal.Encoded,
                preimage.Provider,
                preimage.Deposit,
                (uint)preimage.Since,
                (uint?)preimage.Expiry
            )
            : null;

    private static ScaleChoice? StatusFor(GovernanceState state, string hash)
    {
        if (state.Preimages.GetValueOrDefault(hash) is not { } preimage)
        {
            return null;
        }
        var size = (uint)preimage.Proposal.Encoded.Length;
        object?[]? deposit = preimage.Provider is { } provider ? [provider, preimage.Deposit] : null;
        return preimage.Requests == 0
            ? new("Unrequested", deposit, size)
            : new("Requested", deposit, (uint)preimage.Requests, size);
    }

    private static object?[]? Wrapped(GovernanceState state, StorageCell cell)
    {
        var referendum = state.Referenda[(int)(uint)cell.First!];
        return referendum.Wrapped.TryGetValue((AccountId)cell.Second!, out var share) ? [share.Aye, share.Nay] : null;
    }

    private static object? Collective(Collective collective, StorageCell cell)
    {
        var motion = cell.First is string hash ? collective.FindOpen(Hex.Decode(hash)) : null;
        return cell.Item switch
        {
            "Members" => collective.Members,
            "Prime" => collective.Prime,
            "ProposalCount" => (uint)collective.Motions.Count,
            "Proposals" => collective.Open.Select(one => one.Proposal.Hash),
            "ProposalOf" => motion?.Proposal.Call,
            "Voting" => motion is null
                ? null
                : new object?[] { motion.Index, motion.Threshold, motion.Ayes, motion.Nays, (uint)motion.End },
            _ => throw new ArgumentException($"{cell} is no storage of a collective.", nameof(cell)),
        };
    }
}
