using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhaVault;

/// <summary>
/// ERC-20 Transfer of vPHA: the only source of share balances. From the zero address shares are minted, to it they are
/// burned; the escrow of the bridge to Phala's L2 takes and gives those that are there. Shares leave with their part of the cost basis, and in a transfer it goes along to the receiver. A transfer of
/// nothing, or of an account to itself, moves nothing and makes no row.
/// </summary>
internal sealed class TransferHandler()
    : PhaVaultHandler("Transfer(address indexed from, address indexed to, uint256 value)")
{
    protected override IEnumerable<Change> Changes(string poolId, EvmEventContext context, NetworkState state)
    {
        var (from, to) = (context.Event.Address("from"), context.Event.Address("to"));
        var shares = context.Amount("value");
        if (shares.IsZero || from == to)
        {
            return [];
        }

        var isMint = from == EvmAccounts.Zero;
        var isBurn = to == EvmAccounts.Zero;
        var leaves = context.Roles.GetValueOrDefault(to) == ContractRoles.L1StandardBridge;
        var returns = context.Roles.GetValueOrDefault(from) == ContractRoles.L1StandardBridge;
        var cost = state.Positions.Find((poolId, from))?.CostOf(shares) ?? Pha.Zero;
        var leaving = new StakeEvent
        {
            PoolId = poolId,
            Account = from,
            Kind =
                isBurn ? StakeEventKind.SharesBurned
                : leaves ? StakeEventKind.BridgeOut
                : returns ? StakeEventKind.EscrowOut
                : StakeEventKind.TransferOut,
            Shares = -shares,
            Cost = -cost,
            Counterparty = isBurn ? null : to,
        };
        var coming = new StakeEvent
        {
            PoolId = poolId,
            Account = to,
            Kind =
                isMint ? StakeEventKind.SharesMinted
                : leaves ? StakeEventKind.EscrowIn
                : returns ? StakeEventKind.BridgeIn
                : StakeEventKind.TransferIn,
            Shares = shares,
            Cost = cost,
            Counterparty = isMint ? null : from,
        };
        return isMint ? [coming]
            : isBurn ? [leaving]
            : [leaving, coming];
    }
}
