using Indexer.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

/// <summary>A table of facts: keyed by the event that stated them.</summary>
internal abstract class LedgerConfiguration<TRow> : IEntityTypeConfiguration<TRow>
    where TRow : LedgerRow
{
    public virtual void Configure(EntityTypeBuilder<TRow> builder) =>
        builder.HasKey(row => new
        {
            row.Network,
            row.Height,
            row.Index,
            row.Ordinal,
        });
}
