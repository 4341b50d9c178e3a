using Indexer.Domain;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class BridgeTransferConfiguration()
    : StateConfiguration<BridgeTransfer>(
        row => new
        {
            row.Network,
            row.EventHeight,
            row.EventIndex,
            row.FromHeight,
        },
        row => new
        {
            row.Network,
            row.EventHeight,
            row.EventIndex,
        }
    )
{
    public override void Configure(EntityTypeBuilder<BridgeTransfer> builder)
    {
        base.Configure(builder);
        builder.HasIndex(row => new
        {
            row.Message,
            row.Number,
            row.Direction,
        });
        builder.HasIndex(row => row.WithdrawalHash);
        builder.HasIndex(row => row.MessageHash);
        builder.HasIndex(row => new { row.Sender, row.EventTime });
        builder.HasIndex(row => new { row.Receiver, row.EventTime });
    }
}
