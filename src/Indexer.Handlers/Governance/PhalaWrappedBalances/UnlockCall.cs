using Indexer.Domain;
using Indexer.Handlers.Governance.Democracy;
using Indexer.Substrate.Keys;
using Indexer.Substrate.Metadata;

namespace Indexer.Handlers.Governance.PhalaWrappedBalances;

/// <summary>
/// Frees the votes of holders after the end of a referendum, at most so many, in the order in which the chain stores
/// them: by the hash of the account. Source: phala-blockchain wrapped_balances.rs, unlock.
/// </summary>
internal sealed class UnlockCall() : SubstrateCallHandler("PhalaWrappedBalances", "unlock")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        var proposal = ProposalIds.Referendum(context.Fields.U32("vote_id"));
        return
        [
            .. state
                .Governance.VotesOn(proposal)
                .Where(vote => vote is { Kind: VoteKind.Wrapped, IsUnlocked: false })
                .OrderBy(
                    vote => Convert.ToHexString(StorageKey.Hash(StorageHasher.Blake2128, vote.Voter.Bytes)),
                    StringComparer.Ordinal
                )
                .Take((int)context.Fields.U32("max_iterations"))
                .Select(vote => (Change)Votes.Of(vote, VoteAction.Unlocked)),
        ];
    }
}
