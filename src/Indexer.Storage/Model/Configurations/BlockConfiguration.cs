using Indexer.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class BlockConfiguration : IEntityTypeConfiguration<Block>
{
    public void Configure(EntityTypeBuilder<Block> builder)
    {
        builder.HasKey(row => new { row.Network, row.Height });
        builder.HasIndex(row => row.Hash);
        builder.HasIndex(row => new
        {
            row.Network,
            row.Time,
            row.Height,
        });
        builder
            .HasIndex(row => new { row.Network, row.Height })
            .HasFilter("events = 0")
            .HasDatabaseName("ix_block_without_events");
    }
}
