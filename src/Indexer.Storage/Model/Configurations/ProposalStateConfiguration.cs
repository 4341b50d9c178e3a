using Indexer.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class ProposalStateConfiguration()
    : StateConfiguration<ProposalState>(
        row => new
        {
            row.Network,
            row.ProposalId,
            row.FromHeight,
        },
        row => new { row.Network, row.ProposalId }
    )
{
    public override void Configure(EntityTypeBuilder<ProposalState> builder)
    {
        base.Configure(builder);
        builder
            .HasIndex(row => new
            {
                row.Status,
                row.EndTime,
                row.Network,
                row.ProposalId,
            })
            .HasFilter("to_height is null")
            .HasDatabaseName("ix_proposal_state_closing");
    }
}
