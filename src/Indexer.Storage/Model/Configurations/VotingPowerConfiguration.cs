using Indexer.Domain;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class VotingPowerConfiguration()
    : StateConfiguration<VotingPower>(
        row => new
        {
            row.Network,
            row.Token,
            row.Account,
            row.FromHeight,
        },
        row => new
        {
            row.Network,
            row.Token,
            row.Account,
        }
    )
{
    public override void Configure(EntityTypeBuilder<VotingPower> builder)
    {
        base.Configure(builder);
        builder.HasIndex(row => row.Account);
    }
}
