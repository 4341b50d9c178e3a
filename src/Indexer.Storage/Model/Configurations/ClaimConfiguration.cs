using Indexer.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class ClaimConfiguration : LedgerConfiguration<Claim>
{
    public override void Configure(EntityTypeBuilder<Claim> builder)
    {
        base.Configure(builder);
        builder.Property(row => row.User).HasColumnName("claim_user");
        builder.HasIndex(row => row.User);
        builder.HasIndex(row => row.Receiver);
        builder.HasIndex(row => row.L2Receiver);
        builder.HasIndex(row => row.Time);
    }
}
