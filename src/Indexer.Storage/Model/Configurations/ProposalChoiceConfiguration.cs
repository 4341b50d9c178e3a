using Indexer.Domain;

namespace Indexer.Storage;

internal sealed class ProposalChoiceConfiguration()
    : StateConfiguration<ProposalChoice>(
        row => new
        {
            row.Network,
            row.ProposalId,
            row.Choice,
            row.FromHeight,
        },
        row => new
        {
            row.Network,
            row.ProposalId,
            row.Choice,
        }
    );
