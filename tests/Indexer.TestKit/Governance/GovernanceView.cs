using Indexer.Domain;

namespace Indexer.TestKit.Governance;

/// <summary>What an index held of governance after a block.</summary>
/// <param name="model">All that it holds.</param>
/// <param name="height">The block.</param>
public sealed class GovernanceView(GovernanceModel model, long height)
{
    private readonly Lazy<Dictionary<string, Proposal>> proposals = new(() =>
        model.Rows<Proposal>(height).ToDictionary(row => row.Id)
    );
    private readonly Lazy<List<ProposalState>> states = new(() =>
        [.. model.Versions<ProposalState>(height).Where(row => IsInForce(row, height))]
    );
    private readonly Lazy<ILookup<string, ProposalEvent>> events = new(() =>
        model.Rows<ProposalEvent>(height).ToLookup(row => row.ProposalId)
    );
    private readonly Lazy<ILookup<string, Vote>> votes = new(() =>
        model.Versions<Vote>(height).Where(row => IsInForce(row, height)).ToLookup(row => row.ProposalId)
    );

    /// <summary>The same index after an earlier block.</summary>
    public GovernanceView At(long earlier) => model.At(earlier);

    /// <summary>The rows of a kind, in the order of the chain.</summary>
    public IEnumerable<TRow> Rows<TRow>()
        where TRow : LedgerRow => model.Rows<TRow>(height);

    /// <summary>The versions of a kind that held.</summary>
    public IEnumerable<TRow> States<TRow>()
        where TRow : StateRow => model.Versions<TRow>(height).Where(row => IsInForce(row, height));

    /// <summary>All proposals of some systems and where they stood.</summary>
    public IEnumerable<(Proposal Proposal, ProposalState State)> Proposals(params ProposalSystem[] systems) =>
        from state in states.Value
        let proposal = proposals.Value[state.ProposalId]
        where systems.Contains(proposal.System)
        select (proposal, state);

    /// <summary>The steps of a proposal in their order.</summary>
    public IEnumerable<ProposalEvent> StepsOf(string proposalId) => events.Value[proposalId];

    /// <summary>The votes in force on a proposal.</summary>
    public IEnumerable<Vote> VotesOn(string proposalId) => votes.Value[proposalId];

    private static bool IsInForce(StateRow row, long height) =>
        row.FromHeight <= height && (row.ToHeight is null || row.ToHeight > height);
}
