namespace Indexer.Simulator.Governance;

/// <summary>In whose name a call is dispatched.</summary>
internal abstract record Origin
{
    public static Origin Root { get; } = new RootOrigin();

    public sealed record RootOrigin : Origin;

    public sealed record Signed(AccountId Who) : Origin;

    /// <summary>A part of a collective.</summary>
    public sealed record Members(string Collective, int Yes, int Seats) : Origin
    {
        public bool IsAtLeast(string collective, int numerator, int denominator) =>
            Collective == collective && Yes * denominator >= numerator * Seats;
    }

    /// <summary>One member of a collective.</summary>
    public sealed record Member(string Collective, AccountId Who) : Origin;

    /// <summary>The account that signed.</summary>
    /// <exception cref="DispatchException">Nobody signed.</exception>
    public AccountId Signer() =>
        this is Signed signed ? signed.Who : throw new DispatchException(DispatchError.BadOrigin);

    /// <summary>Asks for Root or a part of a collective.</summary>
    /// <exception cref="DispatchException">It is something else.</exception>
    public void RequireRootOr(string collective, int numerator, int denominator)
    {
        if (this is not RootOrigin)
        {
            Require(collective, numerator, denominator);
        }
    }

    /// <summary>Asks for a part of a collective.</summary>
    /// <exception cref="DispatchException">It is something else.</exception>
    public void Require(string collective, int numerator, int denominator)
    {
        if (this is not Members members || !members.IsAtLeast(collective, numerator, denominator))
        {
            throw new DispatchException(DispatchError.BadOrigin);
        }
    }

    /// <summary>Asks for Root.</summary>
    /// <exception cref="DispatchException">It is something else.</exception>
    public void RequireRoot()
    {
        if (this is not RootOrigin)
        {
            throw new DispatchException(DispatchError.BadOrigin);
        }
    }
}
