using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>An external proposal that a simple majority decides.</summary>
internal sealed class ExternalProposeMajorityCall()
    : ExternalProposeHandler("external_propose_majority", VoteThreshold.SimpleMajority);
