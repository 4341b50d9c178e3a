using System.Numerics;
using Indexer.Simulator;

namespace Indexer.EndToEnd.Tests.Exporting;

/// <summary>
/// What addresses had of a simulated world before a moment, from the books of its networks alone: in units of 10^-18 PHA, every holding rounded
/// down for itself.
/// </summary>
internal sealed class TrueValues(World world)
{
    /// <summary>One unit of a parachain.</summary>
    public static readonly BigInteger Pico = 1_000_000;

    /// <summary>Whether the world tells what all of some addresses had at the end of the chains: it lists people and pools.</summary>
    public bool Knows(IReadOnlySet<string> addresses) =>
        addresses
            .Where(address => address.Length > 42)
            .All(address =>
                new[] { world.Khala, world.Phala }.Any(chain =>
                    chain.Snapshot.Any(owned => owned.Account.Hex == address)
                    || chain.Books.Pools.Values.Any(pool => pool.Account.Hex == address)
                )
            );

    public BigInteger Before(IReadOnlySet<string> addresses, DateTimeOffset time) =>
        Delegated(world.Khala, addresses, time)
        + Delegated(world.Phala, addresses, time)
        + OnEthereum(addresses, time)
        + OnL2(addresses, time)
        + OnTheirWay(addresses, time)
        + Unclaimed(world.Khala, "khala", addresses, time)
        + Unclaimed(world.Phala, "phala", addresses, time);

    private static BigInteger Delegated(SimulatedParachain chain, IReadOnlySet<string> addresses, DateTimeOffset time)
    {
        var height = HeightBefore(chain, time);
        return height < 0 || HasEnded(chain, time)
            ? 0
            : Sum(
                Positions(chain.BooksAt(height)).Where(one => addresses.Contains(one.Account)).Select(one => one.Value)
            );
    }

    /// <summary>What each account has in each pool; a vault holds the shares that its owner has not claimed.</summary>
    private static IEnumerable<(string Account, BigInteger Value)> Positions(ParachainBooks books) =>
        books
            .Positions.Select(position => (position.Account.Hex, position.Pid, (BigInteger)position.Shares))
            .Concat(
                books.Pools.Values.Select(pool => (pool.Account.Hex, pool.Pid, (BigInteger)pool.ClaimableOwnerShares))
            )
            .GroupBy(one => (one.Hex, one.Pid))
            .Select(group => (group.Key.Hex, Worth(books.Pools[group.Key.Pid], Sum(group.Select(one => one.Item3)))));

    private static BigInteger Worth(PoolBook pool, BigInteger shares) =>
        pool.TotalShares == 0 ? 0 : Pico * shares * pool.TotalValue / pool.TotalShares;

    private BigInteger OnEthereum(IReadOnlySet<string> addresses, DateTimeOffset time) =>
        EthereumBefore(time) is { Vault: { } vault } books
            ? Sum(
                books
                    .Shares.Where(held => addresses.Contains(held.Key.Hex) && held.Key != SimulatedEthereum.L1Bridge)
                    .Select(held => Worth(vault, held.Value))
                    .Concat(
                        books
                            .Requests.Where(request => addresses.Contains(request.Owner.Hex))
                            .Select(request => (BigInteger)request.Assets)
                    )
            )
            : 0;

    private BigInteger OnL2(IReadOnlySet<string> addresses, DateTimeOffset time) =>
        EthereumBefore(time)?.Vault is { } vault && HeightBefore(world.PhalaL2, time) is >= 0 and var height
            ? Sum(
                world
                    .PhalaL2.BooksAt(height)
                    .Shares.Where(held => addresses.Contains(held.Key.Hex))
                    .Select(held => Worth(vault, held.Value))
            )
            : 0;

