using Indexer.Domain;

namespace Indexer.Ingestion;

/// <summary>Whether a pool of an initial state holds together: what nothing could explain later is refused at once.</summary>
internal static class InitialPoolCheck
{
    /// <summary>Refuses a pool that contradicts itself.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="file">The file.</param>
    /// <param name="place">Where it stands in it; null when its number tells.</param>
    /// <exception cref="InitialStateException">It does; says with which figures.</exception>
    public static void Require(InitialPool pool, string file, string? place)
    {
        var held = pool.Stakers.Aggregate(Pha.Zero, (sum, staker) => sum + staker.Shares);
        if (held != pool.Shares)
        {
            throw Wrong(
                $"has {Pico(pool.Shares)} shares in all, but its stakers have {Pico(held)} together; take a state of one block"
            );
        }

        if (FirstTwice(pool.Stakers.Select(staker => staker.Account)) is { } staker)
        {
            throw Wrong($"names the staker {staker} twice; add up its rows");
        }

        if (FirstTwice(pool.Workers.Select(worker => worker.PublicKey)) is { } twice)
        {
            throw Wrong($"names the worker {twice} twice; leave one of them out");
        }

        if (pool.Version == 1)
        {
            RequireFirst(pool, Wrong);
        }
        else
        {
            RequireSecond(pool, Wrong);
        }

        InitialStateException Wrong(string what) =>
            new($"{file}: {(place is null ? "" : $"{place}, ")}pool {pool.Pid}, {what}.");
    }

    private static void RequireFirst(InitialPool pool, Func<string, InitialStateException> wrong)
    {
        if (pool.Kind != PoolKind.StakePool || pool.CollectionId is not null || pool.CheckpointPrice is not null)
        {
            throw wrong("is of version 1, which has stake pools only and no collection and checkpointPrice");
        }

        var accumulator = pool.Accumulator ?? throw wrong("is of version 1 and has no accumulator; write its bits");
        if (pool.Shares.IsZero && !pool.Value.IsZero)
        {
            throw wrong($"has {Pico(pool.Value)} of value and no shares; take a state of one block");
        }

        if (pool.Stakers.FirstOrDefault(staker => staker.Pending(accumulator) < Pha.Zero) is { } debtor)
        {
            throw wrong(
                $"would owe {debtor.Account} {debtor.Pending(accumulator)} PHA; its rewardDebt and the accumulator are of different blocks"
            );
        }
    }

    private static void RequireSecond(InitialPool pool, Func<string, InitialStateException> wrong)
    {
        if (pool.Version != 2)
        {
            throw wrong($"is of version {pool.Version}; there are 1 and 2");
        }

        if (pool.CollectionId is null || pool.Account is null)
        {
            throw wrong("is of version 2 and has no collection or no account; write both");
        }

        // What somebody has in such a pool are NFTs, whose numbers later events name.
        if (
            !pool.Shares.IsZero
            || !pool.Value.IsZero
            || pool.Stakers.Count + pool.Queue.Count + pool.Workers.Count > 0
            || pool.Accumulator is not null
        )
        {
            throw wrong(
                "is of version 2 and not empty, which this format cannot state: shares there are NFTs. Start before its first delegation"
            );
        }
    }

    private static AccountId? FirstTwice(IEnumerable<AccountId> accounts)
    {
        var seen = new HashSet<AccountId>();
        foreach (var account in accounts)
        {
            if (!seen.Add(account))
            {
                return account;
            }
        }

        return null;
    }

    private static string Pico(Pha amount) =>
        amount.ToLegacy().ToString(System.Globalization.CultureInfo.InvariantCulture);
}
