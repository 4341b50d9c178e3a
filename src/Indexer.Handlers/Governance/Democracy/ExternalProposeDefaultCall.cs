using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>An external proposal that passes unless it is strongly rejected.</summary>
internal sealed class ExternalProposeDefaultCall()
    : ExternalProposeHandler("external_propose_default", VoteThreshold.SuperMajorityAgainst);
