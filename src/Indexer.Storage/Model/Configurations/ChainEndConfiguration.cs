using Indexer.Domain;

namespace Indexer.Storage;

internal sealed class ChainEndConfiguration()
    : StateConfiguration<ChainEnd>(
        row => new
        {
            row.Network,
            row.LastHeight,
            row.FromHeight,
        },
        row => new { row.Network, row.LastHeight }
    );
