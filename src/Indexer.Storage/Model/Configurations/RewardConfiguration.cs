using Indexer.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class RewardConfiguration : LedgerConfiguration<Reward>
{
    public override void Configure(EntityTypeBuilder<Reward> builder)
    {
        base.Configure(builder);
        builder.HasIndex(row => new
        {
            row.Network,
            row.PoolId,
            row.Time,
        });
        builder.HasIndex(row => new { row.Account, row.Time }).HasFilter("account is not null");
        builder.HasIndex(row => row.Time);
        builder.HasIndex(row => row.Amount);
    }
}
