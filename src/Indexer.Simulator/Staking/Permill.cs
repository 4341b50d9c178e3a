namespace Indexer.Simulator.Staking;

/// <summary>Substrate's Permill: <c>ratio * balance</c> rounds to the nearest unit, a half goes down.</summary>
internal static class Permill
{
    private const uint One = 1_000_000;

    public static UInt128 Of(uint parts, UInt128 balance)
    {
        var product = balance % One * parts;
        var whole = (balance / One * parts) + (product / One);
        return product % One > One / 2 ? whole + 1 : whole;
    }
}
