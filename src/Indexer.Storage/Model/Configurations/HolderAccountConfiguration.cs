using Indexer.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class HolderAccountConfiguration : IEntityTypeConfiguration<HolderAccount>
{
    public void Configure(EntityTypeBuilder<HolderAccount> builder)
    {
        builder.HasKey(row => row.Address);
        builder.HasIndex(row => row.Holder);
    }
}
