using Indexer.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class AccountLinkConfiguration : LedgerConfiguration<AccountLink>
{
    public override void Configure(EntityTypeBuilder<AccountLink> builder)
    {
        base.Configure(builder);
        builder.Property(row => row.User).HasColumnName("claim_user");
        builder.HasIndex(row => row.User);
        builder.HasIndex(row => row.Account);
        builder.HasIndex(row => row.Sender).HasFilter("sender is not null");
    }
}
