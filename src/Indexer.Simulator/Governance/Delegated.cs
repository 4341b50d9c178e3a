namespace Indexer.Simulator.Governance;

/// <summary>The sum of the delegations to an account.</summary>
internal readonly record struct Delegated(UInt128 Votes, UInt128 Capital)
{
    public static Delegated Of(Conviction conviction, UInt128 balance) => new(conviction.Votes(balance), balance);

    public static Delegated operator +(Delegated left, Delegated right) =>
        new(left.Votes + right.Votes, left.Capital + right.Capital);

    public static Delegated operator -(Delegated left, Delegated right) =>
        new(left.Votes - right.Votes, left.Capital - right.Capital);
}
