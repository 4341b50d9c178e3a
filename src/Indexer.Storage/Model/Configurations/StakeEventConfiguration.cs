using Indexer.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class StakeEventConfiguration : LedgerConfiguration<StakeEvent>
{
    public override void Configure(EntityTypeBuilder<StakeEvent> builder)
    {
        base.Configure(builder);
        builder.HasIndex(row => new { row.Account, row.Time });
        builder.HasIndex(row => new
        {
            row.Network,
            row.PoolId,
            row.Time,
        });
        builder.HasIndex(row => row.Time);
        // Payments to somebody else: the receiver has no row of its own.
        builder.HasIndex(row => new { row.Counterparty, row.Time }).HasFilter("kind = 'UNLOCK_CLAIMED'");
    }
}
