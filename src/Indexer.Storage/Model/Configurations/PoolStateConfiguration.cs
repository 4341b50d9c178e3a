using Indexer.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class PoolStateConfiguration()
    : StateConfiguration<PoolState>(
        row => new
        {
            row.Network,
            row.PoolId,
            row.FromHeight,
        },
        row => new { row.Network, row.PoolId }
    )
{
    public override void Configure(EntityTypeBuilder<PoolState> builder)
    {
        base.Configure(builder);
        builder.HasIndex(row => row.TotalValue).HasFilter("to_height is null");
    }
}
