using Indexer.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

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
    )
{
    public override void Configure(EntityTypeBuilder<DelegationNft> builder)
    {
        base.Configure(builder);
        builder.HasIndex(row => new
        {
            row.Network,
            row.PoolId,
            row.ToHeight,
        });
        builder.HasIndex(row => new { row.Owner, row.ToHeight });
        builder.HasIndex(row => new { row.WithdrawalOf, row.ToHeight }).HasFilter("withdrawal_of is not null");
    }
}
