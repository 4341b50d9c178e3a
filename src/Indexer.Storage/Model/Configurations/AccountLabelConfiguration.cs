using Indexer.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class AccountLabelConfiguration : IEntityTypeConfiguration<AccountLabel>
{
    public void Configure(EntityTypeBuilder<AccountLabel> builder)
    {
        builder.HasKey(row => new { row.Address, row.Network });
        builder.HasIndex(row => row.Network);
    }
}
