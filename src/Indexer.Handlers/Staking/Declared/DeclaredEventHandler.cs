using Indexer.Domain;
using Indexer.Evm;

namespace Indexer.Handlers.Staking.Declared;

/// <summary>
/// An event of a declared contract. One token that is staked is one share; staked vPHA is worth what the PHA vault says, as bridged
/// vPHA is. What is slashed takes its part of the cost basis along. An event of nothing moves nothing and makes no row.
/// </summary>
/// <param name="contract">The contract.</param>
/// <param name="declared">Its event.</param>
internal sealed class DeclaredEventHandler(DeclaredContract contract, DeclaredEvent declared)
    : EvmHandler(declared.Declaration, contract.Key)
{
    public override bool NeedsTransaction(EvmLog log, EvmEvent decoded) => declared.Account == DeclaredEvent.Sender;

    public override IEnumerable<Change> Handle(EvmEventContext context, NetworkState state)
    {
        var poolId = context.Contract.ToString();
        var vault = Vault(context, state);
        var appeared = context.Appearing(contract.Kind, state);
        if (appeared is not null)
        {
            yield return appeared;
        }

        if (vault != (appeared is null ? state.Pool(poolId).State.BackingPoolId : null))
        {
            yield return new PoolChange(poolId, pool => pool with { BackingPoolId = vault });
        }

        var amount = context.Amount(declared.Amount);
        if (!amount.IsZero)
        {
            yield return Row(poolId, Account(context), amount, state);
        }
    }

    private LedgerRow Row(string poolId, AccountId account, Pha amount, NetworkState state)
    {
        if (declared.Means == EventMeaning.Reward)
        {
            return new Reward
            {
                PoolId = poolId,
                Account = account,
                Kind = RewardKind.Paid,
                Amount = contract.Pays == StakedToken.Pha ? amount : Pha.Zero,
                Shares = contract.Pays == StakedToken.Vpha ? amount : null,
                Stated = true,
            };
        }

        var isIn = declared.Means == EventMeaning.Stake;
        var value = contract.Stakes == StakedToken.Pha ? amount : Pha.Zero;
        var cost = isIn ? value : -(state.Positions.Find((poolId, account))?.CostOf(amount) ?? Pha.Zero);
        return new StakeEvent
        {
            PoolId = poolId,
            Account = account,
            Kind = declared.Means switch
            {
                EventMeaning.Stake => StakeEventKind.Staked,
                EventMeaning.Unstake => StakeEventKind.Unstaked,
                _ => StakeEventKind.Slashed,
            },
            Amount = value,
            Value = isIn ? value : -value,
            Shares = isIn ? amount : -amount,
            Cost = cost,
        };
    }

    private AccountId Account(EvmEventContext context) =>
        declared.Account == DeclaredEvent.Sender
            ? context.Transaction!.Sender
            : context.Event.Address(declared.Account);

    /// <summary>The vault whose shares are staked: that of the network, or the one that the bridge named as the other side of its token.</summary>
    private string? Vault(EvmEventContext context, NetworkState state)
    {
        if (contract.Stakes != StakedToken.Vpha)
        {
            return null;
        }

        var (token, role) = context.Roles.First(entry => ContractRoles.IsVaultShare(entry.Value));
        return role == ContractRoles.PhaVault ? token.ToString()
            : state.Pools.ContainsKey(token.ToString()) ? state.Pool(token.ToString()).State.BackingPoolId
            : null;
    }
}
