using System.Linq.Expressions;
using Indexer.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

/// <summary>A table of versioned state: at most one version of a key is open, and no two begin at the same height.</summary>
/// <param name="key">The key within a network, and <c>FromHeight</c> last.</param>
/// <param name="openKey">The same without <c>FromHeight</c>.</param>
internal abstract class StateConfiguration<TRow>(
    Expression<Func<TRow, object?>> key,
    Expression<Func<TRow, object?>> openKey
) : IEntityTypeConfiguration<TRow>
    where TRow : StateRow
{
    public virtual void Configure(EntityTypeBuilder<TRow> builder)
    {
        builder.HasKey(key);
        builder
            .HasIndex(openKey)
            .HasFilter("to_height is null")
            .IsUnique()
            .HasDatabaseName($"ix_{SnakeCase.Of(typeof(TRow).Name)}_open");
        builder
            .HasIndex(row => new { row.Network, row.FromHeight })
            .HasDatabaseName($"ix_{SnakeCase.Of(typeof(TRow).Name)}_from");
        builder
            .HasIndex(row => new { row.Network, row.ToHeight })
            .HasDatabaseName($"ix_{SnakeCase.Of(typeof(TRow).Name)}_to");
    }
}
