using Indexer.Domain;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class VoteConfiguration()
    : StateConfiguration<Vote>(
        row => new
        {
            row.Network,
            row.ProposalId,
            row.Voter,
            row.Kind,
            row.FromHeight,
        },
        row => new
        {
            row.Network,
            row.ProposalId,
            row.Voter,
            row.Kind,
        }
    )
{
    public override void Configure(EntityTypeBuilder<Vote> builder)
    {
        base.Configure(builder);
        builder.HasIndex(row => new
        {
            row.Voter,
            row.Network,
            row.CastHeight,
        });
        builder.HasIndex(row => row.CastTime);
    }
}
