using Indexer.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder
            .Property(row => row.User)
            .HasColumnName("claim_user")
            .HasComputedColumnSql("substring(address from 1 for 20)", stored: true);
        builder.HasIndex(row => row.User);
        builder.HasKey(row => new { row.Network, row.Address });
        builder.HasIndex(row => row.Address);
        builder.HasIndex(row => new { row.Network, row.Height });
    }
}
