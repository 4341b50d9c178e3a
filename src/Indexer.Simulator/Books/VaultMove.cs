namespace Indexer.Simulator;

/// <summary>One movement in the vPHA vault. Amounts are 10^-18.</summary>
/// <param name="Height">The block.</param>
/// <param name="LogIndex">The index of the stating log in the block.</param>
/// <param name="TransactionHash">The transaction.</param>
/// <param name="Kind">What happened.</param>
/// <param name="From">The owner whose shares or requests shrink; the payer of a deposit.</param>
/// <param name="To">The receiver of shares or PHA.</param>
/// <param name="Assets">PHA; of a transfer what the shares were worth by the last settlement.</param>
/// <param name="Shares">vPHA; zero for a payout.</param>
public sealed record VaultMove(
    long Height,
    int LogIndex,
    string TransactionHash,
    VaultMoveKind Kind,
    EvmAddress From,
    EvmAddress To,
    UInt128 Assets,
    UInt128 Shares
);
