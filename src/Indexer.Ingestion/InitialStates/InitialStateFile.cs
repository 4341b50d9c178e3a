using System.Collections.Frozen;
using Indexer.Domain;

namespace Indexer.Ingestion;

/// <summary>
/// A file with an initial state in the format of docs/guides/initial-state.md, read piece by piece: it may be larger than the memory, but
/// for its largest pool.
/// </summary>
public sealed class InitialStateFile
{
    /// <summary>What the first key, <c>format</c>, says.</summary>
    public const string Format = "indexer-initial-state-1";

    internal static readonly FrozenDictionary<string, PoolKind> Kinds = new Dictionary<string, PoolKind>
    {
        ["STAKE_POOL"] = PoolKind.StakePool,
        ["VAULT"] = PoolKind.Vault,
    }.ToFrozenDictionary();

    internal static readonly FrozenDictionary<string, SessionState> States = new Dictionary<string, SessionState>
    {
        ["READY"] = SessionState.Ready,
        ["IDLE"] = SessionState.Idle,
        ["UNRESPONSIVE"] = SessionState.Unresponsive,
        ["COOLING_DOWN"] = SessionState.CoolingDown,
    }.ToFrozenDictionary();

    private static readonly string[] PoolKeys =
    [
        "id",
        "version",
        "kind",
        "owner",
        "commission",
        "capacity",
        "shares",
        "value",
        "free",
        "accumulator",
        "ownerReward",
        "collection",
        "account",
        "checkpointPrice",
        "workers",
        "stakers",
        "queue",
        "whitelist",
    ];

    private InitialStateFile(string path, InitialState head) => (Path, Head) = (path, head);

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>What it says before its pools.</summary>
    public InitialState Head { get; }

    /// <summary>Opens a file and reads what it says before its pools.</summary>
    /// <param name="path">Where it is.</param>
    /// <exception cref="InitialStateException">It does not exist, or is no initial state.</exception>
    public static InitialStateFile Open(string path)
    {
        using var stream = OpenRead(path);
        return new InitialStateFile(path, HeadOf(JsonPieces.Of(stream, path), path));
    }

    /// <summary>Its pools and registrations, in order, each once it is checked by itself.</summary>
    /// <returns><see cref="InitialPool"/>s and <see cref="InitialRegistration"/>s.</returns>
    /// <exception cref="InitialStateException">Something in it is wrong, or contradicts itself.</exception>
    public IEnumerable<object> Read()
    {
        using var stream = OpenRead(Path);
        var pools = new HashSet<ulong>();
        foreach (var piece in JsonPieces.Of(stream, Path))
        {
            var value = StateJson.Of(Path, piece);
            if (piece.Group == "pools")
            {
                var pool = Pool(value);
                InitialPoolCheck.Require(pool, Path, piece.Place);
                yield return pools.Add(pool.Pid) ? pool : throw value["id"].Wrong("each pool once");
            }
            else if (piece.Group == "registrations")
            {
                yield return new InitialRegistration(
                    value["publicKey"].Account(),
                    value["confidenceLevel"] is { IsNull: false } level ? (int)level.Whole(byte.MaxValue) : null,
                    value["initialScore"] is { IsNull: false } score ? score.Whole(uint.MaxValue) : null
                );
            }
        }
    }

