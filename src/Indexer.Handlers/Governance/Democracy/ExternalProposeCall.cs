using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>An external proposal that needs a strong approval.</summary>
internal sealed class ExternalProposeCall()
    : ExternalProposeHandler("external_propose", VoteThreshold.SuperMajorityApprove);
