using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>An external proposal that needs a strong approval.</summary>
internal sealed class ExternalProposeCall()
    : ExternalProposeHandler("external_propose", VoteThreshold.SuperMajorityApprove);
