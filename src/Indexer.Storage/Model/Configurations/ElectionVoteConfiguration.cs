using Indexer.Domain;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class ElectionVoteConfiguration()
    : StateConfiguration<ElectionVote>(
        row => new
        {
            row.Network,
            row.Voter,
            row.FromHeight,
        },
        row => new { row.Network, row.Voter }
    )
{
    public override void Configure(EntityTypeBuilder<ElectionVote> builder)
    {
        base.Configure(builder);
        builder.HasIndex(row => row.Voter);
    }
}
