using Indexer.Domain;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class IdentityConfiguration()
    : StateConfiguration<Identity>(
        row => new
        {
            row.Network,
            row.Account,
            row.FromHeight,
        },
        row => new { row.Network, row.Account }
    )
{
    public override void Configure(EntityTypeBuilder<Identity> builder)
    {
        base.Configure(builder);
        builder.Ignore(row => row.IsEmpty);
        builder.HasIndex(row => row.Account);
    }
}
