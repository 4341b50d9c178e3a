using Indexer.Domain;
using Indexer.Evm;

namespace Indexer.Handlers.Claims.Claimers;

/// <summary>
/// ClaimedAndBridged: PHA went to a receiver on Ethereum, the vault shares through the bridge to a receiver on Phala's L2
/// (docs/chains/contracts.md, Claims). Receivers that are the same account make one link; where no shares were bridged, the second
/// receiver received nothing and is left out.
/// </summary>
internal sealed class ClaimedAndBridgedHandler()
    : ClaimerHandler(
        "ClaimedAndBridged(address indexed user, uint256 free, uint256 staked, address l1Receiver, address l2Receiver)"
    )
{
    public override bool NeedsTransaction(EvmLog log, EvmEvent decoded) => true;

    public override IEnumerable<AccountId> MaybeContracts(EvmEvent decoded) =>
        [decoded.Address("l1Receiver"), decoded.Address("l2Receiver")];

    public override IEnumerable<Change> Handle(EvmEventContext context, NetworkState state)
    {
        var claim = ClaimOf(context, "l1Receiver", state);
        if (claim.StakedShares.IsZero)
        {
            return [claim, .. Link(context, claim, claim.Receiver, ReceiverLink(claim))];
        }

        var bridged = context.Event.Address("l2Receiver");
        return
        [
            claim with
            {
                L2Receiver = bridged,
            },
            .. Link(context, claim, claim.Receiver, ReceiverLink(claim)),
            .. bridged == claim.Receiver ? [] : Link(context, claim, bridged, AccountLinkKind.PhalaClaimBridged),
        ];
    }
}
