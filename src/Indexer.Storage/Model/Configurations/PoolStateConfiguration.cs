using Indexer.Domain;

namespace Indexer.Storage;

internal sealed class PoolStateConfiguration()
    : StateConfiguration<PoolState>(
        row => new
        {
            row.Network,
            row.PoolId,
            row.FromHeight,
        },
        row => new { row.Network, row.PoolId }
    );