    private BigInteger OnTheirWay(IReadOnlySet<string> addresses, DateTimeOffset time)
    {
        return EthereumBefore(time)?.Vault is { } vault
            ? Sum(
                world
                    .Ethereum.Crossings.Where(crossing =>
                        addresses.Contains(crossing.To.Hex)
                        && Time(From(crossing), crossing.Sent) < time
                        && (crossing.Arrived is not { } arrived || Time(To(crossing), arrived) >= time)
                    )
                    .Select(crossing => Worth(vault, crossing.Shares))
            )
            : 0;

        SimulatedNetwork From(BridgeBook crossing) => crossing.IsDeposit ? world.Ethereum : world.PhalaL2;
        SimulatedNetwork To(BridgeBook crossing) => crossing.IsDeposit ? world.PhalaL2 : world.Ethereum;
    }

    private BigInteger Unclaimed(
        SimulatedParachain chain,
        string origin,
        IReadOnlySet<string> addresses,
        DateTimeOffset time
    )
    {
        if (!HasEnded(chain, time))
        {
            return 0;
        }

        var ethereum = EthereumBefore(time);
        var claimed = ethereum
            ?.Claims.Where(claim => claim.Origin == origin)
            .Select(claim => claim.Account)
            .ToHashSet();
        var last = chain.BooksAt(chain.LastBlock);
        var delegated = Positions(last).ToLookup(one => one.Account, one => one.Value);
        var bought = Bought(origin, ethereum);
        return Sum(
            chain
                .Snapshot.Where(owned =>
                    addresses.Contains(owned.Account.Hex) && claimed?.Contains(owned.Account) != true
                )
                .Select(owned =>
                {
                    var commission = last
                        .Pools.Values.Where(pool => pool.Owner == owned.Account && pool.ClaimableOwnerShares > 0)
                        .Select(pool => Worth(pool, pool.ClaimableOwnerShares));
                    var staked =
                        Sum(delegated[owned.Account.Hex])
                        + Sum(commission)
                        + (Pico * ((BigInteger)owned.Wrapped + owned.OwnerRewards));
                    var free = Pico * ((BigInteger)owned.Free + last.FindAccount(owned.Account)!.Reserved);
                    return free
                        + (bought is var (shares, assets) ? Worth(ethereum!.Vault!, staked * shares / assets) : staked);
                })
        );
    }

    /// <summary>What the contract of a chain's claims bought its shares for, once it did.</summary>
    private static (BigInteger Shares, BigInteger Assets)? Bought(string origin, EthereumBooks? ethereum)
    {
        var contract = origin == "khala" ? SimulatedEthereum.KhalaClaimer : SimulatedEthereum.PhalaClaimer;
        var purchases = ethereum
            ?.Moves.Where(move => move.Kind == VaultMoveKind.Deposit && move.To == contract)
            .ToList();
        return purchases is { Count: > 0 }
            ? (
                Sum(purchases.Select(move => (BigInteger)move.Shares)),
                Sum(purchases.Select(move => (BigInteger)move.Assets))
            )
            : null;
    }

    private static BigInteger Worth(VaultBook vault, BigInteger shares) =>
        vault.TotalSupply == 0 ? 0 : shares * vault.CheckpointTotalAssets / vault.TotalSupply;

    private EthereumBooks? EthereumBefore(DateTimeOffset time) =>
        HeightBefore(world.Ethereum, time) is >= 0 and var height ? world.Ethereum.BooksAt(height) : null;

    private static bool HasEnded(SimulatedParachain chain, DateTimeOffset time) => Time(chain, chain.LastBlock) < time;

    /// <summary>The last block before a moment; -1 when there is none. Genesis has no time of its own.</summary>
    private static long HeightBefore(SimulatedNetwork network, DateTimeOffset time)
    {
        var (low, high) = (0L, network.LastBlock);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Time(network, middle) < time ? (middle, high) : (low, middle - 1);
        }

        return Time(network, low) < time ? low : -1;
    }

    public static DateTimeOffset Time(SimulatedNetwork network, long height) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)network.TimeAt(height));

    private static BigInteger Sum(IEnumerable<BigInteger> values) =>
        values.Aggregate(BigInteger.Zero, (sum, value) => sum + value);
}
