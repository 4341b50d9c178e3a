using Indexer.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class IngestionStatusConfiguration : IEntityTypeConfiguration<IngestionStatus>
{
    public void Configure(EntityTypeBuilder<IngestionStatus> builder)
    {
        builder.HasKey(row => row.Network);
    }
}
