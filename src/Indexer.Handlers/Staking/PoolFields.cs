using Indexer.Domain;
using Indexer.Handlers.Staking.Assets;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Staking;

/// <summary>Fields that the events of the pool pallets share, in the terms of the model.</summary>
internal static class PoolFields
{
    /// <summary>The id of the pool: its pid as decimal text.</summary>
    public static string PoolId(this EventFields fields) => fields.U64("pid").ToString();

    /// <summary>Whether the event names this pool.</summary>
    public static bool IsOfPool(this SubstrateEvent occurred, string poolId) =>
        occurred.Fields.Has("pid") && occurred.Fields.PoolId() == poolId;

    /// <summary>A balance or number of shares: 12 decimals on chain, 18 in the model.</summary>
    public static Pha Balance(this EventFields fields, FieldKey key) => Pha.FromLegacy(fields.U128(key));

    /// <summary>The public key of a worker.</summary>
    public static AccountId Worker(this EventFields fields) => fields.AccountId("worker");

    /// <summary>The pool that a <c>PoolCreated</c> of either pallet names, with what its account has already.</summary>
    public static IEnumerable<Change> NewPool(this SubstrateEventContext context, PoolKind kind, NetworkState state)
    {
        var fields = context.Fields;
        var (pid, owner) = (fields.U64("pid"), fields.AccountId("owner"));
        var isStakePool = kind == PoolKind.StakePool;
        var pool = new Pool
        {
            Network = state.Network,
            Id = fields.PoolId(),
            Kind = kind,
            Pid = checked((long)pid),
            Owner = owner,
            Account = fields.AccountId("pool_account_id"),
            RewardAccount = isStakePool ? PoolAccounts.OfReward(pid, owner) : null,
            StakeAccount = isStakePool ? PoolAccounts.OfStake(pid, owner) : null,
            CollectionId = fields.U32("cid"),
            Height = context.Block.Height,
            Time = context.Block.Time,
        };
        var balance = WrappedAsset.BalanceOf(context, pool.Account);
        return
        [
            new PoolAppeared(pool),
            new PoolChange(pool.Id, created => created with { FreeValue = balance }),
            new StateChange(new WrappedBalance { Account = pool.Account, Balance = Pha.Zero }, Ends: true),
        ];
    }

    /// <summary>The entry of a <c>Contribution</c> of either pallet: the shares, at the cost of the PHA paid.</summary>
    public static StakeEvent Contribution(this EventFields fields) =>
        new()
        {
            PoolId = fields.PoolId(),
            Account = fields.AccountId("user"),
            Kind = StakeEventKind.Contribution,
            Amount = fields.Balance("amount"),
            Value = fields.Balance("amount"),
            Shares = fields.Balance("shares"),
            Cost = fields.Balance("amount"),
        };

    /// <summary>A change of the owner's commission; the chain states parts per million.</summary>
    public static PoolChange CommissionSet(this EventFields fields)
    {
        var commission = checked((int)fields.U32("commission"));
        return new PoolChange(fields.PoolId(), pool => pool with { Commission = commission });
    }

    /// <summary>The most PHA that a stake pool accepts.</summary>
    public static PoolChange CapacitySet(this EventFields fields)
    {
        var capacity = fields.Balance("cap");
        return new PoolChange(fields.PoolId(), pool => pool with { Capacity = capacity });
    }

    /// <summary>Whether only listed accounts may delegate.</summary>
    public static PoolChange WhitelistSwitched(this EventFields fields, bool enabled) =>
        new(fields.PoolId(), pool => pool with { WhitelistEnabled = enabled });

    /// <summary>The place of an account on the whitelist of a pool.</summary>
    public static WhitelistEntry Listed(this EventFields fields) =>
        new() { PoolId = fields.PoolId(), Account = fields.AccountId("staker") };

    /// <summary>All commission of a stake pool that waited was paid to its owner.</summary>
    public static IEnumerable<Change> OwnerPaid(this EventFields fields, Pha amount) =>
        [
            new StakeEvent
            {
                PoolId = fields.PoolId(),
                Account = fields.AccountId("user"),
                Kind = StakeEventKind.OwnerRewardsWithdrawn,
                Amount = amount,
            },
            new PoolChange(fields.PoolId(), pool => pool with { OwnerReward = Pha.Zero }),
        ];

    /// <summary>A slash of a stake pool: its value shrinks.</summary>
    public static StakeEvent PoolSlashed(this EventFields fields, NetworkState state) =>
        new()
        {
            PoolId = fields.PoolId(),
            Account = state.Pool(fields.PoolId()).Pool.Account,
            Kind = StakeEventKind.Slashed,
            Amount = fields.Balance("amount"),
            Value = -fields.Balance("amount"),
        };

    /// <summary>The part of a slash that fell on one delegator, already contained in the pool's smaller value.</summary>
    public static StakeEvent SlashSettled(this EventFields fields) =>
        new()
        {
            PoolId = fields.PoolId(),
            Account = fields.AccountId("user"),
            Kind = StakeEventKind.Slashed,
            Amount = fields.Balance("amount"),
        };

    /// <summary>The entry of a reward that the chain dismissed: nobody earned it.</summary>
    public static Reward DismissedReward(this EventFields fields) =>
        new()
        {
            PoolId = fields.PoolId(),
            Kind = RewardKind.Dismissed,
            Amount = fields.Balance("amount"),
            Stated = true,
        };
}
