using Indexer.Domain;

namespace Indexer.Handlers.InitialStates;

/// <summary>
/// The public dump of Khala's stake pools of the first version, as the mining squid began with it: an archive of JSON files, one for each
/// map of the chain's storage. Numbers are JSON numbers or 0x and hexadecimal digits, some beyond 2^53; rewardAcc are bits of U64F64.
/// Source: Phala-Network/mining-subsquid, the dump of block 2,761,100; phala-blockchain stakepool.rs and mining.rs for what the maps are.
/// </summary>
public sealed class KhalaDump
{
    private const string Pools = "stake_pools";
    private const string Stakers = "stake_pool_stakes";
    private const string Stakes = "miner_stakes";
    private const string Bindings = "miner_bindings";
    private const string Whitelists = "stake_pool_whitelists";
    private static readonly string[] Needed = [Pools, Stakers, Stakes, Bindings, Whitelists];
    private readonly string path;
    private readonly Dictionary<ulong, InitialPool> pools = [];
    private readonly Dictionary<ulong, List<AccountId>> workers = [];
    private readonly Dictionary<ulong, List<InitialStaker>> stakers = [];
    private readonly Dictionary<ulong, List<AccountId>> whitelists = [];
    private readonly Dictionary<AccountId, Pha> stakes = [];
    private readonly Dictionary<AccountId, AccountId> bindings = [];
    private InitialBlock? block;
    private int nothing;

    private KhalaDump(string path) => this.path = path;

    /// <summary>Reads a dump.</summary>
    /// <param name="path">The archive (.tar.gz), or the folder that it unpacks to.</param>
    /// <param name="network">Name of the network that the state will be of.</param>
    /// <param name="tell">Told of every file that was read.</param>
    /// <exception cref="InitialStateException">It is missing or broken; names the file and the place in it.</exception>
    public static ConvertedState Read(string path, string network, Action<string> tell)
    {
        var dump = new KhalaDump(path);
        var missing = Needed.ToHashSet(StringComparer.Ordinal);
        foreach (var (name, content) in DumpFiles.Of(path))
        {
            if (Needed.FirstOrDefault(map => IsOf(name, map)) is { } map)
            {
                tell($"{map}: {dump.Read(map, name, content)}");
                missing.Remove(map);
            }
        }

        return missing.Count == 0
            ? dump.Converted(network)
            : throw new InitialStateException(
                $"{path} lacks {string.Join(", ", missing.Order(StringComparer.Ordinal))} (files such as {Pools}_2761100.json); "
                    + "name the archive as published, or the folder with all its files."
            );
    }

