namespace Indexer.Simulator;

/// <summary>One movement of stake as the chain stated it. Amounts and shares are u128 of 10^-12.</summary>
/// <param name="Height">The block.</param>
/// <param name="EventIndex">The index of the stating event in the block.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Pid">The pool.</param>
/// <param name="Account">The delegator (a vault's pool account when the vault acts).</param>
/// <param name="Amount">W-PHA moved; zero for a queue entry and for claimed owner shares.</param>
/// <param name="Shares">Shares made, queued or burnt.</param>
/// <param name="BurntShares">Dust shares burnt with a withdrawal; the event tells them from spec 1254 on.</param>
/// <param name="AsVault">The vault that acts, or null.</param>
public sealed record StakeMove(
    long Height,
    int EventIndex,
    StakeMoveKind Kind,
    ulong Pid,
    AccountId Account,
    UInt128 Amount,
    UInt128 Shares,
    UInt128 BurntShares,
    ulong? AsVault
);
