using Indexer.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class NetworkDayConfiguration : IEntityTypeConfiguration<NetworkDay>
{
    public void Configure(EntityTypeBuilder<NetworkDay> builder) =>
        builder.HasKey(row => new { row.Network, row.EndTime });
}
