using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>
/// An account votes for itself again.
/// </summary>
internal sealed class UndelegatedHandler() : SubstrateHandler("Democracy", "Undelegated")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var who = context.Fields.AccountId(0);
        var before =
            state.Governance.Delegations.Find((Votes.Scope, who))
            ?? throw new UnknownProposalException(
                $"{who} ended a delegation that no indexed event states. Index from before it (startBlock)."
            );
        var lost = Votes.Weight(before.Balance, before.Conviction ?? 0);
        return
        [
            .. Votes.Redelegated(state, before.Delegate, -lost, -before.Balance),
            new StateChange(before, Ends: true),
        ];
    }
}
