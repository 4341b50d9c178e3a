using Indexer.Domain;
using Indexer.Snapshot;

namespace Indexer.Ingestion;

/// <summary>What looks at the proposals of a Snapshot space mean.</summary>
public interface ISpaceRules
{
    /// <summary>The index's id of a proposal.</summary>
    /// <param name="nativeId">The hub's id of it.</param>
    string IdOf(string nativeId);

    /// <summary>
    /// The hub's ids of the proposals of which anything can have changed: new ones, open ones, those whose scores or
    /// weights are not final, those whose listing differs, and those that are not listed any more.
    /// </summary>
    /// <param name="listed">All proposals that the space has now, the oldest first.</param>
    /// <param name="governance">What the index has.</param>
    IReadOnlyList<string> Unsettled(IReadOnlyList<ListedProposal> listed, GovernanceState governance);

    /// <summary>What a look at a proposal changes, in order; empty when the index has it all.</summary>
    /// <param name="space">Id of the space.</param>
    /// <param name="observation">What the hub has.</param>
    /// <param name="governance">What the index has.</param>
    IReadOnlyList<Change> Handle(string space, ProposalObservation observation, GovernanceState governance);
}