    private static bool IsOf(string file, string map)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return name.StartsWith($"{map}_", StringComparison.Ordinal) && name[(map.Length + 1)..].All(char.IsAsciiDigit);
    }

    private int Read(string map, string file, Stream content)
    {
        var count = 0;
        StateJson? height = null;
        StateJson? hash = null;
        StateJson? time = null;
        foreach (var piece in JsonPieces.Of(content, file))
        {
            var value = StateJson.Of(file, piece);
            switch (piece.Group)
            {
                case "blockNumber":
                    height = value;
                    break;
                case "blockHash":
                    hash = value;
                    break;
                case "timestamp":
                    time = value;
                    break;
                case "result":
                    Take(map, piece.Name, value);
                    count++;
                    break;
            }
        }

        Require(
            new InitialBlock(
                (height ?? throw Missing("blockNumber")).Whole(long.MaxValue - 1),
                (hash ?? throw Missing("blockHash")).Hash(),
                DateTimeOffset.FromUnixTimeMilliseconds(
                    (time ?? throw Missing("timestamp")).Whole(uint.MaxValue * 1000L)
                ),
                SpecVersion: null
            ),
            file
        );
        return count;

        InitialStateException Missing(string key) => new($"{file}: {key} is missing; it is no file of this dump.");
    }

    private void Require(InitialBlock other, string file)
    {
        block ??= other;
        if (other.Height != block.Height || !other.Hash.AsSpan().SequenceEqual(block.Hash))
        {
            throw new InitialStateException(
                $"{file} is of block {other.Height}, other files are of block {block.Height}; put files of one dump together."
            );
        }
    }

    private void Take(string map, string? key, StateJson value)
    {
        switch (map)
        {
            case Pools:
                TakePool(value);
                break;
            case Stakers:
                TakeStaker(value);
                break;
            case Stakes:
                stakes[AccountOf(key, value)] = value.Amount();
                break;
            case Bindings:
                bindings[AccountOf(key, value)] = value.Account();
                break;
            default:
                whitelists[PidOf(key, value)] = [.. value.Items().Select(item => item.Account())];
                break;
        }
    }

    private void TakePool(StateJson value)
    {
        var pid = (ulong)value["pid"].Whole(long.MaxValue);
        workers[pid] = [.. value["workers"].Items().Select(worker => worker.Account())];
        var pool = new InitialPool
        {
            Pid = pid,
            Version = 1,
            Owner = value["owner"].Account(),
            Commission = value["payoutCommission"] is { IsNull: false } commission
                ? (int)commission.Whole(1_000_000)
                : null,
            Capacity = value["cap"] is { IsNull: false } cap ? Capped(cap) : null,
            Shares = value["totalShares"].Amount(),
            Value = value["totalStake"].Amount(),
            Free = value["freeStake"].Amount(),
            Accumulator = value["rewardAcc"].Whole(),
            OwnerReward = value["ownerReward"].Amount(),
            Queue =
            [
                .. value["withdrawQueue"]
                    .Items()
                    .Select(entry => new InitialWithdrawal(
                        entry["user"].Account(),
                        entry["shares"].Amount(),
                        DateTimeOffset.FromUnixTimeSeconds(entry["startTime"].Whole(uint.MaxValue))
                    )),
            ],
        };
        if (!pools.TryAdd(pid, pool))
        {
            throw value["pid"].Wrong("each pool once");
        }
    }

    /// <summary>A cap may be any u128; one beyond all amounts is none.</summary>
    private static Pha? Capped(StateJson cap) => cap.Whole() > ulong.MaxValue ? null : cap.Amount();

    private void TakeStaker(StateJson value)
    {
        if (value.Items() is not [var key, var row] || key.Items() is not [var pid, var account])
        {
            throw value.Wrong("a pair of [pid, account] and what it has");
        }

        var staker = new InitialStaker(
            account.Account(),
            row["shares"].Amount(),
            row["rewardDebt"].Amount(),
            row["availableRewards"].Amount()
        );
        if (staker.Shares.IsZero && staker.AvailableReward.IsZero && staker.RewardDebt.IsZero)
        {
            nothing++;
            return;
        }

        var number = (ulong)pid.Whole(long.MaxValue);
        if (!stakers.TryGetValue(number, out var list))
        {
            stakers[number] = list = [];
        }

        list.Add(staker);
    }

    private static AccountId AccountOf(string? key, StateJson value) => KeyOf(key, value).Account();

    private static ulong PidOf(string? key, StateJson value) => (ulong)KeyOf(key, value).Whole(long.MaxValue);

    private static StateJson KeyOf(string? key, StateJson value) =>
        key is null ? throw value.Wrong("an object with keys instead of a list") : value.Key(key);

    private ConvertedState Converted(string network)
    {
        foreach (var pid in stakers.Keys.Concat(whitelists.Keys))
        {
            if (!pools.ContainsKey(pid))
            {
                throw new InitialStateException(
                    $"{path}: pool {pid} has stakers or a whitelist, but is none of {Pools}."
                );
            }
        }

        var left = new Dictionary<AccountId, Pha>(stakes);
        foreach (var (pid, keys) in workers)
        {
            foreach (var key in keys)
            {
                var miner = PoolAccounts.OfMiner(pid, key);
                if (!bindings.TryGetValue(miner, out var bound) || bound != key)
                {
                    throw new InitialStateException(
                        $"{path}: worker {key} of pool {pid} is not bound to its account {miner} in {Bindings}; take a dump of one block."
                    );
                }

                left.Remove(miner);
            }
        }

        List<InitialPool> whole = [.. pools.Values.OrderBy(pool => pool.Pid).Select(pool => Whole(pool, left))];
        return new ConvertedState(path, new InitialState(network, block!, [.. Notes(left)]), whole, []);
    }

    private InitialPool Whole(InitialPool pool, Dictionary<AccountId, Pha> left)
    {
        List<InitialWorker> all = [.. workers[pool.Pid].Select(key => Worker(pool.Pid, key, isRemoved: false))];
        var mined = all.Aggregate(Pha.Zero, (sum, worker) => sum + worker.Stake);
        if (pool.Value > pool.Free + mined)
        {
            // A worker that left has no binding any more, but its account follows from its key, when it is in another pool now.
            foreach (var key in bindings.Values.Except(workers[pool.Pid]))
            {
                if (left.Remove(PoolAccounts.OfMiner(pool.Pid, key)))
                {
                    all.Add(Worker(pool.Pid, key, isRemoved: true));
                }
            }
        }

        return pool with
        {
            Workers = all,
            Stakers = stakers.TryGetValue(pool.Pid, out var list) ? list : [],
            Whitelist = whitelists.TryGetValue(pool.Pid, out var listed) ? listed : null,
        };
    }

    private InitialWorker Worker(ulong pid, AccountId key, bool isRemoved)
    {
        var stake = stakes.GetValueOrDefault(PoolAccounts.OfMiner(pid, key));
        return new InitialWorker(
            key,
            stake,
            isRemoved ? SessionState.CoolingDown
                : stake.IsZero ? SessionState.Ready
                : SessionState.Idle,
            CoolingDownSince: null,
            isRemoved
        );
    }

    private IEnumerable<string> Notes(Dictionary<AccountId, Pha> left)
    {
        yield return "Whether a worker with stake computes, is unresponsive or cools down is not in the dump: it is IDLE until an event says otherwise.";
        yield return "V, P and rewards of workers, confidence levels, the parameters of rewards and the spec of the runtime are not in the dump.";
        yield return "Balances, wrapped PHA and governance are not in the dump; identities are, but no part of an initial state.";
        if (nothing > 0)
        {
            yield return FormattableString.Invariant($"{nothing} stakers without shares and rewards are left out.");
        }

        if (left.Count > 0)
        {
            var sum = left.Values.Aggregate(Pha.Zero, (total, stake) => total + stake);
            yield return FormattableString.Invariant(
                $"{left.Count} stakes of workers that left their pools, {sum} PHA, are left out: the dump does not say of which pool and worker. "
            ) + "Where one of them is reclaimed, the network stops.";
        }
    }
}
