using Indexer.Domain;

namespace Indexer.Storage;

internal sealed class WhitelistEntryConfiguration()
    : StateConfiguration<WhitelistEntry>(
        row => new
        {
            row.Network,
            row.PoolId,
            row.Account,
            row.FromHeight,
        },
        row => new
        {
            row.Network,
            row.PoolId,
            row.Account,
        }
    );
