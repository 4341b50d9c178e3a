using Indexer.Domain;

namespace Indexer.Storage;

internal sealed class PreimageConfiguration()
    : StateConfiguration<Preimage>(
        row => new
        {
            row.Network,
            row.Hash,
            row.FromHeight,
        },
        row => new { row.Network, row.Hash }
    );
