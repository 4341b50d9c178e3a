using System.Numerics;

namespace Indexer.Simulator.Ethereum.Governors;

/// <summary>What a governor keeps of a proposal.</summary>
internal sealed record GovernorProposal(
    BigInteger Id,
    EvmAddress Proposer,
    ProposalActions Actions,
    long Height,
    long Snapshot,
    long Deadline
)
{
    public bool IsExecuted { get; init; }

    public bool IsCanceled { get; init; }

    /// <summary>When it can be executed; zero until it is queued.</summary>
    public ulong Eta { get; init; }

    /// <summary>Its operation in a TimelockController.</summary>
    public byte[]? Operation { get; init; }

    /// <summary>Whether a vote has met the quorum, which may move the deadline once.</summary>
    public bool MetQuorum { get; init; }

    public UInt128 For { get; init; }

    public UInt128 Against { get; init; }

    public UInt128 Abstain { get; init; }

    public IReadOnlyList<GovernorBallot> Ballots { get; init; } = [];

    public IReadOnlyList<GovernorStep> Steps { get; init; } = [];

    public UInt128 UsedBy(EvmAddress voter) =>
        Ballots
            .Where(ballot => ballot.Voter == voter)
            .Aggregate(UInt128.Zero, (sum, ballot) => sum + ballot.For + ballot.Against + ballot.Abstain);
}
