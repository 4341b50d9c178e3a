using Indexer.Domain;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class VoteEventConfiguration : LedgerConfiguration<VoteEvent>
{
    public override void Configure(EntityTypeBuilder<VoteEvent> builder)
    {
        base.Configure(builder);
        builder.HasIndex(row => new
        {
            row.Network,
            row.ProposalId,
            row.Height,
        });
        builder.HasIndex(row => new
        {
            row.Voter,
            row.Network,
            row.Height,
        });
        builder.HasIndex(row => row.Time);
    }
}
