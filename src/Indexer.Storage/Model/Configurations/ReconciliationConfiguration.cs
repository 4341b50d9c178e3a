using Indexer.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class ReconciliationConfiguration : LedgerConfiguration<Reconciliation>
{
    public override void Configure(EntityTypeBuilder<Reconciliation> builder)
    {
        base.Configure(builder);
        builder.Property(row => row.Difference).HasComputedColumnSql("stated - found", stored: true);
        builder.HasIndex(row => new
        {
            row.Network,
            row.ProposalId,
            row.Height,
        });
        builder.HasIndex(row => row.Time);
    }
}
