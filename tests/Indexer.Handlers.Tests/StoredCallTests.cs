using Indexer.Domain;
using Indexer.Handlers.Tests.Kit;
using Indexer.Substrate;
using Indexer.Substrate.Calls;
using Indexer.Substrate.Chain;
using Indexer.Substrate.Events;
using Indexer.Substrate.Metadata;
using static Indexer.Handlers.Tests.Kit.DemocracyScript;
using static Indexer.Handlers.Tests.Kit.Given;

namespace Indexer.Handlers.Tests;

/// <summary>Calls that the chain had stored and later carried out, on the metadata of a simulated runtime.</summary>
public sealed class StoredCallTests
{
    private static readonly SubstrateRuntime Runtime = SimulatedRuntimes.Phala1254;
    private readonly NetworkLedger ledger = new("phala");
    private readonly List<SubstrateEvent> events = [];
    private readonly Dictionary<StorageNeed, ScaleValue?> storage = [];
    private readonly List<DispatchedCall> calls = [];
    private long height;

    [Fact]
    public void A_scheduled_approval_of_a_treasury_proposal_awards_it()
    {
        Emit("Treasury", "Proposed", 2, ("proposal_index", 0)).Block();
        Assert.Equal(ProposalStatus.Pending, ledger.State.Governance.Proposal("treasury/0").Status);
        Run(Encode("Treasury", "approve_proposal", 0)).Block();
        Assert.Equal(ProposalStatus.Awarded, ledger.State.Governance.Proposal("treasury/0").Status);
    }

    [Fact]
    public void An_external_proposal_that_a_task_made_can_be_tabled()
    {
        Run(Encode("Democracy", "external_propose_majority", 0, [.. Enumerable.Repeat((byte)7, 32)])).Block();
        Emit("Democracy", "ExternalTabled", null).Start(0).Block();
        Assert.Equal(ProposalStatus.Tabled, External.Status);
        Assert.Equal(ProposalStatus.Active, ledger.State.Governance.Proposal("referendum/0").Status);
    }

    [Fact]
    public void An_external_proposal_that_a_task_made_can_be_vetoed()
    {
        byte[] hash = [.. Enumerable.Repeat((byte)7, 32)];
        Run(Encode("Democracy", "external_propose_majority", 0, hash)).Block();
        Emit("Democracy", "Vetoed", 2, ("who", Alice), ("proposal_hash", hash), ("until", 9)).Block();
        Assert.Equal(ProposalStatus.Vetoed, External.Status);
    }

    [Fact]
    public void A_call_that_a_multisig_had_stored_is_carried_out_for_it_by_the_last_approval()
    {
        Vote().Store(Remove).Block();
        Approve(Remove).Block();
        Assert.Empty(ledger.State.Governance.VotesOf(Carol));
    }

    [Fact]
    public void It_may_have_been_stored_in_the_same_block()
    {
        Vote().Block();
        Store(Remove).Approve(Remove).Block();
        Assert.Empty(ledger.State.Governance.VotesOf(Carol));
    }

    [Fact]
    public void What_nobody_stored_stops_with_event_and_height()
    {
        Vote().Block();
        var exception = Assert.Throws<UnknownStateException>(() => Approve(Remove).Block());
        Assert.Contains("Multisig.approve_as_multi in block 2, event ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_names_event_height_and_runtime()
    {
        Emit("Council", "Approved", 1, ("proposal_hash", new byte[32]));
        var exception = Assert.Throws<UnknownStateException>(() => Block());
        Assert.Contains("Council.Approved of block 1, event 0, runtime", exception.Message, StringComparison.Ordinal);
    }

    private static byte[] Remove => Encode("Democracy", "remove_vote", 0, 0, 0, 0);

    private ProposalState External =>
        ledger.State.Governance.Proposals.All.Single(proposal =>
            proposal.ProposalId.StartsWith("external/", StringComparison.Ordinal)
        );

    private StoredCallTests Vote() =>
        Start(0)
            .Emit(
                "Democracy",
                "Voted",
                1,
                ("voter", Carol),
                ("ref_index", 0),
                ("vote", Case("Standard", ("vote", 0x81), ("balance", Legacy(1))))
            );

    private StoredCallTests Start(int index) =>
        Emit("Democracy", "Started", null, ("ref_index", index), ("threshold", Case("SimpleMajority")));

    private StoredCallTests Store(byte[] call)
    {
        var stored = new SubstrateCall("Democracy", "remove_vote", Fields(), []) { Encoded = call };
        Add(new SubstrateCall("Multisig", "as_multi", Fields(("store_call", ScaleBool.Of(true))), [stored]), Alice);
        return this;
    }

    private StoredCallTests Approve(byte[] call)
    {
        var hash = Indexer.Substrate.Keys.StorageKey.Hash(StorageHasher.Blake2256, call);
        Add(new SubstrateCall("Multisig", "approve_as_multi", Fields(("call_hash", hash)), []), Carol);
        return this;
    }

    private void Add(SubstrateCall call, AccountId origin)
    {
        var at = 10 * (calls.Count + 1);
        calls.Add(new DispatchedCall(call, origin, 1, at, at + 5));
    }

    /// <summary>A task of the block carries a call out for the root.</summary>
    private StoredCallTests Run(byte[] call)
    {
        var place = new ScaleComposite(new ScaleFields([null, null], [new ScaleInteger(1), new ScaleInteger(0)]));
        var task = Scale.Fields(("call", new ScaleBytes(call)), ("origin", Case("system", ("origin", Case("Root")))));
        storage[new StorageNeed("Scheduler", "Agenda", AtParent: true)] = new ScaleSequence([
            new ScaleVariant("Some", new ScaleFields([null], [new ScaleComposite(task)])),
        ]);
        return Emit("Scheduler", "Dispatched", null, ("task", place), ("id", Scale.None), ("result", Case("Ok")));
    }

    private StoredCallTests Emit(
        string pallet,
        string name,
        int? extrinsic,
        params (string Name, object Value)[] fields
    )
    {
        events.Add(new SubstrateEvent(events.Count, extrinsic, pallet, name, Fields(fields)));
        return this;
    }

    private void Block()
    {
        var header = new BlockHeader(
            ++height,
            new byte[32],
            new byte[32],
            DateTimeOffset.UnixEpoch,
            Runtime.SpecVersion
        );
        var marks = events.Where(raised => raised is { Pallet: "Scheduler" }).ToList();
        var block = new SubstrateBlock(header, Runtime, [.. events], [], new(marks));
        var decoded = new DecodedSubstrateBlock(block, [.. calls]);
        foreach (var raised in events)
        {
            foreach (var (need, value) in storage)
            {
                decoded.Supply(raised, need, value);
            }
        }

        new SubstrateBlockHandler(HandlerCatalog.Substrate).Handle(decoded, ledger);
        ledger.EndBlock(height);
        events.Clear();
        calls.Clear();
        storage.Clear();
    }

    private static EventFields Fields(params (string Name, object Value)[] fields) => new("test", Scale.Fields(fields));

    private static byte[] Encode(string pallet, string name, params byte[] arguments) =>
        Encode(pallet, name, arguments, []);

    private static byte[] Encode(string pallet, string name, byte argument, byte[] more) =>
        Encode(pallet, name, [argument], more);

    private static byte[] Encode(string pallet, string name, byte[] arguments, byte[] more)
    {
        var found = Runtime.Metadata.FindPallet(pallet)!;
        return [(byte)found.Index, (byte)found.Calls.Single(call => call.Name == name).Index, .. arguments, .. more];
    }
}
