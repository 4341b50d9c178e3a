namespace Indexer.Domain;

/// <summary>An account lets another vote for it. The versions of a delegator are the intervals of its delegations.</summary>
public sealed record VoteDelegation : StateRow
{
    /// <summary>Where it holds: <c>democracy</c>, or the address of the voting token (EVM) in lower case.</summary>
    public required string Scope { get; init; }

    /// <summary>Who delegates.</summary>
    public required AccountId Delegator { get; init; }

    /// <summary>Who votes for it.</summary>
    public required AccountId Delegate { get; init; }

    /// <summary>What is delegated, in PHA: fixed when delegating (Democracy), or the delegator's tokens now (EVM).</summary>
    public Pha Balance { get; init; }

    /// <summary>Conviction of a Democracy delegation: 0 weighs a tenth, 1 to 6 that many times; null elsewhere.</summary>
    public int? Conviction { get; init; }

    internal override IEnumerable<AccountId> Accounts => [Delegator, Delegate];
}
