using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Substrate.Calls;

/// <summary>A call that was carried out, freed of what it was wrapped in: batches, proxies, multisigs.</summary>
/// <param name="Call">The call.</param>
/// <param name="Origin">The account that it was carried out for; null for the root, a collective and other origins without account.</param>
/// <param name="Extrinsic">The position of its extrinsic; null when the block itself carried it out.</param>
/// <param name="FirstEvent">The first event that can be of it.</param>
/// <param name="LastEvent">The event that says it is done: none later is of it.</param>
public sealed record DispatchedCall(
    SubstrateCall Call,
    AccountId? Origin,
    int? Extrinsic,
    int FirstEvent,
    int LastEvent
)
{
    /// <summary>Whether the call raised an event.</summary>
    public bool Raised(SubstrateEvent raised) =>
        raised.ExtrinsicIndex == Extrinsic && raised.Index >= FirstEvent && raised.Index <= LastEvent;
}
