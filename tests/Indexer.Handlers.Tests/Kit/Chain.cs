using Indexer.Domain;
using Indexer.Substrate;
using Indexer.Substrate.Calls;
using Indexer.Substrate.Chain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Tests.Kit;

/// <summary>Runs events through the registry and the books as the pipeline does: changes are made first, then applied.</summary>
internal sealed class Chain(int specVersion = 1241, SubstrateRuntime? runtime = null)
{
    private static readonly SubstrateHandlers Registry = HandlerCatalog.Substrate;
    private readonly List<SubstrateEvent> events = [];
    private readonly List<DispatchedCall> calls = [];
    private readonly Dictionary<StorageNeed, ScaleValue?> storage = [];
    private BlockHeader header = HeaderOf(1, specVersion);
    private int extrinsic;
    private int index;

    public NetworkLedger Ledger { get; } = new("phala");

    public NetworkState State => Ledger.State;

    public IEnumerable<StakeEvent> Entries => Ledger.Rows.OfType<StakeEvent>();

    public IEnumerable<Reward> Rewards => Ledger.Rows.OfType<Reward>();

    public Chain NextExtrinsic()
    {
        extrinsic++;
        return this;
    }

    public Chain Emit(string pallet, string name, params (string Name, object Value)[] fields)
    {
        var at = index++;
        if (!Registry.IsWanted(pallet, name))
        {
            return this;
        }

        var emitted = new SubstrateEvent(
            at,
            extrinsic,
            pallet,
            name,
            new EventFields($"{pallet}.{name}", Scale.Fields(fields))
        );
        var occurrence = new SubstrateEventContext(header, emitted, [.. events])
        {
            Calls = calls,
            Storage = storage,
            Runtime = runtime,
        };
        Apply(emitted, Registry.Handle(occurrence, State));
        events.Add(emitted);
        return this;
    }

    /// <summary>An account that is no pool's has wrapped PHA from before, as an index that goes on finds it.</summary>
    public Chain Has(AccountId account, Pha balance)
    {
        State.Load(new WrappedBalance { Account = account, Balance = balance });
        return this;
    }

    /// <summary>The next event is raised by a call of the pallet that tells more than it.</summary>
    public Chain By(AccountId signer, string pallet, string name, params (string Name, object Value)[] fields)
    {
        calls.Add(new DispatchedCall(CallOf(pallet, name, fields), signer, extrinsic, index, index));
        return this;
    }

    /// <summary>A call that no event tells was carried out.</summary>
    public Chain Call(AccountId? signer, string pallet, string name, params (string Name, object Value)[] fields)
    {
        var done = new DispatchedCall(CallOf(pallet, name, fields), signer, extrinsic, index, index);
        var place = new EventPlace(header, index++, null, extrinsic);
        var occurrence = new SubstrateCallContext(header, null, done, null, [.. events]);
        foreach (var change in Registry.Handle(occurrence, State).ToList())
        {
            Ledger.Apply(change, place);
        }

        return this;
    }

    /// <summary>A call of an extrinsic of its own that raises several events, handled after them as the pipeline does.</summary>
    public Chain Calls(
        AccountId signer,
        string pallet,
        string name,
        Func<Chain, Chain> raises,
        params (string Name, object Value)[] fields
    )
    {
        NextExtrinsic();
        var call = new DispatchedCall(CallOf(pallet, name, fields), signer, extrinsic, index, int.MaxValue);
        calls.Add(call);
        raises(this);
        calls.Remove(call);
        var done = call with { LastEvent = index };
        var place = new EventPlace(header, index++, null, extrinsic);
        var occurrence = new SubstrateCallContext(header, runtime, done, null, [.. events]) { Storage = storage };
        foreach (var change in Registry.Handle(occurrence, State).ToList())
        {
            Ledger.Apply(change, place);
        }

        return this;
    }

    /// <summary>The chain's storage has a value when the next events are handled.</summary>
    public Chain Stored(string pallet, string entry, bool atParent, ScaleValue value)
    {
        storage[new StorageNeed(pallet, entry, atParent)] = value;
        return this;
    }

    private static SubstrateCall CallOf(string pallet, string name, (string Name, object Value)[] fields) =>
        new(pallet, name, new EventFields($"{pallet}.{name}", Scale.Fields(fields)), []);

    public Chain EndBlock()
    {
        foreach (var (cause, change) in Registry.BlockRules.SelectMany(rule => rule.AtEnd(events, State)).ToList())
        {
            Apply(cause, [change]);
        }

        Ledger.EndBlock(header.Height);
        header = HeaderOf(header.Height + 1, specVersion);
        events.Clear();
        calls.Clear();
        storage.Clear();
        (index, extrinsic) = (0, 0);
        return this;
    }

    public PoolState Pool(int pid) => State.Pool($"{pid}").State;

    public Position Position(int pid, AccountId account) => State.Position($"{pid}", account);

    private void Apply(SubstrateEvent cause, IEnumerable<Change> changes)
    {
        foreach (var change in changes.ToList())
        {
            Ledger.Apply(change, new EventPlace(header, cause.Index, null, cause.ExtrinsicIndex));
        }
    }

    private static BlockHeader HeaderOf(long height, int specVersion) =>
        new(height, new byte[32], new byte[32], DateTimeOffset.UnixEpoch.AddSeconds(12 * height), specVersion);
}
