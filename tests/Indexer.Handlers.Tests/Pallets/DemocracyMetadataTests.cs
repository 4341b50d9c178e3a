using Indexer.Domain;
using Indexer.Handlers.Tests.Kit;
using static Indexer.Handlers.Tests.Kit.DemocracyScript;
using static Indexer.Handlers.Tests.Kit.Given;

namespace Indexer.Handlers.Tests.Pallets;

/// <summary>The hashes of texts about proposals (pallet_democracy, set_metadata).</summary>
public sealed class DemocracyMetadataTests
{
    private static readonly byte[] Proposed = [.. Enumerable.Repeat((byte)0xCC, 32)];
    private static readonly byte[] Text = [.. Enumerable.Repeat((byte)0xA7, 32)];
    private static readonly string TextHash = "0x" + Convert.ToHexStringLower(Text);
    private readonly Chain chain = new Chain().Start(7).EndBlock();

    [Fact]
    public void A_referendum_gets_a_text_and_loses_it()
    {
        Set(("Referendum", 7));
        Assert.Equal(TextHash, Discussion("referendum/7"));
        chain.EndBlock().Emit(Democracy, "MetadataCleared", ("owner", Owner(("Referendum", 7))), ("hash", Text));
        Assert.Null(Discussion("referendum/7"));
        Assert.Equal(
            [ProposalEventKind.Started, ProposalEventKind.TextChanged, ProposalEventKind.TextChanged],
            chain.Ledger.Rows.OfType<ProposalEvent>().Select(step => step.Kind)
        );
    }

    [Fact]
    public void The_text_of_a_public_proposal_goes_over_to_its_referendum()
    {
        chain.Propose(3, Proposed, Legacy(10)).EndBlock();
        Set(("Proposal", 3));
        Assert.Equal(TextHash, Discussion("public-proposal/3"));
        Assert.Null(Discussion("referendum/7"));
        chain
            .EndBlock()
            .Emit(Democracy, "Tabled", ("proposal_index", 3), ("deposit", Legacy(10)))
            .Start(8)
            .Emit(
                Democracy,
                "MetadataTransferred",
                ("prev_owner", Owner(("Proposal", 3))),
                ("owner", Owner(("Referendum", 8))),
                ("hash", Text)
            );
        Assert.Equal(TextHash, Discussion("referendum/8"));
    }

    [Fact]
    public void The_proposal_of_the_council_that_waits_gets_a_text_and_where_none_waits_nothing_does()
    {
        Set(("External", null));
        Assert.DoesNotContain(
            chain.Ledger.Rows.OfType<ProposalEvent>(),
            row => row.Kind == ProposalEventKind.TextChanged
        );
        chain
            .EndBlock()
            .Call(null, Democracy, "external_propose", ("proposal", Case("Legacy", ("hash", Proposed))))
            .EndBlock();
        Set(("External", null));
        var step = chain.Ledger.Rows.OfType<ProposalEvent>().Single(row => row.Kind == ProposalEventKind.TextChanged);
        Assert.Equal(TextHash, Discussion(step.ProposalId));
        Assert.Equal(
            ProposalSystem.ExternalProposal,
            chain.Ledger.Rows.OfType<Proposal>().Single(row => row.Id == step.ProposalId).System
        );
    }

    private void Set((string Kind, int? Index) owner) =>
        chain.Emit(Democracy, "MetadataSet", ("owner", Owner(owner)), ("hash", Text));

    private string? Discussion(string proposal) => chain.State.Governance.Texts.Find(proposal)?.Discussion;

    private static Substrate.ScaleValue Owner((string Kind, int? Index) owner) =>
        owner.Index is { } index ? Case(owner.Kind, ("index", index)) : Case(owner.Kind);
}
