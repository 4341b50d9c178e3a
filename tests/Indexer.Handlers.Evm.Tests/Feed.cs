using System.Numerics;
using Indexer.Domain;
using Indexer.Evm;

namespace Indexer.Handlers.Evm.Tests;

/// <summary>Feeds logs to handlers and books as the pipeline does. Logs are encoded here by hand.</summary>
internal sealed class Feed
{
    public static readonly AccountId Zero = Account(0);
    public static readonly AccountId Vault = Account(0xaa);
    public static readonly AccountId KhalaClaimer = Account(0xbb);
    public static readonly AccountId PhalaClaimer = Account(0xcc);
    public static readonly AccountId Governor = Account(0xd0);
    public static readonly AccountId Bravo = Account(0xd1);
    public static readonly AccountId Alpha = Account(0xd2);
    public static readonly AccountId Timelock = Account(0xd3);
    public static readonly AccountId VotesToken = Account(0xd4);
    public static readonly string Pool = "0x" + string.Concat(Enumerable.Repeat("aa", 20));
    private static readonly EvmHandlers Handlers = HandlerCatalog.Evm;
    private static readonly Dictionary<AccountId, string> Roles = new()
    {
        [Vault] = "pha-vault",
        [KhalaClaimer] = "khala-claimer",
        [PhalaClaimer] = "phala-claimer",
        [Governor] = "governor",
        [Bravo] = "governor-bravo",
        [Alpha] = "governor-alpha",
        [Timelock] = "timelock",
        [VotesToken] = "votes-token",
    };
    private readonly HashSet<AccountId> accounts = [];
    private readonly List<EvmEventContext> earlier = [];
    private int index;

    public NetworkLedger Ledger { get; } = new("ethereum");

    public BlockHeader Block { get; private set; } = Header(21_596_326, DateTimeOffset.UnixEpoch);

    public NetworkState State => Ledger.State;

    public PoolState PoolNow => State.Pool(Pool).State;

    public IEnumerable<StakeEvent> StakeEvents => Ledger.Rows.OfType<StakeEvent>();

    /// <summary>What the views of contracts answer, by the name of the function; the others revert.</summary>
    public Dictionary<string, object> Views { get; } = [];

    /// <summary>The transaction of the logs that come, where a sender alone does not name it.</summary>
    public EvmTransaction? Transaction { get; set; }

    /// <summary>Accounts with code.</summary>
    public HashSet<AccountId> Contracts { get; } = [];

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
        earlier.Clear();
    }

    /// <summary>Sets a piece of state as if events had made it.</summary>
    public void Set(StateRow row) =>
        Ledger.Apply(new StateChange(row), new EventPlace(Block, -1, Transaction: null, Extrinsic: null));

    public void Log(
        AccountId contract,
        string topic,
        AccountId[] indexed,
        object[] data,
        AccountId? transactionSender = null
    )
    {
        accounts.UnionWith(indexed);
        RawLog(
            contract,
            topic,
            [.. indexed.Select(account => AbiData.Word(account))],
            AbiData.Of(data),
            transactionSender
        );
    }

    /// <summary>A log with other indexed values than accounts.</summary>
    public void RawLog(
        AccountId contract,
        string topic,
        byte[][] indexed,
        byte[] data,
        AccountId? transactionSender = null
    )
    {
        var log = new EvmLog(
            contract,
            [Convert.FromHexString(topic), .. indexed],
            data,
            Block.Height,
            Block.Hash,
            new byte[32],
            index++,
            0
        );
        if (Handlers.For(Roles[contract], log) is not { } handler)
        {
            return;
        }

        var decoded = handler.Event.Decode(log);
        var sent = transactionSender is { } sender ? new EvmTransaction(sender, contract, []) : Transaction;
        var occurrence = new EvmEventContext(
            Block,
            log,
            decoded,
            handler.NeedsTransaction(log, decoded) ? sent : null,
            Roles
        )
        {
            Contracts = Contracts.Intersect(handler.MaybeContracts(decoded)).ToHashSet(),
            Answers = new ContractAnswers(
                handler.Calls(Roles[contract], log, decoded).ToDictionary(call => call, Answer)
            ),
            Earlier = [.. earlier],
        };
        foreach (var change in handler.Handle(occurrence, State).ToList())
        {
            Ledger.Apply(change, new EventPlace(Block, log.LogIndex, log.TransactionHash, null));
        }

        earlier.Add(occurrence);
    }

    private IReadOnlyList<object>? Answer(ContractCall call) =>
        Views.TryGetValue(call.Function.Name, out var answer) ? [answer] : null;

    private static BlockHeader Header(long height, DateTimeOffset time) =>
        new(height, new byte[32], new byte[32], time, null);
}
