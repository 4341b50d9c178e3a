using Indexer.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class RetractedRowConfiguration : IEntityTypeConfiguration<RetractedRow>
{
    public void Configure(EntityTypeBuilder<RetractedRow> builder)
    {
        builder.HasKey(row => new
        {
            row.Sequence,
            row.Table,
            row.Height,
            row.Index,
            row.Ordinal,
        });
        builder.Property(row => row.Row).HasColumnType("jsonb");
        builder
            .HasOne<IndexChange>()
            .WithMany()
            .HasForeignKey(row => row.Sequence)
            .HasConstraintName("fk_retracted_row_index_change")
            .OnDelete(DeleteBehavior.Cascade);
    }
}
