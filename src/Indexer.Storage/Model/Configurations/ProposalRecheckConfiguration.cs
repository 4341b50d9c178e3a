using Indexer.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class ProposalRecheckConfiguration : IEntityTypeConfiguration<ProposalRecheck>
{
    public void Configure(EntityTypeBuilder<ProposalRecheck> builder)
    {
        builder.HasKey(row => new { row.Network, row.ProposalId });
    }
}
