namespace Indexer.Domain;

/// <summary>What an account has of a voting token (ERC20Votes, ERC721Votes, COMP): its tokens, and the votes that it may cast.</summary>
public sealed record VotingPower : StateRow
{
    /// <summary>The voting token.</summary>
    public required AccountId Token { get; init; }

    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Its tokens, the sum of their transfers.</summary>
    public Pha Tokens { get; init; }

    /// <summary>The tokens of all who delegate to it, itself included when it does, as the token states them (DelegateVotesChanged).</summary>
    public Pha Votes { get; init; }

    internal override IEnumerable<AccountId> Accounts => [Account];
}
