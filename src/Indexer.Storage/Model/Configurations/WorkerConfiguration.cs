using Indexer.Domain;

namespace Indexer.Storage;

internal sealed class WorkerConfiguration()
    : StateConfiguration<Worker>(
        row => new
        {
            row.Network,
            row.PoolId,
            row.PublicKey,
            row.FromHeight,
        },
        row => new
        {
            row.Network,
            row.PoolId,
            row.PublicKey,
        }
    );
