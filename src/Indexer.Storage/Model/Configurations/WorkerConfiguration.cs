using Indexer.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class WorkerConfiguration()
    : StateConfiguration<Worker>(
        row => new
        {
            row.Network,
            row.PoolId,
            row.PublicKey,
            row.FromHeight,
        },
        row => new
        {
            row.Network,
            row.PoolId,
            row.PublicKey,
        }
    )
{
    public override void Configure(EntityTypeBuilder<Worker> builder)
    {
        base.Configure(builder);
        builder.HasIndex(row => new { row.Network, row.PublicKey });
        builder.HasIndex(row => new { row.Network, row.State }).HasFilter("to_height is null");
    }
}
