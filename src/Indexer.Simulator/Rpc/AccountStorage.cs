using Indexer.Simulator.Parachain;
using Indexer.Simulator.Scale;
using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Rpc;

/// <summary>The storage of balances and pools, told from the books.</summary>
internal static class AccountStorage
{
    private const uint WrappedAsset = 10_000;
    private static readonly string Accounts = Prefix("System", "Account");
    private static readonly string Assets = Prefix("Assets", "Account");
    private const string Computation = "PhalaComputation";
    private static readonly string Tokenomics = Prefix(Computation, "TokenomicParameters");
    private static readonly string CoolDown = Prefix(Computation, "CoolDownPeriod");
    private static readonly string Pools = Prefix("PhalaBasePool", "Pools");

    /// <summary>A value; null when there is none, or the key is of something else.</summary>
    public static byte[]? Read(SimulatedParachain chain, ParachainBlock block, string key)
    {
        var books = chain.BooksAt(block.Height);
        var runtime = block.StateRuntime;
        if (key.StartsWith(Accounts, StringComparison.Ordinal))
        {
            return books.FindAccount(AccountOf(key)) is { } account && IsAlive(account)
                ? runtime.Value("System", "Account", AccountInfo(account))
                : null;
        }

        if (key.StartsWith(Assets, StringComparison.Ordinal))
        {
            return books.FindAccount(AccountOf(key)) is { Wrapped: var balance } && balance > 0
                ? runtime.Value("Assets", "Account", new object?[] { balance, false })
                : null;
        }

        if (key == Tokenomics || key == CoolDown)
        {
            return runtime.HasStorage(Computation, "CoolDownPeriod") ? Terms(runtime, key, books.Tokenomics) : null;
        }

        if (!key.StartsWith(Pools, StringComparison.Ordinal))
        {
            return null;
        }

        var pid = BitConverter.ToUInt64(Hex.Decode("0x" + key[^16..]));
        return books.Pools.TryGetValue(pid, out var pool) ? runtime.Value("PhalaBasePool", "Pools", Proxy(pool)) : null;
    }

    /// <summary>The keys of all values.</summary>
    public static IEnumerable<string> Keys(SimulatedParachain chain, ParachainBlock block)
    {
        var runtime = block.StateRuntime;
        if (!runtime.HasStorage("System", "Account"))
        {
            return [];
        }

        var books = chain.BooksAt(block.Height);
        return
        [
            .. books.Accounts.Where(IsAlive).Select(one => Key("System", "Account", one.Account)),
            .. runtime.HasStorage("Assets", "Account")
                ? books
                    .Accounts.Where(one => one.Wrapped > 0)
                    .Select(one => Key("Assets", "Account", WrappedAsset, one.Account))
                : [],
            .. runtime.HasStorage("PhalaBasePool", "Pools")
                ? books.Pools.Keys.Select(pid => Key("PhalaBasePool", "Pools", pid))
                : [],
            .. runtime.HasStorage(Computation, "CoolDownPeriod") ? [Tokenomics, CoolDown] : (string[])[],
        ];

        string Key(string pallet, string item, params object?[] keys) => Hex.Encode(runtime.Key(pallet, item, keys));
    }

    private static bool IsAlive(AccountBook account) => account.Free + account.Reserved > 0;

    private static byte[] Terms(Runtime runtime, string key, TokenomicsBook terms) =>
        key == CoolDown
            ? runtime.Value(Computation, "CoolDownPeriod", terms.CoolDownPeriod)
            : runtime.Value(
                Computation,
                "TokenomicParameters",
                new object?[]
                {
                    terms.PhaRate,
                    terms.Rho,
                    terms.BudgetPerBlock,
                    terms.VMax,
                    terms.CostK,
                    terms.CostB,
                    terms.SlashRate,
                    terms.TreasuryRatio,
                    terms.HeartbeatWindow,
                    terms.RigK,
                    terms.RigB,
                    terms.Re,
                    terms.K,
                    terms.Kappa,
                }
            );

    private static object?[] AccountInfo(AccountBook account) =>
        [0u, 0u, 1u, 0u, new object?[] { account.Free, account.Reserved, UInt128.Zero, UInt128.Zero }];

    private static ScaleChoice Proxy(PoolBook pool) =>
        pool.Kind == PoolKind.Vault
            ? new("Vault", (object)new object?[] { pool.Pid, pool.Owner })
            : new(
                "StakePool",
                (object)
                    new object?[]
                    {
                        pool.Pid,
                        pool.Owner,
                        Pool.LockAccountOf(pool.Pid, pool.Owner),
                        Pool.OwnerRewardAccountOf(pool.Pid, pool.Owner),
                    }
            );

    private static AccountId AccountOf(string key) => new("0x" + key[^64..]);

    private static string Prefix(string pallet, string item) => Hex.Encode(StorageKeys.Prefix(pallet, item));
}
