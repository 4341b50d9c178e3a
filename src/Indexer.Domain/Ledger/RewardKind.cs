namespace Indexer.Domain;

/// <summary>Who earned a <see cref="Reward"/>, and why.</summary>
public enum RewardKind
{
    /// <summary>All shares of the pool (to_stakers of RewardReceived, RewardsSettled, or a vault's part of a stake pool's reward).</summary>
    Stakers,

    /// <summary>The owner's commission (to_owner of RewardReceived, or the value of a vault owner's new shares).</summary>
    Owner,

    /// <summary>What a vault's holders paid for the owner's new shares; negative, the counter-entry of <see cref="Owner"/>.</summary>
    Commission,

    /// <summary>The treasury (TreasurySettled).</summary>
    Treasury,

    /// <summary>
    /// The shares of a stake pool of the first version, before its events stated rewards (spec 1160): what the chain's accumulator has
    /// beside the rewards that were derived; negative where it has less.
    /// </summary>
    Correction,

    /// <summary>Nobody: the chain dismissed the reward as dust or for want of a pool or shares.</summary>
    Dismissed,

    /// <summary>One account, to which a staking contract paid it.</summary>
    Paid,
}
