using Indexer.Domain;

namespace Indexer.Storage;

internal sealed class IdentityRegistrarConfiguration()
    : StateConfiguration<IdentityRegistrar>(
        row => new
        {
            row.Network,
            row.RegistrarId,
            row.FromHeight,
        },
        row => new { row.Network, row.RegistrarId }
    );
