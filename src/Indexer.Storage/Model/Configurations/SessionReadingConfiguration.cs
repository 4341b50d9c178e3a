using Indexer.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class SessionReadingConfiguration : IEntityTypeConfiguration<SessionReading>
{
    public void Configure(EntityTypeBuilder<SessionReading> builder)
    {
        builder.HasKey(row => new
        {
            row.Network,
            row.SessionId,
            row.Height,
        });
        // Only a revert looks for heights: rows are appended in their order, so that ranges of pages tell where they are.
        builder.HasIndex(row => row.Height).HasMethod("brin");
    }
}
