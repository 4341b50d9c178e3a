namespace Indexer.Simulator;

/// <summary>The people of a world. Every seventh never claims; the second and third share one EVM address; every fourth bridges to another address.</summary>
internal static class Cast
{
    public static IReadOnlyList<Person> Of(ulong seed, int accounts) =>
        [.. Enumerable.Range(0, accounts).Select(number => Make(seed, number))];

    private static Person Make(ulong seed, int number)
    {
        var account = AccountId.From(Digests.Of("account", seed, number));
        var address = Address(seed, number == 2 ? 1 : number);
        return new(
            number,
            account,
            OnKhala: number % 3 != 1,
            OnPhala: number % 3 != 2,
            Claims: number % 7 != 6,
            address,
            number % 4 == 3 ? Address(seed, number + 1_000_000) : address
        );
    }

    public static EvmAddress Address(ulong seed, int number) =>
        EvmAddress.From(Digests.Of("evm", seed, number).AsSpan(0, 20));
}
