using Indexer.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class PoolConfiguration : IEntityTypeConfiguration<Pool>
{
    public void Configure(EntityTypeBuilder<Pool> builder)
    {
        builder.HasKey(row => new { row.Network, row.Id });
        builder.HasIndex(row => row.Owner);
        builder.HasIndex(row => row.Account);
        builder.HasIndex(row => new { row.Network, row.Height });
    }
}
