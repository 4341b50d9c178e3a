using Indexer.Domain;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class UnlockRequestConfiguration()
    : StateConfiguration<UnlockRequest>(
        row => new
        {
            row.Network,
            row.PoolId,
            row.RequestHeight,
            row.RequestIndex,
            row.FromHeight,
        },
        row => new
        {
            row.Network,
            row.PoolId,
            row.RequestHeight,
            row.RequestIndex,
        }
    )
{
    public override void Configure(EntityTypeBuilder<UnlockRequest> builder)
    {
        base.Configure(builder);
        builder.HasIndex(row => row.Owner);
    }
}
