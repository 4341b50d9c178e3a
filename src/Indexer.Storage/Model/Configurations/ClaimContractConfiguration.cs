using Indexer.Domain;

namespace Indexer.Storage;

internal sealed class ClaimContractConfiguration()
    : StateConfiguration<ClaimContract>(
        row => new
        {
            row.Network,
            row.Contract,
            row.FromHeight,
        },
        row => new { row.Network, row.Contract }
    );
