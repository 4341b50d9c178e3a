namespace Indexer.Host.Running;

/// <summary>What the database holds of a network, in the figures that a person wants to see at the end.</summary>
/// <param name="Network">Name of the network.</param>
/// <param name="Blocks">Indexed blocks; of a space the observations that found changes.</param>
/// <param name="Events">Events handled.</param>
/// <param name="Entries">Ledger rows.</param>
/// <param name="Holders">Accounts whose holder also has accounts of another kind: linked across the migration.</param>
/// <param name="Stake">Value of all positions now, in units of 10^-18 PHA; what vaults hold is counted with their holders.</param>
/// <param name="Unclaimed">What accounts had when the chain ended and have not claimed, in units of 10^-18 PHA.</param>
/// <param name="Rewards">All rewards that the chain stated, in units of 10^-18 PHA.</param>
internal sealed record Summary(
    string Network,
    long Blocks,
    long Events,
    long Entries,
    long Holders,
    System.Numerics.BigInteger Stake,
    System.Numerics.BigInteger Unclaimed,
    System.Numerics.BigInteger Rewards
);
