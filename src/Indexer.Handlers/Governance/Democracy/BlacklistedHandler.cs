using System.Globalization;
using Indexer.Domain;
using Indexer.Substrate;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>
/// What a hash stands for can never be proposed again: a public proposal of it is struck down and its deposits are taken, the
/// external proposal of it is struck down. A referendum of it was cancelled by its own event just before. Of several public
/// proposals it is the first in the chain's list, whose order is not that of their numbers. Only the root can do it, which acts
/// before anything else in a block, so the list is that of the block before.
/// Source: pallet_democracy, blacklist and launch_public.
/// </summary>
internal sealed class BlacklistedHandler() : SubstrateHandler("Democracy", "Blacklisted")
{
    private const string Waiting = "PublicProps";

    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) =>
        [new StorageNeed(Pallet, Waiting, AtParent: true)];

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var hash = context.Fields.Hash("proposal_hash");
        var hit = state.Governance.ProposalsOfHash(hash);
        var order = Order(context);
        var listed = hit.Where(proposal => ExternalProposals.IsPublic(proposal) && proposal.IsOpen)
            .MinBy(proposal => (order.GetValueOrDefault(Number(proposal), int.MaxValue), Number(proposal)));
        if (listed is not null)
        {
            yield return listed.Step(ProposalEventKind.DepositSlashed, amount: listed.Deposit);
        }

        foreach (var proposal in hit)
        {
            var isListed = proposal == listed || (ExternalProposals.IsExternal(proposal) && proposal.IsOpen);
            if (isListed)
            {
                foreach (
                    var change in proposal.Become(
                        ProposalEventKind.Blacklisted,
                        ProposalStatus.Cancelled,
                        state: before => before with { Deposit = Pha.Zero }
                    )
                )
                {
                    yield return change;
                }
            }
            else if (
                context
                    .EarlierInExtrinsic()
                    .Any(earlier =>
                        earlier is { Pallet: "Democracy", Name: "Cancelled" }
                        && ProposalIds.Referendum(earlier.Fields.U32("ref_index")) == proposal.ProposalId
                    )
            )
            {
                yield return proposal.Step(ProposalEventKind.Blacklisted);
            }
        }
    }

    /// <summary>The places of the waiting public proposals in the chain's list, by their number; none where it is not known.</summary>
    private static Dictionary<uint, int> Order(SubstrateEventContext context) =>
        context.Stored("Democracy", Waiting, atParent: true) is ScaleSequence list
            ? list
                .Items.OfType<ScaleComposite>()
                .Select((item, place) => (Number: new EventFields(Waiting, item.Fields).U32(0), Place: place))
                .ToDictionary(item => item.Number, item => item.Place)
            : [];

    private static uint Number(ProposalState proposal) =>
        uint.Parse(proposal.ProposalId.Split('/')[1], CultureInfo.InvariantCulture);
}