    private static FileStream OpenRead(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InitialStateException(
                File.Exists(path) ? $"{path} cannot be read: {problem.Message}" : $"{path} does not exist."
            );
        }
    }

    private static InitialState HeadOf(IEnumerable<JsonPiece> pieces, string path)
    {
        string? network = null;
        var block = new Dictionary<string, StateJson>(StringComparer.Ordinal);
        var notes = new List<string>();
        var isFirst = true;
        foreach (var piece in pieces)
        {
            var value = StateJson.Of(path, piece);
            if (isFirst && (piece.Group != "format" || value.Text() != Format))
            {
                throw new InitialStateException(
                    $"{path} is no initial state: its first key must be \"format\": \"{Format}\". "
                        + "Make one of a public dump with: indexer state convert"
                );
            }

            isFirst = false;
            switch (piece.Group)
            {
                case "format":
                    break;
                case "network":
                    network = value.Text();
                    break;
                case "block":
                    block[piece.Name ?? throw value.Wrong("an object")] = value;
                    break;
                case "notes":
                    notes.Add(value.Text());
                    break;
                case "pools" or "registrations":
                    return Head();
                default:
                    throw new InitialStateException(
                        $"{path}: {piece.Place} is no known key; known are format, network, block, notes, pools and registrations."
                    );
            }
        }

        return Head();

        InitialState Head()
        {
            return new InitialState(
                network ?? throw Missing("network"),
                new InitialBlock(
                    Of("height").Whole(long.MaxValue - 1),
                    block.TryGetValue("hash", out var hash) && !hash.IsNull ? hash.Hash() : null,
                    Of("time").Time(),
                    block.TryGetValue("spec", out var spec) && !spec.IsNull ? (int)spec.Whole(int.MaxValue) : null
                ),
                notes
            );
        }

        StateJson Of(string key) => block.TryGetValue(key, out var value) ? value : throw Missing($"block.{key}");

        InitialStateException Missing(string key) => new($"{path}: {key} is missing before the pools.");
    }

    private static InitialPool Pool(StateJson value)
    {
        if (value.Names().FirstOrDefault(name => !PoolKeys.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            throw value[unknown].Wrong($"only known keys ({string.Join(", ", PoolKeys)})");
        }

        return new InitialPool
        {
            Pid = (ulong)value["id"].Whole(long.MaxValue),
            Version = (int)value["version"].Whole(2),
            Kind = value["kind"].Word(Kinds),
            Owner = value["owner"].Account(),
            Commission = value["commission"] is { IsNull: false } commission ? (int)commission.Whole(1_000_000) : null,
            Capacity = OptionalAmount(value["capacity"]),
            Shares = value["shares"].Amount(),
            Value = value["value"].Amount(),
            Free = value["free"].Amount(),
            Accumulator = value["accumulator"] is { IsNull: false } bits ? bits.Whole() : null,
            OwnerReward = OptionalAmount(value["ownerReward"]) ?? Pha.Zero,
            CollectionId = value["collection"] is { IsNull: false } collection ? collection.Whole(uint.MaxValue) : null,
            Account = value["account"] is { IsNull: false } account ? account.Account() : null,
            CheckpointPrice = OptionalAmount(value["checkpointPrice"]),
            Workers = [.. value["workers"].Items().Select(Worker)],
            Stakers =
            [
                .. value["stakers"]
                    .Items()
                    .Select(staker => new InitialStaker(
                        staker["account"].Account(),
                        staker["shares"].Amount(),
                        staker["rewardDebt"].Amount(),
                        staker["availableReward"].Amount()
                    )),
            ],
            Queue =
            [
                .. value["queue"]
                    .Items()
                    .Select(entry => new InitialWithdrawal(
                        entry["account"].Account(),
                        entry["shares"].Amount(),
                        OptionalTime(entry["since"])
                    )),
            ],
            Whitelist = value["whitelist"] is { IsNull: false } list
                ? [.. list.Items().Select(item => item.Account())]
                : null,
        };
    }

    private static InitialWorker Worker(StateJson worker) =>
        new(
            worker["publicKey"].Account(),
            worker["stake"].Amount(),
            worker["state"].Word(States),
            OptionalTime(worker["coolingDownSince"]),
            worker["removed"].Flag()
        );

    private static Pha? OptionalAmount(StateJson value) => value.IsNull ? null : value.Amount();

    private static DateTimeOffset? OptionalTime(StateJson value) => value.IsNull ? null : value.Time();
}
