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
        builder.HasIndex(row => row.HolderId);
        // For the text of each account in a list: one page instead of the key's three levels.
        builder.HasIndex(row => row.Address).HasMethod("hash");
    }
}
