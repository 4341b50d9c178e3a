using Indexer.Domain;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class BridgeWithdrawalConfiguration()
    : StateConfiguration<BridgeWithdrawal>(
        row => new
        {
            row.Network,
            row.WithdrawalHash,
            row.FromHeight,
        },
        row => new { row.Network, row.WithdrawalHash }
    )
{
    public override void Configure(EntityTypeBuilder<BridgeWithdrawal> builder)
    {
        base.Configure(builder);
        builder.HasIndex(row => row.WithdrawalHash);
    }
}
