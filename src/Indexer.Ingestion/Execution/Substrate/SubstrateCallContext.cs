using Indexer.Domain;
using Indexer.Substrate;
using Indexer.Substrate.Calls;
using Indexer.Substrate.Chain;
using Indexer.Substrate.Events;

namespace Indexer.Ingestion;

/// <summary>A call that was carried out, as its handler gets it.</summary>
/// <param name="Block">The header of the block.</param>
/// <param name="Runtime">The runtime that carried it out; null only where a test has none.</param>
/// <param name="Dispatched">The call.</param>
/// <param name="Cause">The motion or referendum whose call it is; null when an extrinsic or a task made it.</param>
/// <param name="Earlier">The indexed events of the block up to the end of the call, in order.</param>
public sealed record SubstrateCallContext(
    BlockHeader Block,
    SubstrateRuntime? Runtime,
    DispatchedCall Dispatched,
    string? Cause,
    IReadOnlyList<SubstrateEvent> Earlier
)
{
    /// <summary>The values that the handler needs of the chain's storage; none for calls that no extrinsic holds.</summary>
    public IReadOnlyDictionary<StorageNeed, ScaleValue?> Storage { get; init; } =
        new Dictionary<StorageNeed, ScaleValue?>();

    /// <summary>The arguments of the call.</summary>
    public EventFields Fields => Dispatched.Call.Fields;

    /// <summary>The account that made the call.</summary>
    /// <exception cref="UnknownStateException">An origin without account carried it out, which the chain does not allow for this call.</exception>
    public AccountId Signer =>
        Dispatched.Origin
        ?? throw new UnknownStateException(
            $"{Dispatched.Call.Pallet}.{Dispatched.Call.Name} in block {Block.Height} was carried out for no account."
        );

    /// <summary>A value of the storage after the block that the handler asked for; null when nothing is stored or known.</summary>
    public ScaleValue? Stored(string pallet, string entry) => StorageNeed.Find(Storage, pallet, entry, atParent: false);

    /// <summary>Whether the runtime has an event of the call's pallet; earlier ones lack some that tell of calls.</summary>
    public bool HasEvent(string name) =>
        Runtime?.Metadata.FindPallet(Dispatched.Call.Pallet)?.Events.Any(known => known.Name == name) ?? false;

    /// <summary>The indexed events that the call raised, in order.</summary>
    public IEnumerable<SubstrateEvent> Raised => Earlier.Where(Dispatched.Raised);
}
