using Indexer.Domain;

namespace Indexer.Handlers.Bridge.BridgedToken;

/// <summary>
/// ERC-20 Transfer of bridged vPHA on the L2 (OptimismMintableERC20.sol): the only source of its balances. The bridge mints what comes from
/// Ethereum and burns what goes there. What shares cost is known where they were bought, so it stays zero here. No
/// event creates the token's pool: it appears with the first transfer. A transfer of nothing, or of an account to itself, moves nothing.
/// </summary>
internal sealed class TransferHandler()
    : EvmHandler("Transfer(address indexed from, address indexed to, uint256 value)", ContractRoles.BridgedVpha)
{
    public override IEnumerable<Change> Handle(EvmEventContext context, NetworkState state)
    {
        var poolId = context.Contract.ToString();
        var (from, to) = (context.Event.Address("from"), context.Event.Address("to"));
        var shares = context.Amount("value");
        if (shares.IsZero || from == to)
        {
            yield break;
        }

        if (context.Appearing(PoolKind.BridgedShares, state) is { } appeared)
        {
            yield return appeared;
        }

        var (isMint, isBurn) = (from == EvmAccounts.Zero, to == EvmAccounts.Zero);
        if (!isMint)
        {
            yield return new StakeEvent
            {
                PoolId = poolId,
                Account = from,
                Kind = isBurn ? StakeEventKind.BridgeOut : StakeEventKind.TransferOut,
                Shares = -shares,
                Counterparty = isBurn ? null : to,
            };
        }

        if (!isBurn)
        {
            yield return new StakeEvent
            {
                PoolId = poolId,
                Account = to,
                Kind = isMint ? StakeEventKind.BridgeIn : StakeEventKind.TransferIn,
                Shares = shares,
                Counterparty = isMint ? null : from,
            };
        }
    }
}
