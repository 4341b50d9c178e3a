using Indexer.Domain;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class ProposalEventConfiguration : LedgerConfiguration<ProposalEvent>
{
    public override void Configure(EntityTypeBuilder<ProposalEvent> builder)
    {
        base.Configure(builder);
        builder.HasIndex(row => new
        {
            row.Network,
            row.ProposalId,
            row.Height,
        });
        builder.HasIndex(row => row.Time);
    }
}
