using Indexer.Domain;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class ClaimFundingConfiguration : LedgerConfiguration<ClaimFunding>
{
    public override void Configure(EntityTypeBuilder<ClaimFunding> builder)
    {
        base.Configure(builder);
        builder.HasIndex(row => row.Contract);
    }
}
