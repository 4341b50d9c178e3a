using Indexer.Domain;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class BridgeFailureConfiguration()
    : StateConfiguration<BridgeFailure>(
        row => new
        {
            row.Network,
            row.MessageHash,
            row.FromHeight,
        },
        row => new { row.Network, row.MessageHash }
    )
{
    public override void Configure(EntityTypeBuilder<BridgeFailure> builder)
    {
        base.Configure(builder);
        builder.HasIndex(row => row.MessageHash);
    }
}
