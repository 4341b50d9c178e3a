using Indexer.Domain;
using Indexer.Handlers.Governance.Scheduler;
using Indexer.Handlers.Tests.Kit;
using Indexer.Substrate;
using Indexer.Substrate.Events;
using static Indexer.Handlers.Tests.Kit.DemocracyScript;
using static Indexer.Handlers.Tests.Kit.Given;

namespace Indexer.Handlers.Tests.Pallets;

/// <summary>What a task of the Scheduler carried out, by the agenda of the block before.</summary>
public sealed class ScheduledTaskTests
{
    private static readonly byte[] Call = [63, 2, 0];
    private static readonly byte[] Hash = [.. Enumerable.Repeat((byte)0xAB, 32)];
    private static readonly ScaleValue Root = Case("system", ("origin", Case("Root")));

    [Fact]
    public void The_call_itself_stands_on_the_agenda() => Assert.Equal(Call, CarriedOut(Bytes(Call), Root)!.Data);

    [Fact]
    public void A_call_or_its_hash_stands_there()
    {
        Assert.Equal(Call, CarriedOut(Case("Value", ("call", Bytes(Call))), Root)!.Data);
        var hashed = CarriedOut(Case("Hash", ("hash", Bytes(Hash))), Root)!;
        Assert.Equal(("0x" + string.Concat(Enumerable.Repeat("ab", 32)), null), (hashed.Hash, hashed.Data));
    }

    [Fact]
    public void A_bounded_call_stands_there()
    {
        Assert.Equal(Call, CarriedOut(Case("Inline", ("call", Bytes(Call))), Root)!.Data);
        Assert.Null(CarriedOut(Case("Lookup", ("hash", Bytes(Hash)), ("len", new ScaleInteger(3))), Root)!.Data);
    }

    [Fact]
    public void It_is_carried_out_for_the_account_that_had_it_scheduled()
    {
        var signed = Case("system", ("origin", Case("Signed", ("who", Bytes([.. Alice.Bytes])))));
        Assert.Equal(Alice, CarriedOut(Bytes(Call), signed)!.Origin);
        Assert.Null(CarriedOut(Bytes(Call), Root)!.Origin);
        Assert.Null(CarriedOut(Bytes(Call), Root)!.ProposalId);
    }

    [Fact]
    public void A_task_that_failed_carried_nothing_out() =>
        Assert.Null(CarriedOut(Bytes(Call), Root, result: Case("Err", ("error", Case("BadOrigin")))));

    [Fact]
    public void A_task_that_the_node_does_not_tell_is_refused()
    {
        var handler = new DispatchedHandler();
        var context = new SubstrateEventContext(Block, Dispatched(Ok, place: 1), []);
        var exception = Assert.Throws<UnknownStateException>(() => handler.CarriesOut(context, new("phala")));
        Assert.Contains("no task 1 on the agenda of block 7", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_enactment_of_a_referendum_needs_no_agenda()
    {
        var name = new byte[32];
        "democrac"u8.CopyTo(name);
        var enacted = Dispatched(Ok, place: 0, Case("Some", ("id", Bytes(name))));
        Assert.Empty(new DispatchedHandler().Needs(enacted));
        Assert.Null(new DispatchedHandler().CarriesOut(new SubstrateEventContext(Block, enacted, []), new("phala")));
    }

    private static BlockHeader Block => new(7, new byte[32], new byte[32], DateTimeOffset.UnixEpoch, 1241);

    private static ScaleValue Ok => Case("Ok");

    private static ScaleBytes Bytes(byte[] bytes) => new(bytes);

    private static StoredCall? CarriedOut(ScaleValue call, ScaleValue origin, ScaleValue? result = null)
    {
        var raised = Dispatched(result ?? Ok, place: 1);
        var need = Assert.Single(new DispatchedHandler().Needs(raised));
        Assert.Equal([7, 0, 0, 0], Assert.Single(need.Keys));
        var task = new ScaleComposite(Scale.Fields(("maybe_id", Scale.None), ("call", call), ("origin", origin)));
        ScaleValue agenda = new ScaleSequence([Scale.None, new ScaleVariant("Some", new ScaleFields([null], [task]))]);
        var context = new SubstrateEventContext(Block, raised, [])
        {
            Storage = new Dictionary<StorageNeed, ScaleValue?> { [need] = agenda },
        };
        return new DispatchedHandler().CarriesOut(context, new NetworkState("phala"));
    }

    private static SubstrateEvent Dispatched(ScaleValue result, int place, ScaleValue? id = null)
    {
        ScaleValue task = new ScaleComposite(
            new ScaleFields([null, null], [new ScaleInteger(7), new ScaleInteger((UInt128)place)])
        );
        return new SubstrateEvent(
            0,
            null,
            "Scheduler",
            "Dispatched",
            new EventFields("test", Scale.Fields(("task", task), ("id", id ?? Scale.None), ("result", result)))
        );
    }
}
