namespace Indexer.Simulator;

/// <summary>An owner's income taken or gained: withdrawn owner rewards of a stake pool, or shares gained by a vault's owner.</summary>
/// <param name="Height">The block.</param>
/// <param name="EventIndex">The index of the event.</param>
/// <param name="Pid">The pool.</param>
/// <param name="Owner">The owner.</param>
/// <param name="Amount">W-PHA withdrawn (OwnerRewardsWithdrawn), else zero.</param>
/// <param name="Shares">Shares gained (OwnerSharesGained), else zero.</param>
/// <param name="CheckoutPrice">The new checkpoint price of the vault in 10^-12, else zero.</param>
public sealed record OwnerTake(
    long Height,
    int EventIndex,
    ulong Pid,
    AccountId Owner,
    UInt128 Amount,
    UInt128 Shares,
    UInt128 CheckoutPrice
);
