using Indexer.Domain;
using Indexer.Substrate.Calls;

namespace Indexer.Ingestion;

/// <summary>
/// What one call of a pallet means whose success no event tells in full. Pure: the call and the state at its end in, changes
/// out. One class per call, in the folder of its pallet; the registry finds it by itself.
/// </summary>
/// <param name="pallet">Name of the pallet in the runtime metadata.</param>
/// <param name="name">Name of the call.</param>
public abstract class SubstrateCallHandler(string pallet, string name)
{
    /// <summary>Name of the pallet in the runtime metadata.</summary>
    public string Pallet { get; } = pallet;

    /// <summary>Name of the call.</summary>
    public string Name { get; } = name;

    /// <summary>What the handler must know of the chain's storage of a call that an extrinsic holds.</summary>
    /// <param name="call">The call.</param>
    public virtual IEnumerable<StorageNeed> Needs(DispatchedCall call) => [];

    /// <summary>The hash of the call that the chain had stored and that this one had carried out; null for most.</summary>
    /// <param name="call">The call.</param>
    public virtual string? CarriesOut(DispatchedCall call) => null;

    /// <summary>The changes that the call made.</summary>
    /// <param name="context">The call and its block.</param>
    /// <param name="state">The state after all events of the call.</param>
    /// <exception cref="UnknownStateException">The call does not fit the state.</exception>
    public abstract IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state);
}
