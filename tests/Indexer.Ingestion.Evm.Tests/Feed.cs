using System.Numerics;
using Indexer.Domain;
using Indexer.Evm;

namespace Indexer.Ingestion.Evm.Tests;

/// <summary>Feeds logs to handlers and books as the pipeline does. Logs are encoded here by hand.</summary>
internal sealed class Feed
{
    public static readonly AccountId Zero = Account(0);
    public static readonly AccountId Vault = Account(0xaa);
    public static readonly AccountId KhalaClaimer = Account(0xbb);
    public static readonly AccountId PhalaClaimer = Account(0xcc);
    public static readonly string Pool = "0x" + string.Concat(Enumerable.Repeat("aa", 20));
    private static readonly EvmHandlers Handlers = new();
    private static readonly Dictionary<AccountId, string> Roles = new()
    {
        [Vault] = "pha-vault",
        [KhalaClaimer] = "khala-claimer",
        [PhalaClaimer] = "phala-claimer",
    };
    private readonly HashSet<AccountId> accounts = [];
    private int index;

    public NetworkLedger Ledger { get; } = new("ethereum");

    public BlockHeader Block { get; private set; } = Header(21_596_326, DateTimeOffset.UnixEpoch);

    public NetworkState State => Ledger.State;

    public PoolState PoolNow => State.Pool(Pool).State;

    public IEnumerable<StakeEvent> StakeEvents => Ledger.Rows.OfType<StakeEvent>();

    /// <summary>All accounts that logs named.</summary>
    public IReadOnlyCollection<AccountId> Accounts => accounts;

    public static AccountId Account(byte of) => new(Enumerable.Repeat(of, AccountId.EvmLength).ToArray());

    /// <summary>An amount in PHA.</summary>
    public static Pha Pha(long pha) => Domain.Pha.FromWei(Wei(pha));

    public static BigInteger Wei(long pha) => pha * BigInteger.Pow(10, 18);

    public Position Position(AccountId account) => State.Position(Pool, account);

    public void NextBlock(long seconds = 12)
    {
        Ledger.EndBlock(Block.Height);
        Block = Header(Block.Height + 1, Block.Time.AddSeconds(seconds));
        index = 0;
    }

    public void Log(
        AccountId contract,
        string topic,
        AccountId[] indexed,
        object[] data,
        AccountId? transactionSender = null
    )
    {
        var log = new EvmLog(
            contract,
            [Convert.FromHexString(topic), .. indexed.Select(account => Word(account))],
            data.SelectMany(Word).ToArray(),
            Block.Height,
            Block.Hash,
            new byte[32],
            index++,
            0
        );
        accounts.UnionWith(indexed);
        if (Handlers.For(Roles[contract], log) is not { } handler)
        {
            return;
        }

        var decoded = handler.Event.Decode(log);
        var sender = handler.NeedsSender(log, decoded) ? transactionSender : null;
        var changes = handler.Handle(new EvmOccurrence(Block, log, decoded, sender, Roles), State).ToList();
        foreach (var change in changes)
        {
            Ledger.Apply(change, new EventPlace(Block, log.LogIndex, log.TransactionHash, null));
        }
    }

    private static BlockHeader Header(long height, DateTimeOffset time) =>
        new(height, new byte[32], new byte[32], time, null);

    private static byte[] Word(object value)
    {
        var bytes = value switch
        {
            AccountId account => account.ToArray(),
            BigInteger number => number.ToByteArray(isUnsigned: true, isBigEndian: true),
            int number => ((BigInteger)number).ToByteArray(isUnsigned: true, isBigEndian: true),
            _ => throw new ArgumentException($"{value} is no word", nameof(value)),
        };
        return [.. new byte[32 - bytes.Length], .. bytes];
    }
}
