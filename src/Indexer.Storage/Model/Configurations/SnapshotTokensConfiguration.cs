using Indexer.Domain;

namespace Indexer.Storage;

internal sealed class SnapshotTokensConfiguration()
    : StateConfiguration<SnapshotTokens>(
        row => new
        {
            row.Network,
            row.ProposalId,
            row.Account,
            row.FromHeight,
        },
        row => new
        {
            row.Network,
            row.ProposalId,
            row.Account,
        }
    );
