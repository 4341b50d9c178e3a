using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>An external proposal that a simple majority decides.</summary>
internal sealed class ExternalProposeMajorityCall()
    : ExternalProposeHandler("external_propose_majority", VoteThreshold.SimpleMajority);
