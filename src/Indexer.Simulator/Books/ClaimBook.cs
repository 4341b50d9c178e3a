namespace Indexer.Simulator;

/// <summary>One claim on Ethereum of what an account owned on a parachain.</summary>
/// <param name="Origin">The parachain: <c>khala</c> or <c>phala</c>.</param>
/// <param name="Account">The Substrate account (the log shows only <paramref name="UserPrefix"/>).</param>
/// <param name="UserPrefix">The first 20 bytes of the account.</param>
/// <param name="Free">PHA in 10^-18.</param>
/// <param name="Staked">vPHA shares in 10^-18.</param>
/// <param name="L1Receiver">Who got the PHA, and for Khala also the vPHA.</param>
/// <param name="L2Receiver">Who gets the bridged vPHA on Phala L2; null for Khala.</param>
/// <param name="Height">The block.</param>
/// <param name="LogIndex">The index of the claimer's log in the block.</param>
/// <param name="TransactionHash">The transaction.</param>
/// <param name="ByAdmin">Whether the team sent it (adminClaim); null when a wallet contract called the claimer.</param>
public sealed record ClaimBook(
    string Origin,
    AccountId Account,
    string UserPrefix,
    UInt128 Free,
    UInt128 Staked,
    EvmAddress L1Receiver,
    EvmAddress? L2Receiver,
    long Height,
    int LogIndex,
    string TransactionHash,
    bool? ByAdmin
);
