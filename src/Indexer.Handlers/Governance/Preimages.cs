using Indexer.Domain;
using Indexer.Substrate.Chain;

namespace Indexer.Handlers.Governance;

/// <summary>What becomes known when the chain is given the bytes behind a hash.</summary>
internal static class Preimages
{
    /// <summary>Keeps the bytes, and tells the proposals of the hash what they would do.</summary>
    public static IEnumerable<Change> Note(
        this NetworkState state,
        SubstrateRuntime? runtime,
        string hash,
        ReadOnlySpan<byte> data
    )
    {
        var governance = state.Governance;
        var known = new Domain.Preimage
        {
            Hash = hash,
            Data = data.ToArray(),
            Call = runtime?.Text.TryWrite(data),
        };
        var changes = new List<Change>();
        if (governance.Preimages.Find(hash) is { } before && before.Data.AsSpan().SequenceEqual(data))
        {
            return changes;
        }

        changes.Add(new StateChange(known));
        foreach (var proposal in governance.ProposalsOfHash(hash))
        {
            if (known.Call is not null && governance.Texts.Find(proposal.ProposalId) is { Call: null } text)
            {
                changes.Add(new StateChange(text with { Call = known.Call }));
                changes.Add(proposal.Step(ProposalEventKind.TextChanged));
            }
        }

        return changes;
    }

    /// <summary>Keeps the bytes of a call that came with its hash.</summary>
    public static IEnumerable<Change> Note(this NetworkState state, SubstrateRuntime? runtime, CallHash call) =>
        call.Inline is { } bytes ? state.Note(runtime, call.Hash, bytes) : [];

    /// <summary>The text of a new proposal that would carry out a call.</summary>
    public static ProposalText TextOf(
        this NetworkState state,
        SubstrateRuntime? runtime,
        string proposalId,
        CallHash call
    ) =>
        new()
        {
            ProposalId = proposalId,
            CallHash = call.Hash,
            Call = call.Inline is { } bytes
                ? runtime?.Text.TryWrite(bytes)
                : state.Governance.Preimages.Find(call.Hash)?.Call,
        };
}
