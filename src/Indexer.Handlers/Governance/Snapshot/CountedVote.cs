using Indexer.Domain;
using Indexer.Snapshot;

namespace Indexer.Handlers.Governance.Snapshot;

/// <summary>A vote of an EVM account with its exact weight.</summary>
/// <param name="Source">The vote as the hub has it.</param>
/// <param name="Voter">Who cast it.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="Ballot">What it is for; null when it is hidden or invalid and counts for no choice.</param>
internal sealed record CountedVote(SnapshotVote Source, AccountId Voter, Pha Weight, Ballot? Ballot);
