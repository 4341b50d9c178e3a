using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Ingestion;

/// <summary>
/// What one event of a pallet means. Pure: the event and the state before it in, changes out. One class per event, in the
/// folder of its pallet; the registry finds it by itself.
/// </summary>
/// <param name="pallet">Name of the pallet in the runtime metadata.</param>
/// <param name="name">Name of the event.</param>
public abstract class SubstrateHandler(string pallet, string name)
{
    /// <summary>Name of the pallet in the runtime metadata.</summary>
    public string Pallet { get; } = pallet;

    /// <summary>Name of the event.</summary>
    public string Name { get; } = name;

    /// <summary>The calls of the pallet whose arguments tell what the event does not.</summary>
    public virtual IReadOnlyList<string> Calls => [];

    /// <summary>What the handler must know of the chain's storage.</summary>
    /// <param name="raised">The event.</param>
    public virtual IEnumerable<StorageNeed> Needs(SubstrateEvent raised) => [];

    /// <summary>The stored call that the event says was carried out with success; null for most.</summary>
    /// <param name="context">The event and its block.</param>
    /// <param name="state">The state after all events before it.</param>
    public virtual StoredCall? CarriesOut(SubstrateEventContext context, NetworkState state) => null;

    /// <summary>The changes that the event makes.</summary>
    /// <param name="context">The event and its block.</param>
    /// <param name="state">The state after all events before it.</param>
    /// <exception cref="UnknownStateException">The event does not fit the state.</exception>
    public abstract IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state);
}
