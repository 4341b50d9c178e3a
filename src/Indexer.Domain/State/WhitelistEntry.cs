namespace Indexer.Domain;

/// <summary>An account that may delegate to a pool with a whitelist.</summary>
public sealed record WhitelistEntry : StateRow
{
    /// <summary>The pool.</summary>
    public required string PoolId { get; init; }

    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    internal override IEnumerable<AccountId> Accounts => [Account];
}
