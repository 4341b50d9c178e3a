using Indexer.Domain;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class MigrationEntryConfiguration : LedgerConfiguration<MigrationEntry>
{
    public override void Configure(EntityTypeBuilder<MigrationEntry> builder)
    {
        base.Configure(builder);
        builder.HasIndex(row => row.Account);
    }
}
