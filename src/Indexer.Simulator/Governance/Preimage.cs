namespace Indexer.Simulator.Governance;

/// <summary>A noted call: who pays for it (until it is used), how often it is requested, and in which pallet it lies.</summary>
internal sealed record Preimage(ProposedCall Proposal, AccountId? Provider, UInt128 Deposit, int Requests, long Since)
{
    public long? Expiry { get; init; }
}
