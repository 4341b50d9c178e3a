using Indexer.Domain;

namespace Indexer.Storage;

internal sealed class DelegationNftConfiguration()
    : StateConfiguration<DelegationNft>(
        row => new
        {
            row.Network,
            row.CollectionId,
            row.NftId,
            row.FromHeight,
        },
        row => new
        {
            row.Network,
            row.CollectionId,
            row.NftId,
        }
    );
