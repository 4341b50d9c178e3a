using Indexer.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class BridgeCheckConfiguration : IEntityTypeConfiguration<BridgeCheck>
{
    public void Configure(EntityTypeBuilder<BridgeCheck> builder)
    {
        builder.HasKey(row => new
        {
            row.Network,
            row.PoolId,
            row.Height,
            row.L1Height,
        });
        builder.Property(row => row.Difference).HasComputedColumnSql("escrow - supply - in_flight", stored: true);
    }
}
