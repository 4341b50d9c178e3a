namespace Indexer.Simulator;

/// <summary>What happened to a stake.</summary>
public enum StakeMoveKind
{
    /// <summary>W-PHA went in, shares were made.</summary>
    Contribution,

    /// <summary>Shares went into the withdraw queue and replace an earlier entry of the account.</summary>
    WithdrawalQueued,

    /// <summary>W-PHA was paid out of the queue, shares were burnt.</summary>
    Withdrawal,

    /// <summary>All that waited beside shares of the first version was paid.</summary>
    StakerRewardsWithdrawn,

    /// <summary>A vault's owner turned claimable shares into a delegation.</summary>
    OwnerSharesClaimed,
}
