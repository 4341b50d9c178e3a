using Indexer.Domain;
using Indexer.Substrate;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Staking.PhalaComputation;

/// <summary>The parameters of rewards in the storage. Source: phala-types messaging.rs, TokenomicParameters.</summary>
internal static class TokenomicsStorage
{
    private const string Pallet = "PhalaComputation";

    /// <summary>The parameters after the block.</summary>
    public static readonly StorageNeed Parameters = new(Pallet, "TokenomicParameters", AtParent: false);

    /// <summary>The cool-down period after the block.</summary>
    public static readonly StorageNeed CoolDownPeriod = new(Pallet, "CoolDownPeriod", AtParent: false);

    /// <summary>What is known with what the storage has.</summary>
    /// <param name="context">An event whose handler asked for one or both.</param>
    /// <param name="known">What is known.</param>
    public static Tokenomics Read(SubstrateEventContext context, Tokenomics known)
    {
        var read = context.Stored(Pallet, CoolDownPeriod.Entry) is ScaleInteger period
            ? known with
            {
                CoolDownPeriod = checked((long)period.Value),
            }
            : known;
        if (context.Stored(Pallet, Parameters.Entry) is not ScaleComposite stored)
        {
            return read;
        }

        var fields = new EventFields($"{Pallet}.{Parameters.Entry}", stored.Fields);
        return read with
        {
            PhaRate = fields.Bits("pha_rate"),
            Rho = fields.Bits("rho"),
            BudgetPerBlock = fields.Bits("budget_per_block"),
            VMax = fields.Bits("v_max"),
            CostK = fields.Bits("cost_k"),
            CostB = fields.Bits("cost_b"),
            SlashRate = fields.Bits("slash_rate"),
            TreasuryRatio = fields.Bits("treasury_ratio"),
            HeartbeatWindow = fields.U32("heartbeat_window"),
            RigK = fields.Bits("rig_k"),
            RigB = fields.Bits("rig_b"),
            Re = fields.Bits("re"),
            K = fields.Bits("k"),
            Kappa = fields.Bits("kappa"),
        };
    }
}
