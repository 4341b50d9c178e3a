using Indexer.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class PositionConfiguration()
    : StateConfiguration<Position>(
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
    )
{
    public override void Configure(EntityTypeBuilder<Position> builder)
    {
        base.Configure(builder);
        builder.HasIndex(row => new { row.Account, row.ToHeight });
        builder
            .HasIndex(row => new
            {
                row.Network,
                row.PoolId,
                row.Shares,
                row.Account,
            })
            .HasFilter("to_height is null")
            .HasDatabaseName("ix_position_largest");
    }
}
