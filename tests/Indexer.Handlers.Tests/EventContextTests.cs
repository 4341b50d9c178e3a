using Indexer.Domain;
using Indexer.Substrate;
using Indexer.Substrate.Calls;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Tests;

/// <summary>Which call raised an event.</summary>
public sealed class EventContextTests
{
    private static readonly BlockHeader Block = new(7, new byte[32], new byte[32], DateTimeOffset.UnixEpoch, 1);

    /// <summary>Before spec 1040 a batch did not tell where its items end: all its calls may have raised all its events.</summary>
    [Fact]
    public void The_calls_of_a_batch_that_parts_no_items_raised_the_events_in_their_order()
    {
        DispatchedCall[] calls = [Call("propose", 1, 9), Call("note_preimage", 1, 9), Call("propose", 1, 9)];
        var (first, noted, second) = (Raised(2, "Proposed"), Raised(3, "PreimageNoted"), Raised(4, "Proposed"));
        Assert.Same(calls[0], Occurrence(first, calls).Call("propose"));
        Assert.Same(calls[1], Occurrence(noted, calls, first).Call("note_preimage"));
        Assert.Same(calls[2], Occurrence(second, calls, first, noted).Call("propose"));
        Assert.Null(Occurrence(Raised(5, "Proposed"), calls, first, noted, second).Call("propose"));
    }

    [Fact]
    public void The_calls_of_a_batch_that_parts_its_items_raised_what_is_in_theirs()
    {
        DispatchedCall[] calls = [Call("propose", 1, 3), Call("propose", 4, 6)];
        var (first, second) = (Raised(2, "Proposed"), Raised(5, "Proposed"));
        Assert.Same(calls[0], Occurrence(first, calls).Call("propose"));
        Assert.Same(calls[1], Occurrence(second, calls, first).Call("propose"));
        Assert.Null(Occurrence(Raised(8, "Proposed"), calls, first, second).Call("propose"));
    }

    private static SubstrateEventContext Occurrence(
        SubstrateEvent raised,
        IReadOnlyList<DispatchedCall> calls,
        params IReadOnlyList<SubstrateEvent> earlier
    ) => new(Block, raised, earlier) { Calls = calls };

    private static DispatchedCall Call(string name, int firstEvent, int lastEvent) =>
        new(new SubstrateCall("Democracy", name, Fields, []), null, 1, firstEvent, lastEvent);

    private static SubstrateEvent Raised(int index, string name) => new(index, 1, "Democracy", name, Fields);

    private static EventFields Fields => new("test", new ScaleFields([], []));
}
