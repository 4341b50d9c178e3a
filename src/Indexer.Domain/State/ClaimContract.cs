namespace Indexer.Domain;

/// <summary>What a claim contract paid for the vault shares that it hands out: the frozen price of the migration.</summary>
public sealed record ClaimContract : StateRow
{
    /// <summary>Address of the claim contract.</summary>
    public required AccountId Contract { get; init; }

    /// <summary>PHA that it deposited into the vault, in all.</summary>
    public Pha Assets { get; init; }

    /// <summary>Shares that it got for them, in all.</summary>
    public Pha Shares { get; init; }

    /// <summary>The price of some of the shares in PHA, rounded down; null when no purchase was indexed.</summary>
    /// <param name="shares">The shares.</param>
    public Pha? PriceOf(Pha shares) =>
        Shares.IsZero
            ? null
            : Pha.FromBigInteger(shares.ToBigInteger() * Assets.ToBigInteger() / Shares.ToBigInteger());
}
