using Indexer.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class ProposalConfiguration : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.HasKey(row => new { row.Network, row.Id });
        builder.HasIndex(row => new { row.Network, row.Height });
        builder.HasIndex(row => row.Proposer);
        builder.HasIndex(row => new
        {
            row.Time,
            row.Network,
            row.Id,
        });
        builder.HasIndex(row => new
        {
            row.System,
            row.Time,
            row.Network,
            row.Id,
        });
    }
}
