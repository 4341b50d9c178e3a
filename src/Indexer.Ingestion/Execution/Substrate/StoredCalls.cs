using Indexer.Domain;
using Indexer.Substrate.Calls;
using Indexer.Substrate.Chain;
using Indexer.Substrate.Events;
using Indexer.Substrate.Keys;
using Indexer.Substrate.Metadata;
using Indexer.Substrate.Scale;

namespace Indexer.Ingestion;

/// <summary>The calls that the chain had stored and carried out in a block: those of motions, referenda, tasks and multisigs.</summary>
/// <param name="block">The block.</param>
/// <param name="handlers">What events and calls mean.</param>
/// <param name="state">The state, which has the stored calls.</param>
/// <param name="beganWithState">Whether the index began with a state, which has no calls: those stored before it cannot be known.</param>
internal sealed class StoredCalls(
    SubstrateBlock block,
    SubstrateHandlers handlers,
    NetworkState state,
    bool beganWithState
)
{
    private readonly Dispatch dispatch = Dispatch.In(block);

    /// <summary>Calls together with those that the chain had stored and that they had carried out.</summary>
    /// <param name="carriedOut">The calls, in order.</param>
    /// <exception cref="UnknownStateException">A stored call is not known, or does not fit its marks.</exception>
    public IReadOnlyList<DispatchedCall> With(IReadOnlyList<DispatchedCall> carriedOut)
    {
        var all = new List<DispatchedCall>(carriedOut.Count);
        foreach (var call in carriedOut)
        {
            Add(call, all);
        }

        return all;
    }

    /// <summary>The wanted calls in the one that an event says was carried out.</summary>
    /// <param name="stored">The call.</param>
    /// <param name="raised">The event.</param>
    /// <exception cref="UnknownStateException">A stored call is not known, or does not fit its marks.</exception>
    public IReadOnlyList<DispatchedCall> In(StoredCall stored, SubstrateEvent raised)
    {
        var bytes = stored.Data ?? state.Governance.Preimages.Find(stored.Hash)?.Data;
        if (bytes is null)
        {
            // Of proposals from before the first indexed block only the event is known.
            return stored.ProposalId is null && !beganWithState
                ? throw Unknown(stored.Hash, $"{raised.Pallet}.{raised.Name}", raised.Index)
                : [];
        }

        return With(
            dispatch.OfStored(Decode(bytes, stored.ProposalId ?? $"event {raised.Index}"), stored.Origin, raised)
        );
    }

    private void Add(DispatchedCall done, List<DispatchedCall> all)
    {
        all.Add(done);
        if (handlers.CarriedOut(done) is { } hash && Stored(hash, done, all) is { } bytes)
        {
            foreach (var inner in dispatch.OfStored(Decode(bytes, $"event {done.LastEvent}"), done))
            {
                Add(inner, all);
            }
        }
    }

    /// <summary>The bytes of a call that an earlier block or an earlier call of this one had stored; null for one from before the index began.</summary>
    private byte[]? Stored(string hash, DispatchedCall by, List<DispatchedCall> earlier) =>
        state.Governance.Preimages.Find(hash)?.Data
        ?? earlier
            .SelectMany(call => call.Call.Inner)
            .Select(inner => inner.Encoded.ToArray())
            .FirstOrDefault(encoded => HashOf(encoded) == hash)
        ?? (beganWithState ? null : throw Unknown(hash, $"{by.Call.Pallet}.{by.Call.Name}", by.LastEvent));

    private UnknownStateException Unknown(string hash, string by, int place) =>
        new(
            $"{by} in block {block.Header.Height}, event {place}, carried out the call {hash}, which no indexed call stored. "
                + "Index from before it (startBlock)."
        );

    private SubstrateCall Decode(byte[] bytes, string of)
    {
        try
        {
            return block.Runtime.Calls.DecodeCall(bytes);
        }
        catch (ScaleException exception)
        {
            throw new UnknownStateException(
                $"The call {HashOf(bytes)} of {of}, carried out in block {block.Header.Height}, is no call of runtime "
                    + $"{block.Runtime.SpecVersion}: {exception.Message}. The chain itself could not have carried it out."
            );
        }
    }

    private static string HashOf(byte[] call) => Hex.Of(StorageKey.Hash(StorageHasher.Blake2256, call));
}
