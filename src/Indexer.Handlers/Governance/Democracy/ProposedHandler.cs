using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>
/// Somebody proposed a referendum and put down a deposit. The call names what is proposed.
/// </summary>
internal sealed class ProposedHandler() : SubstrateHandler("Democracy", "Proposed")
{
    public override IReadOnlyList<string> Calls => ["propose"];

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var fields = context.Fields;
        var index = fields.U32("proposal_index");
        var id = ProposalIds.Public(index);
        var call = context.Call("propose");
        var hash = call is null
            ? null
            : CallHash.Of(call.Call.Fields.Value(call.Call.Fields.Has("proposal") ? "proposal" : "proposal_hash"));
        if (hash is not null)
        {
            foreach (var change in state.Note(context.Runtime, hash))
            {
                yield return change;
            }

            yield return new StateChange(state.TextOf(context.Runtime, id, hash));
        }

        yield return new Proposal
        {
            Id = id,
            System = ProposalSystem.PublicProposal,
            NativeId = $"{index}",
            Proposer = call?.Origin,
        };
        yield return new StateChange(
            new ProposalState
            {
                ProposalId = id,
                Status = ProposalStatus.Active,
                Deposit = fields.Balance("deposit"),
                Voters = 1,
                Hash = hash?.Hash,
            }
        );
        yield return new ProposalEvent
        {
            ProposalId = id,
            Kind = ProposalEventKind.Proposed,
            Status = ProposalStatus.Active,
            Account = call?.Origin,
            Amount = fields.Balance("deposit"),
        };
    }
}
