using Indexer.Domain;

namespace Indexer.Storage;

internal sealed class ProposalTextConfiguration()
    : StateConfiguration<ProposalText>(
        row => new
        {
            row.Network,
            row.ProposalId,
            row.FromHeight,
        },
        row => new { row.Network, row.ProposalId }
    );
