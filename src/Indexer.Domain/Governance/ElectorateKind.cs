namespace Indexer.Domain;

/// <summary>What the eligible supply of a proposal is: the denominator of its turnout.</summary>
public enum ElectorateKind
{
    /// <summary>All PHA of the chain (Balances.TotalIssuance) in the block that decided, or the last indexed one.</summary>
    TotalIssuance,

    /// <summary>All PHA of the chain less what can vote on nothing (Balances.InactiveIssuance).</summary>
    ActiveIssuance,

    /// <summary>The members of the collective, one each.</summary>
    Members,

    /// <summary>The voting token's supply at the proposal's snapshot (getPastTotalSupply).</summary>
    PastTotalSupply,

    /// <summary>The voting token's supply in the first block of the voting (tokens without getPastTotalSupply).</summary>
    TotalSupply,

    /// <summary>The vault's shares at the proposal's snapshot block.</summary>
    VaultShares,
}
