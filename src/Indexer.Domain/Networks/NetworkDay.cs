namespace Indexer.Domain;

/// <summary>
/// How a network stood at the end of a day of UTC that can never be taken back: a job keeps it, so that histories of years need not read
/// every pool at every day. It follows from the ledger alone, and is the same whenever it is computed.
/// </summary>
public sealed record NetworkDay
{
    /// <summary>Name of the network.</summary>
    public required string Network { get; init; }

    /// <summary>The end of the day, which does not belong to it: the midnight after it, UTC.</summary>
    public required DateTimeOffset EndTime { get; init; }

    /// <summary>Height of the last block before it of which something is indexed.</summary>
    public required long Height { get; init; }

    /// <summary>
    /// PHA at stake: the value of all stake pools, and what lies free in vaults, whose delegations are in the stake pools already; of the PHA vault
    /// its total assets, shares on the L2 included.
    /// </summary>
    public required Pha Staked { get; init; }

    /// <summary>All rewards of delegators so far, in PHA: what the chain paid to shares, less what owners of vaults took of it.</summary>
    public required Pha RewardsToStakers { get; init; }

    /// <summary>All commission of owners of pools and vaults so far, in PHA.</summary>
    public required Pha RewardsToOwners { get; init; }

    /// <summary>Pools and vaults that exist.</summary>
    public required int Pools { get; init; }

    /// <summary>Workers in stake pools.</summary>
    public required int Workers { get; init; }

    /// <summary>Accounts with shares. Pools that delegate and contracts that pay claims hold what is others', and do not count.</summary>
    public required int Delegators { get; init; }
}
