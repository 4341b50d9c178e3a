using Indexer.Domain;

namespace Indexer.Storage;

internal sealed class WorkerRegistrationConfiguration()
    : StateConfiguration<WorkerRegistration>(
        row => new
        {
            row.Network,
            row.PublicKey,
            row.FromHeight,
        },
        row => new { row.Network, row.PublicKey }
    );
