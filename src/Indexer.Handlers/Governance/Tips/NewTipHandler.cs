using Indexer.Domain;

namespace Indexer.Handlers.Governance.Tips;

/// <summary>
/// Somebody suggested a tip, with a deposit, or a member of the council with a value at once; the call has reason, beneficiary
/// and value.
/// </summary>
internal sealed class NewTipHandler() : SubstrateHandler("Tips", "NewTip")
{
    public override IReadOnlyList<string> Calls => ["report_awesome", "tip_new"];

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var hash = context.Fields.Hash("tip_hash");
        var isFirst = state.Governance.Proposals.Find(ProposalIds.Tip(hash)) is null;
        var id = isFirst ? ProposalIds.Tip(hash) : $"{ProposalIds.Tip(hash)}/{context.Block.Height}";
        var call = context.Call([.. Calls]);
        var fields = call?.Call.Fields;
        var isMembers = fields?.Has("tip_value") ?? false;
        yield return new Proposal
        {
            Id = id,
            System = ProposalSystem.Tip,
            NativeId = hash,
            Proposer = call?.Origin,
        };
        yield return new StateChange(
            new ProposalState
            {
                ProposalId = id,
                Status = ProposalStatus.Active,
                Deposit =
                    isMembers ? Pha.Zero
                    : fields is { } made ? Bonds.OfTip(context.Runtime, made.Bytes("reason").Length)
                    : null,
                Beneficiary = fields?.Address("who"),
                Hash = hash,
            }
        );
        yield return new StateChange(new ProposalText { ProposalId = id, Title = fields?.Text("reason") });
        yield return new ProposalEvent
        {
            ProposalId = id,
            Kind = ProposalEventKind.Proposed,
            Status = ProposalStatus.Active,
            Account = call?.Origin,
        };
        if (isMembers)
        {
            yield return new ProposalEvent
            {
                ProposalId = id,
                Kind = ProposalEventKind.Backed,
                Status = ProposalStatus.Active,
                Account = call?.Origin,
                Amount = fields!.Balance("tip_value"),
            };
        }
    }
}
