using Indexer.Domain;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class ProposalLinkConfiguration : LedgerConfiguration<ProposalLink>
{
    public override void Configure(EntityTypeBuilder<ProposalLink> builder)
    {
        base.Configure(builder);
        builder.HasIndex(row => new
        {
            row.Network,
            row.ProposalId,
            row.Height,
        });
        builder.HasIndex(row => new { row.Network, row.TargetId });
    }
}
