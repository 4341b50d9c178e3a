using System.Text;
using Indexer.Domain;
using Indexer.Substrate;
using Indexer.Substrate.Chain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Migration;

/// <summary>
/// PHA and wrapped PHA on the accounts of an ended parachain. Accounts of pallets, of other chains and of pools hold what is
/// somebody else's already, or nobody's: the treasury, the backing of wrapped PHA, the stake in workers.
/// Source: pallet_balances AccountData and BalanceLock, pallet_assets AssetAccount, phala-blockchain base_pool.rs and stake_pool_v2.rs.
/// </summary>
internal static class ClosingBalances
{
    private const int AccountLength = AccountId.SubstrateLength;
    private static readonly StorageMap Accounts = new("System", "Account");
    private static readonly StorageMap Locks = new("Balances", "Locks");
    private static readonly StorageMap Wrapped = new("Assets", "Account", StorageKeys.U32(10_000));
    private static readonly StorageMap Pools = new("PhalaBasePool", "Pools");
    private static readonly byte[][] NobodysPrefixes = [.. AccountId.KeylessPrefixes.Select(Encoding.ASCII.GetBytes)];
    private static readonly byte[] BasePool = "basepool"u8.ToArray();
    private static readonly byte[] VestingLock = "vesting "u8.ToArray();

    /// <summary>What must be read.</summary>
    public static IReadOnlyList<StorageMap> Maps => [Accounts, Locks, Wrapped, Pools];

    /// <summary>The balances; null when no node listed the accounts.</summary>
    public static IReadOnlyList<MigrationEntry>? Read(EndedChain end, NetworkState state)
    {
        if (end.Storage[Accounts] is not { } accounts)
        {
            return null;
        }

        var technical = Technical(end).ToHashSet();
        var locks = (end.Storage[Locks] ?? []).ToDictionary(AccountOf, LockedBy);
        return
        [
            .. accounts
                .Where(element => IsPersonal(AccountOf(element)))
                .SelectMany(element => Native(AccountOf(element), element.Value, locks)),
            .. (end.Storage[Wrapped] ?? [])
                .Where(element => IsPersonal(AccountOf(element)))
                .Select(element =>
                    Entry(MigrationEntryKind.Wrapped, AccountOf(element), Fields(element.Value).Balance("balance"))
                )
                // Wrapped PHA is PHA: it cost what it is.
                .Select(entry => entry with { Cost = entry.Amount }),
        ];

        bool IsPersonal(AccountId account) =>
            !technical.Contains(account)
            && state.PoolOfAccount(account) is null
            && !NobodysPrefixes.Any(prefix => account.Bytes.StartsWith(prefix));
    }

    private static IEnumerable<MigrationEntry> Native(
        AccountId account,
        ScaleValue stored,
        Dictionary<AccountId, (Pha Vesting, Pha All)> locks
    )
    {
        var data = Fields(stored).Composite("data");
        var free = data.Balance("free");
        var (vesting, all) = locks.GetValueOrDefault(account);
        var locked = Min(free, all);
        var vested = Min(locked, vesting);
        (MigrationEntryKind Kind, Pha Amount)[] parts =
        [
            (MigrationEntryKind.Free, free - locked),
            (MigrationEntryKind.Vesting, vested),
            (MigrationEntryKind.Locked, locked - vested),
            (MigrationEntryKind.Reserved, data.Balance("reserved")),
        ];
        return parts.Where(part => !part.Amount.IsZero).Select(part => Entry(part.Kind, account, part.Amount));
    }

    /// <summary>Locks of an account lie over each other: the greatest counts.</summary>
    private static (Pha Vesting, Pha All) LockedBy(StoredElement element)
    {
        var (vesting, all) = (Pha.Zero, Pha.Zero);
        foreach (var item in ((ScaleSequence)element.Value).Items)
        {
            var one = Fields(item);
            var amount = one.Balance("amount");
            all = amount > all ? amount : all;
            vesting = one.Bytes("id").AsSpan().SequenceEqual(VestingLock) ? amount : vesting;
        }

        return (vesting, all);
    }

    /// <summary>The accounts of pallets that no prefix tells, and those in which pools keep the stake in workers and their owners' commission.</summary>
    private static IEnumerable<AccountId> Technical(EndedChain end)
    {
        yield return new AccountId([.. BasePool, .. new byte[AccountLength - BasePool.Length]]);
        if (end.Runtime?.Constant("PhalaWrappedBalances", "WrappedBalancesAccountId") is ScaleBytes backing)
        {
            yield return new AccountId(backing.Value);
        }

        foreach (var element in end.Storage[Pools] ?? [])
        {
            if (element.Value is ScaleVariant { Name: "StakePool", Fields.Values: [ScaleComposite pool] })
            {
                var fields = Fields(pool);
                yield return fields.AccountId("lock_account");
                yield return fields.AccountId("owner_reward_account");
            }
        }
    }

    private static AccountId AccountOf(StoredElement element) => new(element.Key.AsSpan(^AccountLength..));

    private static EventFields Fields(ScaleValue value) =>
        new("the storage after the last block", ((ScaleComposite)value).Fields);

    private static Pha Min(Pha left, Pha right) => left < right ? left : right;

    private static MigrationEntry Entry(MigrationEntryKind kind, AccountId account, Pha amount) =>
        new()
        {
            Kind = kind,
            Leg = default,
            Account = account,
            Amount = amount,
        };
}
