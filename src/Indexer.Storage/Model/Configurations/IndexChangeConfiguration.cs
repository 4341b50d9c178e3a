using Indexer.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class IndexChangeConfiguration : IEntityTypeConfiguration<IndexChange>
{
    public void Configure(EntityTypeBuilder<IndexChange> builder)
    {
        builder.HasKey(row => row.Sequence);
        builder.Property(row => row.Sequence).UseIdentityAlwaysColumn();
        builder.Property(row => row.CommittedAt).HasDefaultValueSql("now()");
        builder.HasIndex(row => row.CommittedAt);
        builder
            .HasIndex(row => new { row.Network, row.Sequence })
            .HasFilter("op = 'RETRACTED'")
            .HasDatabaseName("ix_index_change_retractions");
    }
}
