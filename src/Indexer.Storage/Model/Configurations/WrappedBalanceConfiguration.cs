using Indexer.Domain;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class WrappedBalanceConfiguration()
    : StateConfiguration<WrappedBalance>(
        row => new
        {
            row.Network,
            row.Account,
            row.FromHeight,
        },
        row => new { row.Network, row.Account }
    )
{
    public override void Configure(EntityTypeBuilder<WrappedBalance> builder)
    {
        base.Configure(builder);
        builder.HasIndex(row => new { row.Account, row.ToHeight });
    }
}
