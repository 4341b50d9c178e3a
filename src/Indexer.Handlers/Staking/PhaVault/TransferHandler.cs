using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhaVault;

/// <summary>
/// ERC-20 Transfer of vPHA, and of shares of other vaults: the only source of share balances. From the zero address shares are minted, to it they are
/// burned. Shares leave with their part of the cost basis, and in a transfer it goes along to the receiver. What the escrow of the
/// bridge to Phala's L2 holds is nobody's position here. What moves between accounts has the worth of its shares by the assets of the last settlement. A transfer of nothing, or of an account to itself, moves nothing and makes no row.
/// </summary>
internal sealed class TransferHandler()
    : VaultHandler(
        "Transfer(address indexed from, address indexed to, uint256 value)",
        ContractRoles.PhaVault,
        ContractRoles.TokenVault
    )
{
    protected override IEnumerable<Change> Changes(string poolId, EvmEventContext context, NetworkState state)
    {
        var (from, to) = (context.Event.Address("from"), context.Event.Address("to"));
        var shares = context.Amount("value");
        if (shares.IsZero || from == to)
        {
            yield break;
        }

        var (leaves, returns) = (IsEscrow(to, context), IsEscrow(from, context));
        var cost = returns ? EscrowCost(poolId, shares, context, state) : CostOf(poolId, from, shares, state);
        var worth = Worth(poolId, from, to, shares, state);
        if (returns)
        {
            yield return Escrow(poolId, -shares, -cost);
        }
        else if (from != EvmAccounts.Zero)
        {
            var isBurn = to == EvmAccounts.Zero;
            yield return new StakeEvent
            {
                PoolId = poolId,
                Account = from,
                Kind =
                    isBurn ? StakeEventKind.SharesBurned
                    : leaves ? StakeEventKind.BridgeOut
                    : StakeEventKind.TransferOut,
                Amount = worth,
                Shares = -shares,
                Cost = -cost,
                Counterparty = isBurn ? null : to,
            };
        }

        if (leaves)
        {
            yield return Escrow(poolId, shares, cost);
        }
        else if (to != EvmAccounts.Zero)
        {
            var isMint = from == EvmAccounts.Zero;
            yield return new StakeEvent
            {
                PoolId = poolId,
                Account = to,
                Kind =
                    isMint ? StakeEventKind.SharesMinted
                    : returns ? StakeEventKind.BridgeIn
                    : StakeEventKind.TransferIn,
                Amount = worth,
                Shares = shares,
                Cost = cost,
                Counterparty = isMint ? null : from,
            };
        }
    }

    /// <summary>What moved shares are worth; what is minted or burned is stated by the Deposit or Withdraw beside it.</summary>
    private static Pha Worth(string poolId, AccountId from, AccountId to, Pha shares, NetworkState state) =>
        from != EvmAccounts.Zero && to != EvmAccounts.Zero && state.Pools.ContainsKey(poolId)
            ? state.Pool(poolId).State.ValueOf(shares)
            : Pha.Zero;

    private static bool IsEscrow(AccountId account, EvmEventContext context) =>
        context.Role == ContractRoles.PhaVault
        && context.Roles.GetValueOrDefault(account) == ContractRoles.L1StandardBridge;

    private static Pha CostOf(string poolId, AccountId account, Pha shares, NetworkState state) =>
        state.Positions.Find((poolId, account))?.CostOf(shares) ?? Pha.Zero;

    private static Pha EscrowCost(string poolId, Pha shares, EvmEventContext context, NetworkState state)
    {
        var pool = state.Pool(poolId).State;
        return shares <= pool.BridgedShares
            ? new Position
            {
                PoolId = poolId,
                Account = context.Contract,
                Shares = pool.BridgedShares,
                Cost = pool.BridgedCost,
            }.CostOf(shares)
            : throw new UnknownStateException(
                $"{context.Log} gives {shares} shares back from the bridge, whose escrow has {pool.BridgedShares}; events are missing "
                    + "before it. Index the vault from its first block (startBlock)."
            );
    }

    /// <summary>Shares in the escrow still count among all shares of the vault.</summary>
    private static PoolChange Escrow(string poolId, Pha shares, Pha cost) =>
        new(
            poolId,
            pool =>
                pool with
                {
                    TotalShares = pool.TotalShares + shares,
                    BridgedShares = pool.BridgedShares + shares,
                    BridgedCost = pool.BridgedCost + cost,
                }
        );
}
