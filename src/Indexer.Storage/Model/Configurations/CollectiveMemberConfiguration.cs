using Indexer.Domain;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class CollectiveMemberConfiguration()
    : StateConfiguration<CollectiveMember>(
        row => new
        {
            row.Network,
            row.Body,
            row.Account,
            row.FromHeight,
        },
        row => new
        {
            row.Network,
            row.Body,
            row.Account,
        }
    )
{
    public override void Configure(EntityTypeBuilder<CollectiveMember> builder)
    {
        base.Configure(builder);
        builder.HasIndex(row => row.Account);
    }
}
