using Indexer.Domain;

namespace Indexer.Storage;

internal sealed class VaultTermsConfiguration()
    : StateConfiguration<VaultTerms>(
        row => new
        {
            row.Network,
            row.PoolId,
            row.FromHeight,
        },
        row => new { row.Network, row.PoolId }
    );
